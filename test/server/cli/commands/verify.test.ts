import assert from 'node:assert/strict';
import { run } from '../../../../server/src/cli/commands/verify';
import type { VerifyDocument } from '../../../../server/src/formats/verify/json';
import { answers } from '../../../support/dns-records';
import { startDnsServer, type Script, type ScriptedServer } from '../../../support/dns-server';
import { temporaryFolder } from '../../../support/temporary-folder';
import { memoryIo } from '../memory-io';

const backup = 'privatelink.eus.backup.windowsazure.com';
const blob = 'privatelink.blob.core.windows.net';
const queue = 'privatelink.queue.core.windows.net';
const vault = `4711.pod01.${backup}`;

type Answers = Readonly<Record<string, Script>>;

/** A server of a network to which all is linked: three zones, a vault, an account with its alias, and the host to sign in at. */
const good: Answers = {
  ...Object.fromEntries(
    [backup, blob, queue].map((zone) => [`SOA ${zone}`, { answers: answers(`${zone} SOA azureprivatedns.net`) }]),
  ),
  [`A ${vault}`]: { answers: answers(`${vault} A 10.0.0.4`) },
  'A acct.blob.core.windows.net': {
    answers: answers(`acct.blob.core.windows.net 60 CNAME acct.${blob}`, `acct.${blob} A 10.0.0.5`),
  },
  [`A acct.${blob}`]: { answers: answers(`acct.${blob} A 10.0.0.5`) },
  'A login.microsoftonline.com': { answers: answers('login.microsoftonline.com A 20.190.1.2') },
};

describe('pelint verify', () => {
  const folder = temporaryFolder({
    '.git/HEAD': '',
    'records.csv': `name,address\n${vault},10.0.0.4\nacct.${blob},10.0.0.5\n`,
    'wrong.csv': `${vault},10.0.0.4\nacct.${blob},somewhere\n`,
    'main.bicep': `resource vault 'Microsoft.RecoveryServices/vaults@2025-02-01' = { name: 'rsv', location: 'eastus', properties: {} }\n`,
  });
  after(folder.remove);
  const servers: ScriptedServer[] = [];
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.stop()));
  });

  interface Result {
    readonly status: number;
    readonly stdout: string;
    readonly document: VerifyDocument;
  }
  const verify = async (script: Answers, ...args: string[]): Promise<Result> => {
    const server = await startDnsServer((type, name) => script[`${type} ${name}`]);
    servers.push(server);
    const io = memoryIo(folder.path);
    const status = await run(['eastus', '--resolver', `127.0.0.1:${server.port}`, '--timeout', '0.2', ...args], io);
    assert.equal(io.written.stderr, '');
    const { stdout } = io.written;
    return {
      status,
      stdout,
      document: stdout.startsWith('{') ? (JSON.parse(stdout) as VerifyDocument) : emptyDocument,
    };
  };
  const json = (script: Answers, ...args: string[]): Promise<Result> => verify(script, '--format', 'json', ...args);
  const statesOf = ({ document }: Result): Record<string, string> =>
    Object.fromEntries(document.names.map(({ fqdn, level, state }) => [fqdn, `${level} ${state}`]));
  const zonesOf = ({ document }: Result): string[] => document.zones.map(({ level, state }) => `${level} ${state}`);

  it('is content where all three zones answer', async () => {
    const result = await json(good);
    assert.equal(result.status, 0);
    assert.deepEqual(zonesOf(result), ['ok azure', 'ok azure', 'ok azure']);
    assert.deepEqual(statesOf(result), { 'login.microsoftonline.com': 'ok public' });
  });

  it('asks for the names of options, of arguments and of a file, and what clients ask for instead', async () => {
    const result = await json(good, '--vault-name', vault, 'acct.blob.core.windows.net.', '--records', 'records.csv');
    assert.deepEqual(statesOf(result), {
      [vault]: 'ok private',
      'acct.blob.core.windows.net': 'ok private',
      [`acct.${blob}`]: 'ok private',
      'login.microsoftonline.com': 'ok public',
    });
    assert.equal(result.status, 0);
    const { aliases, addresses, zone } = result.document.names[1] ?? {};
    assert.deepEqual(aliases, [{ name: 'acct.blob.core.windows.net', target: `acct.${blob}`, ttl: 60 }]);
    assert.deepEqual([addresses, zone], [[{ address: '10.0.0.5', ttl: 10 }], blob]);
    assert.equal(result.document.summary.questions, 14);
  });

  it('takes the region from a template', async () => {
    const server = await startDnsServer((type, name) => good[`${type} ${name}`]);
    servers.push(server);
    const io = memoryIo(folder.path);
    assert.equal(await run(['--template', 'main.bicep', '--resolver', `127.0.0.1:${server.port}`], io), 0);
    assert.match(io.written.stdout, /^East US \(eastus\), asking 127\.0\.0\.1:\d+\n/);
  });

  it('finds a zone that is missing, and the names that fail with it', async () => {
    const {
      [`SOA ${blob}`]: _zone,
      [`A acct.${blob}`]: _record,
      'A acct.blob.core.windows.net': _alias,
      ...rest
    } = good;
    const result = await json(rest, '--records', 'records.csv');
    assert.equal(result.status, 1);
    assert.deepEqual(zonesOf(result), ['ok azure', 'wrong absent', 'ok azure']);
    assert.equal(statesOf(result)[`acct.${blob}`], 'wrong missing');
    assert.match(result.document.names[1]?.advice ?? '', /^Link the private DNS zone privatelink\.blob/);
  });

  it("finds another region's zone in the place of the right one", async () => {
    const { [`SOA ${backup}`]: _zone, [`A ${vault}`]: _record, ...rest } = good;
    const other = 'privatelink.we.backup.windowsazure.com';
    const script = { ...rest, [`SOA ${other}`]: { answers: answers(`${other} SOA azureprivatedns.net`) } };
    const result = await json(script, '--vault-name', vault);
    assert.deepEqual(zonesOf(result), ['wrong absent', 'ok azure', 'ok azure']);
    assert.equal(statesOf(result)[vault], 'wrong missing');
  });

  it('finds public answers, others than recorded, and others than the prefix', async () => {
    const open = { ...good, [`A acct.${blob}`]: { answers: answers(`acct.${blob} A 20.60.1.2`) } };
    assert.equal(statesOf(await json(open, '--vault-name', `acct.${blob}`))[`acct.${blob}`], 'wrong public');
    const moved = { ...good, [`A ${vault}`]: { answers: answers(`${vault} A 10.9.0.4`) } };
    assert.equal(statesOf(await json(moved, '--records', 'records.csv'))[vault], 'wrong unexpected');
    assert.equal((await json(good, vault, '--prefix', '10.0.1.0/24,10.0.2.0/24')).status, 1);
    assert.equal((await json(good, vault, '--prefix', '10.0.1.0/24', '--prefix', '10.0.0.0/24')).status, 0);
  });

  it('tells failures, circles and silence apart, and does not hang', async () => {
    const a = `a.${backup}`;
    const statesWith = async (script: Script): Promise<string | undefined> =>
      statesOf(await json({ ...good, [`A ${a}`]: script, [`AAAA ${a}`]: script }, a))[a];
    assert.equal(await statesWith({ code: 2 }), 'wrong failed');
    assert.equal(await statesWith({ code: 5 }), 'wrong failed');
    assert.equal(await statesWith({ silent: true }), 'wrong unanswered');
    assert.equal(await statesWith({ flaw: 'id', answers: answers(`${a} A 10.0.0.9`) }), 'wrong unanswered');
    assert.equal(
      await statesWith({ answers: answers(`${a} CNAME b.${backup}`, `b.${backup} CNAME ${a}`) }),
      'wrong loop',
    );
    assert.equal(await statesWith({ answers: answers(`${a} AAAA fd00::4`) }), 'ok private');
  });

  it('is content with a long answer over TCP', async () => {
    const many = Array.from({ length: 60 }, (_, index) => `${vault} A 10.0.0.${index + 1}`);
    const result = await json({ ...good, [`A ${vault}`]: { answers: answers(...many), truncated: true } }, vault);
    assert.equal(result.document.names[0]?.addresses.length, 60);
    assert.equal(result.status, 0);
  });

  it('prints for people what was found and what to do', async () => {
    const { [`SOA ${queue}`]: _zone, ...rest } = good;
    const { stdout, status } = await verify(rest, 'acct.blob.core.windows.net');
    assert.equal(status, 1);
    assert.match(
      stdout,
      /^ {2}ok {7}acct\.blob\.core\.windows\.net {2}10\.0\.0\.5 \(TTL 10\)\n {11}→ acct\.privatelink\.blob\.core\.windows\.net \(TTL 60\)\n {11}Private\.\n/m,
    );
    assert.match(stdout, /^ {2}wrong {4}privatelink\.queue\.core\.windows\.net\n.*\n {11}What to do: Link /m);
    assert.match(stdout, /^3 zones and 2 names: 1 wrong, 0 warnings\. 10 questions in \d+\.\d s\.\n$/m);
  });

  it('prints nothing that a server could hide in a name', async () => {
    const evil = { answers: answers(`${vault} CNAME \u001b[2Jx.example`) };
    const { stdout } = await verify({ ...good, [`A ${vault}`]: evil, [`AAAA ${vault}`]: evil }, vault);
    assert.ok(!stdout.includes('\u001b'));
  });

  it('says that a server does not answer, whatever is wrong with it', async () => {
    for (const script of [{ silent: true }, { flaw: 'id' }, { flaw: 'garbage' }] as const) {
      const server = await startDnsServer(() => script);
      servers.push(server);
      const args = ['eastus', '--resolver', `127.0.0.1:${server.port}`, '--timeout', '0.1'];
      await assert.rejects(run(args, memoryIo(folder.path)), {
        name: 'UsageError',
        message: /^127\.0\.0\.1:\d+: (?:No answer|Answers)/,
      });
      assert.ok(server.asked.length <= 20, `${server.asked.length} questions`);
    }
  });

  const mistakes: readonly (readonly [args: readonly string[], message: RegExp])[] = [
    [[], /Name a region/],
    [['eastsu'], /no region or geo code 'eastsu'/],
    [['usseceast'], /suffix .* is not public/],
    [['eus', '--resolver', 'dns.example'], /--resolver cannot be 'dns\.example'/],
    [['eus', '--timeout', '0'], /--timeout cannot be '0'/],
    [['eus', '--timeout', 'soon'], /--timeout cannot be 'soon'/],
    [['eus', '--timeout', 'Infinity'], /--timeout cannot be/],
    [['eus', '--prefix', '10.0.0.0'], /--prefix cannot be '10\.0\.0\.0'/],
    [['eus', '--vault-name', '*.blob.core.windows.net'], /cannot be asked for a pattern/],
    [['eus', '--vault-name', 'vault'], /no full host name/],
    [['eus', '--records', 'none.csv'], /cannot read none\.csv: no such file/],
    [['eus', '--records', 'wrong.csv'], /^wrong\.csv:2: 'somewhere'/],
    [
      ['eus', '--vault-name', Array.from({ length: 251 }, (_, index) => `a${index}.example`).join()],
      /251 names are too many/,
    ],
  ];
  for (const [args, message] of mistakes) {
    it(`refuses ${args.join(' ').slice(0, 60)}`, async () => {
      const resolver = args.includes('--resolver') ? [] : ['--resolver', '127.0.0.1:9'];
      await assert.rejects(run([...args, ...resolver], memoryIo(folder.path)), { name: 'UsageError', message });
    });
  }
});

const emptyDocument: VerifyDocument = {
  version: 1,
  tool: '',
  resolvers: [],
  regions: [],
  prefixes: [],
  zones: [],
  names: [],
  summary: { zones: 0, names: 0, wrong: 0, warnings: 0, questions: 0, durationMs: 0 },
};
