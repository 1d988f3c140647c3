import assert from 'node:assert/strict';
import { linkedZones } from '../../../../server/src/rules/examples/linked-zones';
import { vaultBehindEndpoint } from '../../../../server/src/rules/examples/vault-behind-endpoint';
import { armTemplate } from '../../../support/arm-parts';
import { labelsIn, offeredIn, withTaken } from '../../../support/completions';

const vaultGroups = ['AzureBackup', 'AzureBackup_secondary', 'AzureSiteRecovery'];
const backup = 'privatelink.we.backup.windowsazure.com';
const blob = 'privatelink.blob.core.windows.net';
const queue = 'privatelink.queue.core.windows.net';

/** A template with one text changed. */
function changed(text: string, from: string, to: string): string {
  assert.ok(text.includes(from), from);
  return text.replace(from, to);
}

const bicepZone = (name: string): string => `resource vault 'Microsoft.RecoveryServices/vaults@2024-04-01' = {
  name: 'rsv'
  location: 'westeurope'
}

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: ${name}
  location: 'global'
}
`;

const armZones = (name: string): string =>
  armTemplate([
    '{ "type": "Microsoft.RecoveryServices/vaults", "apiVersion": "2024-04-01", "name": "rsv", "location": "westeurope" }',
    `{ "type": "Microsoft.Network/privateDnsZones", "apiVersion": "2024-06-01", "name": ${name}, "location": "global" }`,
  ]);

describe('completion of group IDs', () => {
  const endpoint = (items: string): string => changed(vaultBehindEndpoint.bicep, "['AzureBackup']", items);

  for (const items of ["['‹›']", '[‹›]', "['A‹›", '[Az‹›]', '[\n  ‹›\n]', "['AzureBackup', ‹›]"])
    it(`offers those of the vault in ${JSON.stringify(items)}`, async () => {
      assert.deepEqual(await labelsIn('main.bicep', endpoint(items)), vaultGroups);
    });

  for (const [items, taken] of [
    ["['‹›']", "['AzureSiteRecovery']"],
    ['[‹›]', "['AzureSiteRecovery']"],
    ['[Az‹›]', "['AzureSiteRecovery']"],
    ["['A‹›]", "['AzureSiteRecovery']"],
    ["['Azure‹›Backup']", "['AzureSiteRecovery']"],
  ] as const)
    it(`writes ${taken} in place of ${items}`, async () => {
      const offered = await offeredIn('main.bicep', endpoint(items));
      assert.equal(withTaken('AzureSiteRecovery', endpoint(items), offered), endpoint(taken));
    });

  it('offers them in JSON, in double quotes', async () => {
    for (const items of ['["‹›"]', '[‹›]', '["AzureBackup", ‹›]', '[ "Az‹›']) {
      const marked = changed(vaultBehindEndpoint.json, '["AzureBackup"]', items);
      const offered = await offeredIn('main.json', marked);
      assert.deepEqual(
        offered.map(({ newText }) => newText),
        vaultGroups.map((id) => `"${id}"`),
        items,
      );
    }
  });

  it('offers those of another target, with its service', async () => {
    const storage = changed(
      endpoint("['‹›']"),
      'privateLinkServiceId: vault.id',
      "privateLinkServiceId: resourceId('Microsoft.KeyVault/vaults', 'kv')",
    );
    const offered = await offeredIn('main.bicep', storage);
    assert.deepEqual(
      offered.map(({ label, detail }) => [label, detail]),
      [['vault', 'Azure Key Vault']],
    );
  });

  it('offers those of vaults first where the target is not known', async () => {
    const unknown = changed(endpoint("['‹›']"), 'privateLinkServiceId: vault.id', 'privateLinkServiceId: target');
    const labels = await labelsIn('main.bicep', `param target string\n${unknown}`);
    assert.deepEqual(labels.slice(0, 3), vaultGroups);
    assert.ok(labels.includes('blob') && labels.includes('sqlServer'));
    assert.equal(new Set(labels).size, labels.length);
    assert.deepEqual(
      labels.filter((label) => label.includes('{')),
      [],
    );
  });

  it('offers none for a target that takes no endpoint', async () => {
    const target = "privateLinkServiceId: resourceId('Microsoft.DataProtection/backupVaults', 'bv')";
    const marked = changed(endpoint("['‹›']"), 'privateLinkServiceId: vault.id', target);
    assert.deepEqual(await labelsIn('main.bicep', marked), []);
  });

  for (const items of ["['AzureBackup' ‹›]", "[ // x‹›\n'AzureBackup']", '[ /* ‹› */ ]', "['${x‹›}']"])
    it(`is silent in ${JSON.stringify(items)}`, async () => {
      assert.deepEqual(await labelsIn('main.bicep', endpoint(items)), []);
    });
});

describe('completion of zone names', () => {
  it('offers the zones for the region of the vault first, then those of all others', async () => {
    const offered = await offeredIn('main.bicep', bicepZone("'‹›'"));
    assert.deepEqual(
      offered.slice(0, 3).map(({ label, detail }) => [label, detail]),
      [
        [backup, 'Azure Backup in West Europe'],
        [blob, 'Azure Storage blob, for backups'],
        [queue, 'Azure Storage queue, for backups'],
      ],
    );
    const labels = offered.map(({ label }) => label);
    assert.ok(labels.includes('privatelink.eus2.backup.windowsazure.com'));
    assert.equal(labels.filter((label) => label === backup).length, 1);
    assert.deepEqual(
      labels.filter((label) => !label.endsWith('.com') && !label.endsWith('.net')),
      [],
    );
  });

  it('offers those of the cloud that the vault is in', async () => {
    const labels = await labelsIn('main.bicep', changed(bicepZone("'‹›'"), 'westeurope', 'usgovvirginia'));
    assert.equal(labels[0], 'privatelink.ugv.backup.windowsazure.us');
    assert.equal(labels[1], 'privatelink.blob.core.usgovcloudapi.net');
  });

  it('offers the zone of the pair, too, where data is restored there', async () => {
    const both = changed(linkedZones.bicep, `'${backup}'`, "'privatelink.‹›'").replace(
      "['AzureBackup']",
      "['AzureBackup_secondary']",
    );
    assert.deepEqual((await labelsIn('main.bicep', both)).slice(0, 3), [
      backup,
      'privatelink.ne.backup.windowsazure.com',
      blob,
    ]);
  });

  for (const name of ["'‹›'", "'privatelink.bl‹›'", "'‹›", '‹›'])
    it(`writes the suffix of the cloud as a template does in place of ${name}`, async () => {
      const marked = bicepZone(name);
      const offered = await offeredIn('main.bicep', marked);
      assert.equal(withTaken(blob, marked, offered), bicepZone("'privatelink.blob.${environment().suffixes.storage}'"));
    });

  it('keeps what stands behind a text that is not closed', async () => {
    const marked = bicepZone("'privatelink.‹›blob.core // the zone");
    const offered = await offeredIn('main.bicep', marked);
    assert.equal(withTaken(backup, marked, offered), bicepZone(`'${backup}' // the zone`));
  });

  for (const name of ['"‹›"', '"privatelink.‹›', '‹›'])
    it(`writes an expression in JSON in place of ${name}`, async () => {
      const marked = armZones(name);
      const offered = await offeredIn('main.json', marked);
      const written = withTaken(queue, marked, offered);
      const expected = `"[concat('privatelink.queue.', environment().suffixes.storage)]"`;
      assert.ok(written.includes(expected), written);
      if (name !== '"privatelink.‹›') assert.equal(written, armZones(expected));
    });

  it('writes parts of an expression in JSON', async () => {
    const id = (name: string): string =>
      armZones(`"[last(split(resourceId('Microsoft.Network/privateDnsZones', ${name}), '/'))]"`);
    const marked = id("'‹›'");
    const offered = await offeredIn('main.json', marked);
    assert.equal(withTaken(backup, marked, offered), id(`'${backup}'`));
    assert.equal(withTaken(blob, marked, offered), id("concat('privatelink.blob.', environment().suffixes.storage)"));
  });

  it('offers names in calls that make a zone’s ID, and in IDs as they are written out', async () => {
    const variable = (value: string): string => `${bicepZone("'x'")}var id = ${value}\n`;
    const call = variable("resourceId('Microsoft.Network/privateDnsZones', '‹›')");
    assert.equal((await labelsIn('main.bicep', call))[0], backup);
    const id = '/subscriptions/${subscription().id}/x/providers/Microsoft.Network/privateDnsZones/';
    const text = variable(`'${id}priv‹›'`);
    assert.equal(
      withTaken(blob, text, await offeredIn('main.bicep', text)),
      variable(`'${id}privatelink.blob.\${environment().suffixes.storage}'`),
    );
  });

  it('offers whole IDs where a zone group of JSON names a zone', async () => {
    const old = `"[resourceId('Microsoft.Network/privateDnsZones', '${backup}')]"`;
    const marked = changed(linkedZones.json, old, '"‹›"');
    assert.equal(withTaken(backup, marked, await offeredIn('main.json', marked)), linkedZones.json);
  });

  it('offers names wherever a text begins like one', async () => {
    const marked = changed(linkedZones.bicep, `'${backup}'`, "'privatelink.‹›'");
    assert.equal(withTaken(backup, marked, await offeredIn('main.bicep', marked)), linkedZones.bicep);
  });

  it('writes plain names in parameter files', async () => {
    const marked = "using 'main.bicep'\nparam zone = 'privatelink.‹›'\n";
    const main = `param zone string\n${bicepZone('zone')}`;
    const offered = await offeredIn('main.bicepparam', marked, { 'main.bicep': main });
    assert.equal(withTaken(blob, marked, offered), `using 'main.bicep'\nparam zone = '${blob}'\n`);
  });

  for (const marked of [
    "module zones 'privatelink.‹›' = {}",
    "import { zone } from 'privatelink.‹›'",
    "@description('privatelink.‹›')\nparam zone string",
    "@allowed(['privatelink.‹›'])\nparam zone string",
    "param zone 'privatelink.‹›'",
    "type zone = 'privatelink.‹›'",
    "metadata zone = 'privatelink.‹›'",
    "metadata zone = 'as in /privateDnsZones/‹›'",
    "resource zone 'privatelink.‹›' = {}",
  ])
    it(`is silent where nothing is evaluated: ${marked}`, async () => {
      assert.deepEqual(await labelsIn('main.bicep', marked), []);
    });

  it('is silent about descriptions in JSON, and offers names as defaults', async () => {
    const parameter = (member: string): string =>
      armTemplate([], `"parameters": { "zone": { "type": "string", ${member} } },`);
    for (const member of ['"metadata": { "description": "privatelink.‹›" }', '"allowedValues": ["privatelink.‹›"]'])
      assert.deepEqual(await labelsIn('main.json', parameter(member)), [], member);
    assert.ok((await labelsIn('main.json', parameter('"defaultValue": "privatelink.‹›"'))).includes(backup));
    assert.ok((await labelsIn('main.bicep', "param zone string = 'privatelink.‹›'")).includes(backup));
  });

  it('is silent about all other names', async () => {
    for (const marked of [
      changed(bicepZone("'x'"), "'rsv'", "'‹›'"),
      changed(bicepZone("'x'"), "'global'", "'‹›'"),
      bicepZone('zone‹›'),
      bicepZone("'x' // privatelink.‹›"),
      changed(bicepZone("'x'"), "zone '", "zone '‹›"),
      "var text = '''privatelink.\n‹›'''",
      "@description('A zone such as ‹›')\nparam zone string",
    ])
      assert.deepEqual(await labelsIn('main.bicep', marked), [], marked);
    assert.deepEqual(await labelsIn('main.json', changed(armZones('"x"'), '"rsv"', '"‹›"')), []);
    assert.deepEqual(await labelsIn('main.json', changed(armZones('"x"'), '"location"', '"‹›location"')), []);
    assert.deepEqual(await labelsIn('other.json', '{ "name": "privatelink.‹›" }'), []);
  });
});

describe('completion of geo codes', () => {
  for (const name of ["'privatelink.‹›.backup.windowsazure.com'", "'privatelink.w‹›eu.backup.${suffix}'"])
    it(`offers the vault's region first and puts its code into ${name}`, async () => {
      const marked = bicepZone(name);
      const offered = await offeredIn('main.bicep', marked);
      assert.equal(offered[0]?.label, 'we');
      assert.equal(offered[0].detail, 'West Europe');
      const expected = name.replace(/privatelink\.[\w‹›]*/, 'privatelink.eus2');
      assert.equal(withTaken('eus2', marked, offered), bicepZone(expected));
    });

  it('offers them in JSON and inside its expressions', async () => {
    for (const name of [`"privatelink.‹›.backup.windowsazure.com"`, `"[concat('privatelink.‹›.backup.', 'x')]"`])
      assert.equal((await labelsIn('main.json', armZones(name)))[0], 'we', name);
  });

  it('is found by the name of the region', async () => {
    const offered = await offeredIn('main.bicep', bicepZone("'privatelink.‹›.backup.windowsazure.com'"));
    assert.equal(offered.find(({ label }) => label === 'eus2')?.filter, 'eus2 eastus2');
  });
});

describe('completion of rules', () => {
  const wrong = bicepZone("'privatelink.westeurope.backup.windowsazure.com'");
  const above = (directive: string): string => changed(wrong, "  name: 'priv", `  ${directive}\n  name: 'priv`);

  for (const directive of ['#disable-next-line ‹›', '#disable-diagnostics ‹›', '#restore-diagnostics BCP081 P‹›'])
    it(`offers the rule that is broken first in ${directive}`, async () => {
      const offered = await offeredIn('main.bicep', above(directive));
      assert.equal(offered[0]?.label, 'PE202');
      assert.equal(offered[0].detail, 'unknown-geo-code');
      assert.ok(offered[0].documentation?.endsWith('.'));
      assert.equal(withTaken('PE103', above(directive), offered), above(directive.replace(/P?‹›/, 'PE103')));
    });

  it('leaves out what is named already, on either side', async () => {
    const labels = await labelsIn('main.bicep', above('#disable-next-line pe103 ‹› static-ip PE101 // PE104'));
    assert.deepEqual(
      ['PE101', 'PE103', 'PE104'].filter((id) => labels.includes(id)),
      ['PE104'],
    );
  });

  for (const directive of [
    '#disable-next-line PE103 -- ‹›',
    '#disable-next-line PE103 // ‹›',
    '#disable-next-line‹›',
    '#disable‹›',
    '// #disable-next-line ‹›',
    '// pelint-disable-next-line ‹›',
  ])
    it(`is silent in ${directive}`, async () => {
      assert.deepEqual(await labelsIn('main.bicep', above(directive)), []);
    });

  it('offers them in comments of JSON, and nowhere else in comments', async () => {
    const comment = (text: string): string => changed(armZones('"x"'), '"resources"', `${text}\n  "resources"`);
    for (const text of ['// pelint-disable-next-line ‹›', '/* pelint-disable-next-line PE101, P‹› */'])
      assert.ok((await labelsIn('main.json', comment(text))).includes('PE202'), text);
    for (const text of [
      '// pelint-disable ‹›',
      '"x": "// pelint-disable-next-line ‹›",',
      '// pelint-disable-next-line PE103 -- ‹›',
    ])
      assert.deepEqual(await labelsIn('main.json', comment(text)), [], text);
  });

  for (const disabled of ['["‹›"]', '["PE101", ‹›]', '"‹›"', '[{ "rule": "‹›", "reason": "x" }]'])
    it(`offers them in the metadata of JSON as ${disabled}`, async () => {
      const metadata = (text: string): string =>
        changed(armZones('"x"'), '"resources"', `"metadata": { "pelint": { "disable": ${text} } },\n  "resources"`);
      const offered = await offeredIn('main.json', metadata(disabled));
      assert.equal(withTaken('PE202', metadata(disabled), offered), metadata(disabled.replace(/"?‹›"?/, '"PE202"')));
    });

  it('is silent where reasons are given', async () => {
    const disable = '"metadata": { "pelint": { "disable": [{ "rule": "PE101", "reason": "‹›" }] } },\n  "resources"';
    assert.deepEqual(await labelsIn('main.json', changed(armZones('"x"'), '"resources"', disable)), []);
  });
});

describe('completion in half a file', () => {
  it('never fails, wherever the file ends', async () => {
    for (const [name, text] of [
      ['main.bicep', linkedZones.bicep],
      ['main.json', linkedZones.json],
    ] as const)
      for (let end = 0; end < text.length; end += 37) await labelsIn(name, `${text.slice(0, end)}‹›`);
  });

  it('offers zones before the rest is written', async () => {
    const [before = ''] = bicepZone("'privatelink.‹›'").split("'\n  location: 'global'");
    assert.equal((await labelsIn('main.bicep', before))[0], backup);
  });
});
