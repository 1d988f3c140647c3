import assert from 'node:assert/strict';
import { followAliases } from '../../../../server/src/domain/verify/follow-aliases';
import { records } from '../../../support/dns-records';

describe('followAliases', () => {
  it('finds the addresses of the name itself', () => {
    const found = followAliases('a.example', records('a.example 30 A 10.0.0.4', 'b.example A 10.0.0.5'));
    assert.deepEqual(found, { aliases: [], addresses: [{ address: '10.0.0.4', ttl: 30 }], loop: false });
  });

  it('follows aliases in whatever order they stand', () => {
    const found = followAliases(
      'a.example',
      records('c.example A 10.0.0.4', 'b.example 20 CNAME c.example', 'a.example 60 CNAME b.example'),
    );
    assert.deepEqual(found.aliases, [
      { name: 'a.example', target: 'b.example', ttl: 60 },
      { name: 'b.example', target: 'c.example', ttl: 20 },
    ]);
    assert.deepEqual(found.addresses, [{ address: '10.0.0.4', ttl: 10 }]);
  });

  it('ends where aliases lead in a circle', () => {
    const circle = records('a.example CNAME b.example', 'b.example CNAME a.example', 'a.example A 10.0.0.4');
    const { loop, addresses, aliases } = followAliases('a.example', circle);
    assert.deepEqual({ loop, addresses, steps: aliases.length }, { loop: true, addresses: [], steps: 2 });
    assert.equal(followAliases('a.example', records('a.example CNAME a.example')).loop, true);
  });

  it('takes addresses of other names for nobody', () => {
    assert.deepEqual(followAliases('a.example', records('b.example A 10.0.0.4')).addresses, []);
  });
});
