import assert from 'node:assert/strict';
import { run } from '../../server/src/cli/commands/verify';
import type { VerifyDocument } from '../../server/src/formats/verify/json';
import { memoryIo } from '../server/cli/memory-io';
import { dnsArtefact } from '../support/artefacts';
import { startBind, startDnsmasq, startUnbound, type Daemon } from '../support/dns-daemons';
import { answers } from '../support/dns-records';
import { startDnsServer, type ScriptedServer } from '../support/dns-server';
import { hasProgram } from '../support/program';
import { recordsCsv } from '../support/records';
import { temporaryFolder } from '../support/temporary-folder';

const backup = 'privatelink.eus.backup.windowsazure.com';
const blob = 'privatelink.blob.core.windows.net';
const queue = 'privatelink.queue.core.windows.net';
const zones = [backup, blob, queue];
const vault = `4711.pod01.${backup}`;
const account = 'acct1.blob.core.windows.net';

/** What `verify` says of a server: each zone and name with level and state. */
interface Findings {
  readonly status: number;
  readonly of: Readonly<Record<string, string>>;
  readonly document: VerifyDocument;
}

/** The servers that a test started. */
const running: { readonly stop: () => Promise<void> }[] = [];
const folder = temporaryFolder({ 'records.csv': recordsCsv });

async function findings(port: number, ...args: string[]): Promise<Findings> {
  const io = { ...memoryIo(folder.path), now: () => Date.now() };
  const before = Date.now();
  const status = await run(
    ['eus', '--resolver', `127.0.0.1:${port}`, '--timeout', '1', '--format', 'json', ...args],
    io,
  );
  // 20 times the time-out, and what was being asked when that was over.
  assert.ok(Date.now() - before < 25_000);
  const document = JSON.parse(io.written.stdout) as VerifyDocument;
  const all = [
    ...document.zones.map(({ zone, level, state }) => [zone, `${level} ${state}`]),
    ...document.names.map(({ fqdn, level, state }) => [fqdn, `${level} ${state}`]),
  ];
  return { status, of: Object.fromEntries(all) as Record<string, string>, document };
}

async function findingsOf(daemon: Promise<Daemon>, ...args: string[]): Promise<Findings> {
  const server = await daemon;
  running.push(server);
  return findings(server.port, ...args);
}

/** What stands for Azure's DNS: private zones with one record each, and the alias that public DNS has. */
async function startAzure(): Promise<ScriptedServer> {
  const server = await startDnsServer((type, name) => {
    const zone = zones.find((it) => name === it || name.endsWith(`.${it}`));
    const soa = answers(`${zone ?? ''} SOA azureprivatedns.net`);
    if (type === 'SOA' && name === zone) return { answers: soa };
    if (type === 'A' && name === vault) return { answers: answers(`${vault} A 10.0.0.4`) };
    if (name === account || name === `acct1.${blob}`) {
      const alias = name === account ? [`${account} 60 CNAME acct1.${blob}`] : [];
      return { answers: answers(...alias, ...(type === 'A' ? [`acct1.${blob} A 10.0.0.5`] : [])) };
    }
    return { code: 3, authorities: zone === undefined ? [] : soa };
  });
  running.push(server);
  return server;
}

function checkAll({ of }: Findings, expected: Readonly<Record<string, string>>): void {
  for (const [name, finding] of Object.entries(expected)) assert.equal(of[name], finding, name);
}

function forProgram(program: string): void {
  before(function () {
    if (!hasProgram(program)) this.skip();
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((server) => server.stop()));
  });
}

after(folder.remove);

describe('pelint verify and dnsmasq', () => {
  forProgram('dnsmasq');
  const local = (records: string, ofZones = zones): string =>
    `${ofZones.map((zone) => `local=/${zone}/\n`).join('')}${records}`;

  it('is content with what pelint dns makes of records', async () => {
    const { text } = dnsArtefact('dnsmasq', ['eus'], recordsCsv, []);
    const result = await findingsOf(startDnsmasq(text), '--records', 'records.csv');
    assert.equal(result.status, 0, JSON.stringify(result.of));
    for (const zone of zones) assert.match(result.of[zone] ?? '', /^ok /);
  });

  it('is content with what pelint dns makes to forward', async () => {
    const { port } = await startAzure();
    const { text } = dnsArtefact('dnsmasq', ['eus'], '', [`127.0.0.1#${port}`]);
    const result = await findingsOf(startDnsmasq(text), vault, account);
    checkAll(result, { [backup]: 'ok azure', [vault]: 'ok private', [account]: 'ok private' });
  });

  it('finds the zone that is missing', async () => {
    const records = `host-record=${vault},10.0.0.4\nhost-record=acct1.${queue},10.0.0.6\n`;
    const result = await findingsOf(
      startDnsmasq(local(records, [backup, queue])),
      vault,
      `acct1.${blob}`,
      `acct1.${queue}`,
    );
    checkAll(result, { [backup]: 'ok names', [queue]: 'ok names', [blob]: 'wrong failed', [vault]: 'ok private' });
    assert.equal(result.of[`acct1.${blob}`], 'wrong failed');
    assert.equal(result.status, 1);
  });

  it("finds another region's zone in the place of the right one", async () => {
    const other = 'privatelink.we.backup.windowsazure.com';
    const result = await findingsOf(
      startDnsmasq(local(`host-record=4711.pod01.${other},10.0.0.4\n`, [other, blob, queue])),
      vault,
    );
    checkAll(result, { [backup]: 'wrong failed', [vault]: 'wrong failed' });
  });

  it('finds public addresses, blocked names, and IPv6 alone', async () => {
    const records = `host-record=${vault},20.60.1.2\nhost-record=acct1.${blob},0.0.0.0\nhost-record=acct1.${queue},fd00::6\n`;
    const result = await findingsOf(startDnsmasq(local(records)), vault, `acct1.${blob}`, `acct1.${queue}`);
    checkAll(result, {
      [vault]: 'wrong public',
      [`acct1.${blob}`]: 'wrong unusable',
      [`acct1.${queue}`]: 'ok private',
    });
  });

  it('takes a whole domain with one address', async () => {
    const result = await findingsOf(startDnsmasq(zones.map((zone) => `address=/${zone}/10.0.0.4\n`).join('')), vault);
    checkAll(result, { [backup]: 'ok own', [blob]: 'ok own', [vault]: 'ok private' });
    assert.equal(result.status, 0);
  });

  it('does not wait for ever for a server behind it that is silent', async () => {
    const silent = await startDnsServer(() => ({ silent: true }));
    running.push(silent);
    const configuration = local(`server=/${backup}/127.0.0.1#${silent.port}\n`, [blob, queue]);
    checkAll(await findingsOf(startDnsmasq(configuration), vault), {
      [backup]: 'wrong unanswered',
      [vault]: 'wrong unanswered',
    });
  });
});

describe('pelint verify and Unbound', () => {
  forProgram('unbound');
  const local = (...data: string[]): string =>
    `${zones.map((zone) => `  local-zone: "${zone}." static\n`).join('')}${data.map((it) => `  local-data: "${it}"\n`).join('')}`;
  /** Without a way to the root, nothing leaves this machine. */
  const alone = `  local-zone: "." refuse\n`;

  it('is content with what pelint dns makes of records', async () => {
    const { text } = dnsArtefact('unbound', ['eus'], recordsCsv, []);
    const result = await findingsOf(startUnbound(`${alone}${text}`), '--records', 'records.csv');
    assert.equal(result.status, 0, JSON.stringify(result.of));
  });

  it('is content with what pelint dns makes to forward', async () => {
    const { port } = await startAzure();
    const { text } = dnsArtefact('unbound', ['eus'], '', [`127.0.0.1@${port}`]);
    const result = await findingsOf(startUnbound(text), vault, account);
    checkAll(result, { [backup]: 'ok azure', [blob]: 'ok azure', [vault]: 'ok private', [account]: 'ok private' });
  });

  it('tells a record that is missing from a zone that is', async () => {
    const result = await findingsOf(startUnbound(`${alone}${local(`${vault}. A 10.0.0.4`)}`), vault, `acct1.${blob}`);
    checkAll(result, { [vault]: 'ok private', [blob]: 'ok own', [`acct1.${blob}`]: 'wrong missing' });
  });

  it('reports SERVFAIL, where the server behind it is gone', async () => {
    const gone = await startDnsServer(() => ({ code: 2 }));
    running.push(gone);
    const configuration = `${local()}forward-zone:\n  name: "${account}"\n  forward-addr: 127.0.0.1@${gone.port}\n`;
    checkAll(await findingsOf(startUnbound(configuration), account), { [blob]: 'ok own', [account]: 'wrong failed' });
  });

  it('finds that private addresses are taken out of answers', async () => {
    const { port } = await startAzure();
    const forward = zones
      .map((zone) => `forward-zone:\n  name: "${zone}"\n  forward-addr: 127.0.0.1@${port}\n`)
      .join('');
    const { of, document } = await findingsOf(startUnbound(`  private-address: 10.0.0.0/8\n${forward}`), vault);
    assert.equal(of[vault], 'wrong missing', JSON.stringify(document.names));
    assert.match(document.names[0]?.advice ?? '', /rebinding/);
  });
});

describe('pelint verify and BIND', () => {
  forProgram('named');
  const zoneFile = (primary: string, ...records: string[]): string =>
    `$TTL 10\n@ SOA ${primary}. hostmaster.example. 1 3600 300 2419200 10\n@ NS ${primary}.\n${records.join('\n')}\n`;
  const withZones = (files: Readonly<Record<string, string>>): Promise<Daemon> => {
    const clauses = Object.keys(files).map((zone) => `zone "${zone}" { type primary; file "${zone}"; };\n`);
    return startBind('recursion no;', clauses.join(''), files);
  };

  it('is content with what pelint dns makes of records', async () => {
    const { text, beside } = dnsArtefact('bind', ['eus'], recordsCsv);
    const files = Object.fromEntries(beside.map(({ name, text: zone }) => [name, zone]));
    const result = await findingsOf(startBind('recursion no;', text, files), '--records', 'records.csv');
    assert.equal(
      result.of[vault.replace('4711.pod01', 'abc.ab-pod01')],
      'ok private',
      JSON.stringify(result.document.names),
    );
    assert.equal(result.status, 0, JSON.stringify(result.of));
  });

  it('is content with what pelint dns makes to forward', async () => {
    const { port } = await startAzure();
    const { text } = dnsArtefact('bind', ['eus'], '', [`127.0.0.1 port ${port}`]);
    const result = await findingsOf(startBind('recursion yes; allow-query { any; };', text, {}), vault, account);
    checkAll(result, { [backup]: 'ok azure', [blob]: 'ok azure', [vault]: 'ok private', [account]: 'ok private' });
  });

  it('finds a zone that is missing and a record that is', async () => {
    const files = {
      [backup]: zoneFile('azureprivatedns.net', '4711.pod01 A 10.0.0.4'),
      [queue]: zoneFile('ns1.contoso.example'),
    };
    const result = await findingsOf(withZones(files), vault, `acct1.${blob}`, `acct1.${queue}`);
    checkAll(result, {
      [backup]: 'ok azure',
      [queue]: 'ok own',
      [blob]: 'wrong failed',
      [vault]: 'ok private',
      [`acct1.${queue}`]: 'wrong missing',
    });
    assert.equal(result.document.names.find(({ fqdn }) => fqdn === vault)?.addresses[0]?.ttl, 10);
  });

  it('finds aliases that lead in a circle', async () => {
    const files = { [backup]: zoneFile('azureprivatedns.net', 'a CNAME b', 'b CNAME a') };
    checkAll(await findingsOf(withZones(files), `a.${backup}`), { [`a.${backup}`]: 'wrong loop' });
  });

  it('asks over TCP for an answer that is too long for UDP', async () => {
    const many = Array.from({ length: 100 }, (_, index) => `many A 10.0.1.${index + 1}`);
    const files = { [backup]: zoneFile('azureprivatedns.net', ...many) };
    const { document, of } = await findingsOf(withZones(files), `many.${backup}`, '--prefix', '10.0.1.0/24');
    assert.equal(of[`many.${backup}`], 'ok private');
    assert.equal(document.names[0]?.addresses.length, 100);
  });

  it('tells the zone of public DNS from a private one', async () => {
    const files = { [blob]: zoneFile('ns1-01.azure-dns.com') };
    checkAll(await findingsOf(withZones(files)), { [blob]: 'wrong public' });
  });
});
