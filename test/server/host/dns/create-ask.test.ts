import assert from 'node:assert/strict';
import type { DnsOutcome, DnsQuestion } from '../../../../server/src/domain/verify/outcome';
import { createAsk } from '../../../../server/src/host/dns/create-ask';
import { answers } from '../../../support/dns-records';
import { startDnsServer, type Script, type ScriptedServer, type ServerOptions } from '../../../support/dns-server';

const question: DnsQuestion = { name: 'a.example', type: 'A' };
const right: Script = { answers: answers('A.Example 30 A 10.0.0.4') };
/** Milliseconds; short, since some of these tests wait for it. */
const wait = 150;

describe('Asking a DNS server', () => {
  const servers: ScriptedServer[] = [];
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.stop()));
  });
  const start = async (script: Script, options?: ServerOptions): Promise<ScriptedServer> => {
    const server = await startDnsServer(() => script, options);
    servers.push(server);
    return server;
  };
  const ask = async (script: Script, options?: ServerOptions): Promise<DnsOutcome> => {
    const { port } = await start(script, options);
    return createAsk({ servers: [{ address: options?.address ?? '127.0.0.1', port }], wait })(question);
  };
  const reasonOf = (outcome: DnsOutcome): string => (outcome.kind === 'none' ? outcome.reason : outcome.code);

  it('brings back the records, in lower case', async () => {
    assert.deepEqual(await ask({ ...right, authoritative: true }), {
      kind: 'answer',
      code: 'NOERROR',
      authoritative: true,
      records: [{ name: 'a.example', type: 'A', ttl: 30, data: '10.0.0.4' }],
      authority: [],
    });
  });

  it('brings back aliases, and who is responsible', async () => {
    const outcome = await ask({
      code: 3,
      answers: answers('a.example 60 CNAME b.example'),
      authorities: answers('example SOA ns1.example'),
    });
    assert.ok(outcome.kind === 'answer');
    assert.deepEqual(outcome.records, [{ name: 'a.example', type: 'CNAME', ttl: 60, data: 'b.example' }]);
    assert.deepEqual(outcome.authority, [
      { name: 'example', type: 'SOA', ttl: 10, data: 'ns1.example', mailbox: 'hostmaster.example' },
    ]);
    assert.equal(outcome.code, 'NXDOMAIN');
  });

  it('asks over IPv6', async function () {
    try {
      assert.equal(reasonOf(await ask(right, { address: '::1' })), 'NOERROR');
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EADDRNOTAVAIL')) throw error;
      console.log('      skipped: this machine has no IPv6');
      this.skip();
    }
  });

  it('asks over TCP where the answer is cut short', async () => {
    const { port, asked } = await start({ ...right, truncated: true });
    const outcome = await createAsk({ servers: [{ address: '127.0.0.1', port }], wait })(question);
    assert.equal(outcome.kind === 'answer' && outcome.records[0]?.data, '10.0.0.4');
    assert.deepEqual(asked, ['A a.example', 'A a.example']);
  });

  it('says so where TCP does not work', async () => {
    assert.equal(reasonOf(await ask({ ...right, truncated: true }, { tcp: false })), 'noTcp');
    assert.equal(reasonOf(await ask({ ...right, truncated: true, flaw: 'half' })), 'noTcp');
  });

  for (const flaw of ['id', 'question', 'query', 'garbage'] as const) {
    it(`takes no answer with the wrong ${flaw} for its own`, async () => {
      assert.equal(reasonOf(await ask({ ...right, flaw })), 'strays');
    });
  }

  it('waits for a silent server no longer than it should, and asks twice', async () => {
    const { port, asked } = await start({ silent: true });
    const before = performance.now();
    const outcome = await createAsk({ servers: [{ address: '127.0.0.1', port }], wait })(question);
    const taken = performance.now() - before;
    assert.equal(reasonOf(outcome), 'silence');
    assert.equal(asked.length, 2);
    assert.ok(taken > 1.8 * wait && taken < 10 * wait, `${taken} ms`);
  });

  it('asks the next server where one is silent', async () => {
    const [silent, good] = [await start({ silent: true }), await start(right)];
    const both = [silent, good].map(({ port }) => ({ address: '127.0.0.1', port }));
    assert.equal(reasonOf(await createAsk({ servers: both, wait })(question)), 'NOERROR');
    assert.deepEqual([silent.asked.length, good.asked.length], [1, 1]);
  });

  it('does not wait where nothing listens', async () => {
    const { port, stop } = await startDnsServer(() => right, { tcp: false });
    await stop();
    const outcome = await createAsk({ servers: [{ address: '127.0.0.1', port }], wait: 5000 })(question);
    assert.equal(reasonOf(outcome), 'unreachable');
  });
});
