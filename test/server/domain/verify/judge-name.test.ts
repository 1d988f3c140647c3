import assert from 'node:assert/strict';
import { parseNetwork } from '../../../../server/src/deployment/functions/ip-network';
import type { NameCheck } from '../../../../server/src/domain/verify/checks';
import { judgeName, type NameFindings, type NameVerdict } from '../../../../server/src/domain/verify/judge-name';
import { judgeZone } from '../../../../server/src/domain/verify/judge-zone';
import { answer, noAnswer, refusal } from '../../../support/verify';

const zone = 'privatelink.blob.core.windows.net';
const name = 'acct.blob.core.windows.net';
const names = { service: 'Azure Storage', forward: 'blob.core.windows.net', zone, region: undefined } as const;
const check: NameCheck = { fqdn: name, origin: 'given', names, expected: [] };
const zoneCheck = { zone, service: 'Azure Storage', probe: `pelint-verify.${zone}` } as const;
const answering = judgeZone(zoneCheck, [names.forward], answer(`${zone} SOA azureprivatedns.net`), noAnswer());
const unlinked = judgeZone(zoneCheck, [names.forward], refusal('NXDOMAIN'), noAnswer());
const none = answer();
const block = (text: string): NameFindings['prefixes'] => {
  const network = parseNetwork(text);
  return network === undefined ? [] : [network];
};

describe('judgeName', () => {
  const judge = (changed: Partial<NameFindings>): NameVerdict =>
    judgeName({ check, ipv4: none, ipv6: none, zone: answering, prefixes: [], ...changed });
  const brief = (changed: Partial<NameFindings>): string => {
    const { level, state } = judge(changed);
    return `${level} ${state}`;
  };
  const own = answer(`${name} CNAME acct.${zone}`, `acct.${zone} A 10.0.0.4`);
  const open = answer(
    `${name} CNAME acct.${zone}`,
    `acct.${zone} CNAME blob.cluster.example`,
    'blob.cluster.example A 20.60.1.2',
  );

  it('is content with a private address, and shows the way to it', () => {
    const { level, state, aliases, addresses, advice } = judge({ ipv4: own });
    assert.deepEqual([level, state, advice], ['ok', 'private', undefined]);
    assert.deepEqual(
      aliases.map(({ target }) => target),
      [`acct.${zone}`],
    );
    assert.deepEqual(addresses, [{ address: '10.0.0.4', ttl: 10 }]);
  });

  it('is content where the other question fails', () => {
    assert.equal(brief({ ipv4: own, ipv6: refusal('SERVFAIL') }), 'ok private');
    assert.equal(brief({ ipv4: own, ipv6: noAnswer() }), 'ok private');
    const ipv6 = answer(`${name} AAAA fd00::4`);
    assert.equal(brief({ ipv4: noAnswer(), ipv6 }), 'ok private');
    assert.match(judge({ ipv6 }).message, /IPv6 only/);
  });

  it('finds addresses outside the expected blocks', () => {
    assert.equal(brief({ ipv4: own, prefixes: block('10.0.0.0/24') }), 'ok private');
    assert.equal(brief({ ipv4: own, prefixes: block('10.0.1.0/24') }), 'wrong unexpected');
  });

  it('takes public addresses that the user calls private', () => {
    const ipv4 = answer(`${name} A 20.60.1.2`);
    assert.equal(brief({ ipv4 }), 'wrong public');
    assert.equal(brief({ ipv4, prefixes: block('20.60.0.0/16') }), 'ok private');
    assert.equal(brief({ ipv4, check: { ...check, expected: ['20.60.1.2'] } }), 'ok private');
  });

  it('compares with the records', () => {
    assert.equal(brief({ ipv4: own, check: { ...check, expected: ['10.0.0.4', '10.0.0.5'] } }), 'ok private');
    assert.equal(brief({ ipv4: own, check: { ...check, expected: ['10.0.0.5'] } }), 'wrong unexpected');
    assert.match(
      judge({ ipv4: own, check: { ...check, expected: ['10.0.0.5'] } }).message,
      /10\.0\.0\.4, but the records say 10\.0\.0\.5/,
    );
  });

  it('finds public answers and tells how far the alias leads', () => {
    const { level, state, message, advice } = judge({ ipv4: open, zone: unlinked });
    assert.deepEqual([level, state], ['wrong', 'public']);
    assert.match(
      message,
      /20\.60\.1\.2, which is public: .* fails where the vault denies .* Its alias leads into privatelink\.blob/,
    );
    assert.match(advice ?? '', /^Link the private DNS zone privatelink\.blob/);
    assert.match(judge({ ipv4: open }).advice ?? '', /answers but lacks this name/);
    assert.match(judge({ ipv4: answer(`${name} A 20.60.1.2`) }).message, /It has no alias into privatelink\.blob/);
    assert.match(
      judge({ ipv4: own, ipv6: answer(`${name} CNAME acct.${zone}`, `acct.${zone} AAAA 2603::1`) }).message,
      /also to 2603::1/,
    );
  });

  it('tells a zone that is not linked from a record that is missing', () => {
    assert.equal(brief({ ipv4: refusal('NXDOMAIN') }), 'wrong missing');
    assert.match(judge({ ipv4: refusal('NXDOMAIN') }).advice ?? '', /^Add the record/);
    assert.match(judge({ ipv4: none }).advice ?? '', /rebinding/);
    assert.match(judge({ ipv4: refusal('NXDOMAIN'), zone: unlinked }).advice ?? '', /^Link the private DNS zone/);
  });

  it('tells circles, failures, blocked names and silence', () => {
    assert.equal(brief({ ipv4: answer(`${name} CNAME b.example`, `b.example CNAME ${name}`) }), 'wrong loop');
    assert.equal(brief({ ipv4: refusal('SERVFAIL') }), 'wrong failed');
    assert.equal(brief({ ipv4: refusal('REFUSED') }), 'wrong failed');
    assert.equal(brief({ ipv4: answer(`${name} A 0.0.0.0`) }), 'wrong unusable');
    assert.equal(brief({ ipv4: noAnswer(), ipv6: noAnswer() }), 'wrong unanswered');
    assert.match(judge({ ipv4: noAnswer('noTcp') }).message, /does not answer over TCP/);
  });

  it('only warns of the name that clients ask for when it is missing, but not when it is public', () => {
    const client = { ...check, origin: 'client' } as const;
    assert.equal(brief({ check: client, ipv4: refusal('NXDOMAIN') }), 'warning missing');
    assert.equal(brief({ check: client, ipv4: open }), 'wrong public');
  });

  it('wants the host that agents sign in at to be public, and only warns', () => {
    const login = { fqdn: 'login.example', origin: 'public', names: undefined, expected: [] } as const;
    assert.equal(brief({ check: login, ipv4: answer('login.example A 20.1.2.3') }), 'ok public');
    assert.equal(brief({ check: login, ipv4: answer('login.example A 10.1.2.3') }), 'ok private');
    assert.equal(brief({ check: login, ipv4: answer('login.example A 0.0.0.0') }), 'warning unusable');
    for (const ipv4 of [refusal('NXDOMAIN'), refusal('REFUSED'), noAnswer()])
      assert.match(brief({ check: login, ipv4 }), /^warning /);
  });

  it('knows what to say of names that are none of the region', () => {
    const strange = { ...check, names: undefined };
    assert.match(
      judge({ check: strange, ipv4: refusal('NXDOMAIN'), zone: undefined }).message,
      /no private name of Azure Backup/,
    );
  });
});
