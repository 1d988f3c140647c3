import assert from 'node:assert/strict';
import { judgeZone, shownByName } from '../../../../server/src/domain/verify/judge-zone';
import type { DnsOutcome } from '../../../../server/src/domain/verify/outcome';
import { answer, noAnswer, refusal } from '../../../support/verify';

const zone = 'privatelink.blob.core.windows.net';
const check = { zone, service: 'Azure Storage', probe: `pelint-verify.${zone}` } as const;
const nobody = refusal('NXDOMAIN');

describe('judgeZone', () => {
  const judge = (start: DnsOutcome, probe: DnsOutcome = nobody): { level: string; state: string } => {
    const { level, state } = judgeZone(check, ['blob.core.windows.net'], start, probe);
    return { level, state };
  };
  const right = (state: string): { level: string; state: string } => ({ level: 'ok', state });
  const wrong = (state: string): { level: string; state: string } => ({ level: 'wrong', state });

  it("knows Azure's private zones by their primary server", () => {
    assert.deepEqual(judge(answer(`${zone} SOA azureprivatedns.net`)), right('azure'));
    // The name that nobody has tells as well, where the zone's own name is not answered.
    assert.deepEqual(judge(nobody, refusal('NXDOMAIN', `${zone} SOA azureprivatedns.net`)), right('azure'));
  });

  it("takes a zone of one's own", () => {
    assert.deepEqual(judge(answer(`${zone} SOA ns1.contoso.example`)), right('own'));
  });

  it('takes records without a zone around them', () => {
    assert.deepEqual(
      judge({ ...answer(), kind: 'answer', code: 'NXDOMAIN', authoritative: true, records: [], authority: [] }),
      right('own'),
    );
    assert.deepEqual(judge(nobody, answer(`${check.probe} A 10.0.0.4`)), right('own'));
  });

  it('does not take public DNS for a private zone', () => {
    assert.deepEqual(judge(answer(`${zone} SOA ns1-01.azure-dns.com`)), wrong('public'));
    assert.deepEqual(judge(refusal('NOERROR', 'blob.core.windows.net SOA ns1.example')), wrong('public'));
    assert.deepEqual(
      judge(refusal('NXDOMAIN', 'core.windows.net SOA ns1.example'), answer(`${check.probe} A 20.1.2.3`)),
      wrong('public'),
    );
  });

  it('knows a public zone by whose mailbox it names', () => {
    const named = (data: string): DnsOutcome => {
      const soa = { name: zone, type: 'SOA', ttl: 60, data, mailbox: 'azuredns-hostmaster.microsoft.com' } as const;
      return { kind: 'answer', code: 'NOERROR', authoritative: false, records: [soa], authority: [] };
    };
    assert.deepEqual(judge(named('edge1.azuredns-cloud.net')), wrong('public'));
    assert.deepEqual(judge(named('azureprivatedns.net')), right('azure'));
  });

  it('does not take the start of another zone for this one', () => {
    assert.deepEqual(judge(answer('privatelink.queue.core.windows.net SOA azureprivatedns.net')), wrong('absent'));
  });

  it('tells refusals, failures and silence', () => {
    assert.deepEqual(judge(nobody), wrong('absent'));
    assert.deepEqual(judge(refusal('NXDOMAIN', ' SOA a.root-servers.net')), wrong('absent'));
    assert.deepEqual(judge(refusal('REFUSED')), wrong('failed'));
    assert.deepEqual(judge(refusal('SERVFAIL')), wrong('failed'));
    assert.deepEqual(judge(noAnswer(), noAnswer()), wrong('unanswered'));
  });

  it('says what to link, and what to forward', () => {
    const { advice } = judgeZone(check, ['blob.core.windows.net'], nobody, nobody);
    assert.match(
      advice ?? '',
      /^Link the private DNS zone privatelink\.blob\.core\.windows\.net .* forward blob\.core\.windows\.net to/,
    );
  });

  it('lets a name with the right address stand for its zone', () => {
    const verdict = shownByName(judgeZone(check, [], nobody, nobody), `a.${zone}`);
    assert.deepEqual([verdict.level, verdict.state, verdict.advice], ['ok', 'names', undefined]);
  });
});
