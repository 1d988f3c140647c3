import assert from 'node:assert/strict';
import { parseNetwork } from '../../../../server/src/deployment/functions/ip-network';
import { addressKind, isInside, sameAddress } from '../../../../server/src/domain/verify/address-kind';

describe('addressKind', () => {
  const kinds = {
    private: [
      '10.0.0.0',
      '10.255.255.255',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '100.64.0.1',
      'fd00::1',
      'fcff::',
    ],
    public: ['9.255.255.255', '11.0.0.0', '172.32.0.0', '20.60.1.2', '100.128.0.0', '2603:1030::1', 'fe00::1'],
    unusable: ['0.0.0.0', '127.0.0.1', '169.254.1.1', '255.255.255.255', '::', '::1', 'fe80::1', 'ff02::1'],
  };
  for (const [kind, addresses] of Object.entries(kinds)) {
    for (const address of addresses) it(`calls ${address} ${kind}`, () => assert.equal(addressKind(address), kind));
  }
});

describe('isInside', () => {
  it('compares within one family', () => {
    assert.equal(isInside('10.1.2.3', parseNetwork('10.1.2.0/24')), true);
    assert.equal(isInside('10.1.3.3', parseNetwork('10.1.2.0/24')), false);
    assert.equal(isInside('fd00:1::9', parseNetwork('fd00:1::/64')), true);
    assert.equal(isInside('10.1.2.3', parseNetwork('::/0')), false);
    assert.equal(isInside('no address', parseNetwork('0.0.0.0/0')), false);
  });
});

describe('sameAddress', () => {
  it('does not care for the spelling', () => {
    assert.equal(sameAddress('fd00::1', 'FD00:0:0:0:0:0:0:1'), true);
    assert.equal(sameAddress('10.0.0.1', '10.0.0.2'), false);
  });
});
