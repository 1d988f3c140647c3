import assert from 'node:assert/strict';
import { createContext, runInContext } from 'node:vm';
import type { FqdnQuestion } from '../../../../server/src/domain/fqdns/expected-fqdns';
import { allowListTargets } from '../../../../server/src/formats/allow-list/exporters';
import { allowListArtefact } from '../../../support/artefacts';

describe('allow lists', () => {
  for (const target of allowListTargets) {
    it(`have every name, or the tag or address that stands for it: ${target}`, () => {
      const { text } = allowListArtefact(target, ['eastus']);
      for (const name of ['msauth.net', 'download.microsoft.com']) assert.ok(text.includes(name), name);
      const standsFor = target === 'nsg' ? 'privateEndpointPrefixes' : 'privatelink.eus.backup.windowsazure.com';
      assert.ok(text.includes(standsFor));
      const byTag = target === 'nsg' || target === 'azure-firewall';
      assert.equal(text.includes('login.microsoftonline.com'), !byTag && !['squid', 'proxy-pac'].includes(target));
      if (byTag) assert.ok(text.includes('AzureActiveDirectory'));
    });
  }
});

describe('azure-firewall', () => {
  it('takes tags for all services without private endpoints', () => {
    const { text } = allowListArtefact('azure-firewall', ['eastus'], { privateEndpoint: false });
    for (const tag of ['AzureBackup', 'Storage', 'AzureActiveDirectory']) assert.ok(text.includes(`['${tag}']`), tag);
    assert.doesNotMatch(text, /blob\.core/);
  });

  it('lets the port of file recovery through by address', () => {
    const { text } = allowListArtefact('azure-firewall', ['eastus'], { workloads: ['file-recovery'] });
    assert.match(text, /destinationAddresses: privateEndpointPrefixes\n\s+destinationPorts: \['3260'\]/);
  });
});

describe('proxy-pac', () => {
  const ask = (host: string, question?: FqdnQuestion): unknown => {
    const context = createContext({ host });
    runInContext(allowListArtefact('proxy-pac', ['eastus'], question).text, context, { timeout: 1000 });
    return runInContext("FindProxyForURL('https://' + host + '/', host)", context, { timeout: 1000 });
  };
  const proxied = 'PROXY proxy.contoso.com:3128';

  for (const [host, answer] of [
    ['abc.svc.privatelink.eus.backup.windowsazure.com', 'DIRECT'],
    ['ACCT1.blob.core.windows.net', 'DIRECT'],
    ['acct1.privatelink.blob.core.windows.net', 'DIRECT'],
    ['evilblob.core.windows.net.example', 'DIRECT'],
    ['x', 'DIRECT'],
    ['login.microsoftonline.com', proxied],
    ['a.b.msauth.net', proxied],
    ['login.microsoft.com', proxied],
    ['download.microsoft.com', proxied],
    ['www.example.com', 'DIRECT'],
  ] as const) {
    it(`sends ${host} to ${answer}`, () => assert.equal(ask(host), answer));
  }

  it('sends storage through the proxy without private endpoints', () => {
    assert.equal(ask('acct1.blob.core.windows.net', { privateEndpoint: false }), proxied);
  });
});

describe('squid', () => {
  it('leaves out hosts that a pattern covers', () => {
    const names = [...allowListArtefact('squid', ['eastus']).text.matchAll(/^acl azure_backup dstdomain (\S+)$/gm)].map(
      ([, name]) => name,
    );
    assert.ok(names.includes('.microsoftonline.com') && names.includes('.login.microsoft.com'));
    assert.ok(!names.includes('login.microsoftonline.com') && !names.includes('login.microsoft.com'));
    assert.ok(names.includes('graph.windows.net'));
  });
});

describe('csv', () => {
  it('has a row for each name and port', () => {
    const rows = allowListArtefact('csv', ['eastus'], { workloads: ['file-recovery'] })
      .text.trimEnd()
      .split('\n');
    assert.deepEqual(
      rows.map((row) => row.split(',').slice(0, 2).join(':')),
      [
        'destination:port',
        '*.privatelink.eus.backup.windowsazure.com:443',
        '*.privatelink.eus.backup.windowsazure.com:3260',
        'pod01-rec2.eus.backup.windowsazure.com:443',
        'pod01-rec2.eus.backup.windowsazure.com:3260',
        'download.microsoft.com:443',
      ],
    );
  });
});

describe('palo-alto', () => {
  it('has a category and a rule for each group of ports', () => {
    const { text } = allowListArtefact('palo-alto', ['eastus']);
    const commands = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    for (const command of commands)
      assert.match(command, /^set (service|profiles custom-url-category|rulebase security rules) azure-backup-/);
    assert.deepEqual(
      [...new Set(commands.flatMap((line) => /category (\S+) action allow/.exec(line)?.[1] ?? []))],
      ['azure-backup-443', 'azure-backup-80-443'],
    );
  });
});
