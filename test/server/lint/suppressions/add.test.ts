import assert from 'node:assert/strict';
import { applyEdits } from '../../../../server/src/base/text-edit';
import { Session } from '../../../../server/src/deployment/project/session';
import type { Finding } from '../../../../server/src/lint/finding';
import { suppressionsFor, type AddedSuppression } from '../../../../server/src/lint/suppressions/add';
import { directivesOf } from '../../../../server/src/lint/suppressions/directives';
import { armTemplate, armZone } from '../../../support/arm-parts';
import { checkFiles, projectUri, type ProjectFiles } from '../../../support/check-files';

const name = 'privatelink.westeurope.backup.windowsazure.com';
const nameLine = `  name: '${name}'`;
const wrong = `resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
${nameLine}
  location: 'global'
}
`;
const template = armTemplate([armZone(`"${name}"`)]);

describe('suppressing a finding for its line', () => {
  const line = (files: ProjectFiles): Promise<string> => suppressed('line', files);
  const directive = '#disable-next-line PE202 // reason';

  it('writes a directive above it, indented alike and with a place for the reason', async () => {
    assert.equal(await line({ 'main.bicep': wrong }), wrong.replace(nameLine, `  ${directive}\n${nameLine}`));
  });

  it('keeps the line breaks and tabs that the file has', async () => {
    const tabbed = wrong.replaceAll('\n', '\r\n').replaceAll('  ', '\t');
    const tabbedLine = nameLine.replace('  ', '\t');
    const expected = tabbed.replace(tabbedLine, `\t${directive}\r\n${tabbedLine}`);
    assert.equal(await line({ 'main.bicep': tabbed }), expected);
  });

  it('writes it above the first line, too', async () => {
    const one = wrong
      .replaceAll(/\n(?=.)/g, ' ')
      .replace(/ {2,}/g, ', ')
      .replace('{,', '{');
    assert.equal(await line({ 'main.bicep': one }), `${directive}\n${one}`);
  });

  for (const [before, after] of [
    ['#disable-next-line BCP081', '#disable-next-line BCP081 PE202'],
    ['#disable-next-line BCP081 // why', '#disable-next-line BCP081 PE202 // why'],
    ['#disable-next-line BCP081 PE103 -- why', '#disable-next-line BCP081 PE103 PE202 -- why'],
  ] as const)
    it(`adds to ${before}`, async () => {
      const above = (text: string): string => wrong.replace(nameLine, `  ${text}\n${nameLine}`);
      assert.equal(await line({ 'main.bicep': above(before) }), above(after));
    });

  it('leaves a directive for another line alone', async () => {
    const text = `#disable-next-line BCP081\n${wrong}`;
    assert.equal(await line({ 'main.bicep': text }), text.replace(nameLine, `  ${directive}\n${nameLine}`));
  });

  it('writes the same in a parameter file', async () => {
    const main = `param name string\n${wrong.replace(`'${name}'`, 'name')}`;
    const parameters = `using 'main.bicep'\nparam name = '${name}'\n`;
    const expected = parameters.replace('param', `${directive}\nparam`);
    assert.equal(await line({ 'main.bicepparam': parameters, 'main.bicep': main }), expected);
  });

  it('hides a finding in a module, which several deployments have', async () => {
    const call = "module zone 'zone.bicep' = {}\n";
    const expected = wrong.replace(nameLine, `  ${directive}\n${nameLine}`);
    assert.equal(await line({ 'zone.bicep': wrong, 'a.bicep': call, 'b.bicep': call }), expected);
  });

  it('stands between the items of an array and the arms of a condition', async () => {
    const items = wrong.replace(nameLine, '  name: names[0]').concat(`\nvar names = [\n  '${name}'\n]\n`);
    const item = `  '${name}'\n`;
    assert.equal(await line({ 'main.bicep': items }), items.replace(item, `  ${directive}\n${item}`));
    const arms = wrong.replace(nameLine, `  name: 1 == 1\n    ? '${name}'\n    : 'a.b'`);
    assert.equal(await line({ 'main.bicep': arms }), arms.replace('    ?', `    ${directive}\n    ?`));
  });

  it('does not get into a text or a comment of several lines', async () => {
    const text = wrong.replace(nameLine, `  name: '''\n${name}'''`);
    assert.deepEqual(await reaches({ 'main.bicep': text }), ['file']);
    const commented = wrong.replace(nameLine, `  /* the\n name */ ${nameLine.trim()}`);
    assert.deepEqual(await reaches({ 'main.bicep': commented }), ['file']);
    const before = wrong.replace(nameLine, `  /* the\n name */\n${nameLine}`);
    assert.deepEqual(await reaches({ 'main.bicep': before }), ['line', 'file']);
  });

  it('does not get between the members of a union type, which the compiler refuses', async () => {
    const files = { 'main.bicep': `type t =\n  | 'a'\n  | 'b'\n${wrong}` };
    const finding = await findingOf(files);
    const at = files['main.bicep'].indexOf("'b'");
    const within: Finding = { ...finding, place: { ...finding.place, start: at, end: at + 3 } };
    assert.deepEqual(
      ways(within, files['main.bicep'], false).map(({ reach }) => reach),
      ['file'],
    );
  });

  describe('in JSON', () => {
    const start = template.lastIndexOf('\n', template.indexOf(name)) + 1;
    const commented = (comment: string): string =>
      `${template.slice(0, start)}    ${comment}\n${template.slice(start)}`;

    it('writes a comment where comments are at home', async () => {
      const expected = commented('// pelint-disable-next-line PE202 -- reason');
      assert.equal(await suppressed('line', { 'main.json': template }, true), expected);
    });

    it('adds to a comment in any file', async () => {
      const known = commented('/* pelint-disable-next-line PE103, PE104 -- why */');
      const expected = commented('/* pelint-disable-next-line PE103, PE104 PE202 -- why */');
      assert.equal(await line({ 'main.json': known }), expected);
    });

    it('does not get into a text or a comment of several lines', async () => {
      const text = template.replace(`"${name}"`, `"[concat('',\n'${name}')]"`);
      assert.deepEqual(await reaches({ 'main.json': text }, true), ['resource', 'file']);
      const comment = template.replace('{ "type"', '/* "a\n" */ { "type"');
      assert.deepEqual(await reaches({ 'main.json': comment }, true), ['resource', 'file']);
      const behind = template.replace('{ "type"', '/* "a\n" */ // "\n { "type"');
      assert.deepEqual(await reaches({ 'main.json': behind }, true), ['line', 'file']);
    });
  });
});

describe('suppressing a finding for its resource', () => {
  const resource = (text: string): Promise<string> => suppressed('resource', { 'main.json': text });
  const entry = '{ "rule": "PE202", "reason": "reason" }';
  const metadata = `"metadata": { "pelint": { "disable": [${entry}] } }`;

  it('writes metadata behind its name', async () => {
    assert.equal(await resource(template), template.replace(`"${name}",`, `"${name}", ${metadata},`));
  });

  it('writes them on a line of their own where the others are', async () => {
    const lines = template.replace(/, "/g, ',\r\n\t\t"').replaceAll(/(?<!\r)\n/g, '\r\n');
    assert.equal(await resource(lines), lines.replace(`"${name}",`, `"${name}",\r\n\t\t${metadata},`));
  });

  it('writes them behind the last property of a resource without a name', async () => {
    const text = template.replace(`"name": "${name}", "location": "global"`, `"location": "global", "name": "${name}"`);
    assert.equal(await resource(text), text.replace(`"${name}" }`, `"${name}", ${metadata} }`));
  });

  for (const [before, after] of [
    ['{}', `{ "pelint": { "disable": [${entry}] } }`],
    ['{ "a": 1 }', `{ "a": 1, "pelint": { "disable": [${entry}] } }`],
    ['{ "pelint": {} }', `{ "pelint": { "disable": [${entry}] } }`],
    ['{ "pelint": { "disable": ["PE103"] } }', `{ "pelint": { "disable": ["PE103", ${entry}] } }`],
    ['{ "pelint": { "disable": "PE103" } }', `{ "pelint": { "disable": ["PE103", ${entry}] } }`],
  ] as const)
    it(`adds to ${before}`, async () => {
      const withMetadata = (value: string): string => template.replace('"name"', `"metadata": ${value}, "name"`);
      assert.equal(await resource(withMetadata(before)), withMetadata(after));
    });

  it('is not possible where something else is in the way', async () => {
    const text = template.replace('"name"', '"metadata": "none", "name"');
    assert.deepEqual(await reaches({ 'main.json': text }), ['file']);
  });

  it('takes the innermost one, also in a deployment within a template', async () => {
    const inner = armTemplate([armZone(`"${name}"`)]);
    const outer = armTemplate([
      `{ "type": "Microsoft.Resources/deployments", "apiVersion": "2024-03-01", "name": "inner", "properties": { "mode": "Incremental", "template": ${inner} } }`,
    ]);
    assert.equal(await resource(outer), outer.replace(`"${name}",`, `"${name}", ${metadata},`));
  });
});

describe('suppressing a finding for its file', () => {
  const file = (files: ProjectFiles): Promise<string> => suppressed('file', files);
  const directive = '#disable-diagnostics PE202 // reason';

  for (const [what, head, own] of [
    ['at the top', '', ''],
    ['behind a comment that stands alone', '// Licence.\n/* More. */\n\n', ''],
    ['behind what the file says of itself', "// Licence.\n\nmetadata a = 'b'\ntargetScope = 'resourceGroup'\n\n", ''],
    [
      'before the comments and decorators of the first statement',
      '/* Licence */\n\n',
      "// A zone.\n@description('x')\n",
    ],
    ['before a directive for the first statement', '', '#disable-next-line BCP081\n'],
  ] as const)
    it(`writes a directive ${what}`, async () => {
      assert.equal(await file({ 'main.bicep': `${head}${own}${wrong}` }), `${head}${directive}\n\n${own}${wrong}`);
    });

  it('writes it behind one that is there', async () => {
    const known = '// Licence\n#disable-diagnostics PE103 // why';
    assert.equal(await file({ 'main.bicep': `${known}\n\n${wrong}` }), `${known}\n${directive}\n\n${wrong}`);
  });

  it('keeps the line breaks of the file', async () => {
    const text = `// Licence\n\n${wrong}`.replaceAll('\n', '\r\n');
    assert.equal(await file({ 'main.bicep': text }), text.replace('resource', `${directive}\r\n\r\nresource`));
  });

  it('writes it above everything where the finding is in what comes first', async () => {
    const text = `metadata a = '${name}'\n${wrong}`;
    const finding = await findingOf({ 'main.bicep': text });
    const early: Finding = { ...finding, place: { ...finding.place, start: 14, end: 15 } };
    const [way] = ways(early, text, false).filter(({ reach }) => reach === 'file');
    assert.equal(way && applyEdits(text, way.edits), `${directive}\n\n${text}`);
  });

  it('writes the same in a parameter file, above its using', async () => {
    const main = `param name string\n${wrong.replace(`'${name}'`, 'name')}`;
    const parameters = `using 'main.bicep'\nparam name = '${name}'\n`;
    assert.equal(await file({ 'main.bicepparam': parameters, 'main.bicep': main }), `${directive}\n\n${parameters}`);
  });

  it('is not possible where the file restores the rule before the finding', async () => {
    assert.deepEqual(await reaches({ 'main.bicep': `#restore-diagnostics PE202\n${wrong}` }), ['line']);
    assert.deepEqual(await reaches({ 'main.bicep': `#restore-diagnostics PE103\n${wrong}` }), ['line', 'file']);
    assert.deepEqual(await reaches({ 'main.bicep': `${wrong}#restore-diagnostics PE202\n` }), ['line', 'file']);
  });

  it('writes metadata in JSON', async () => {
    const version = '"contentVersion": "1.0.0.0",';
    const metadata = '"metadata": { "pelint": { "disable": [{ "rule": "PE202", "reason": "reason" }] } },';
    assert.equal(await file({ 'main.json': template }), template.replace(version, `${version}\n  ${metadata}`));
    const plain = JSON.stringify(JSON.parse(template));
    const expected = JSON.parse(plain) as object;
    const added = JSON.parse(await file({ 'main.json': plain })) as { metadata: unknown };
    const { metadata: written, ...others } = added;
    assert.deepEqual([written, others], [{ pelint: { disable: [{ rule: 'PE202', reason: 'reason' }] } }, expected]);
  });

  it('writes metadata in a JSON parameters file', async () => {
    const main = armTemplate([armZone('"[parameters(\'zone\')]"')], '"parameters": { "zone": { "type": "string" } },');
    const parameters = `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#",
  "contentVersion": "1.0.0.0",
  "parameters": { "zone": { "value": "${name}" } }
}
`;
    const metadata = '"metadata": { "pelint": { "disable": [{ "rule": "PE202", "reason": "reason" }] } },';
    const expected = parameters.replace('"1.0.0.0",', `"1.0.0.0",\n  ${metadata}`);
    assert.equal(await file({ 'main.parameters.json': parameters, 'main.json': main }), expected);
  });
});

/** The one finding of PE202 that counts. */
async function findingOf(files: ProjectFiles): Promise<Finding> {
  const { findings } = await checkFiles(files);
  const [finding, ...others] = findings.filter((it) => it.ruleId === 'PE202' && it.suppression === undefined);
  assert.ok(finding);
  assert.deepEqual(others, []);
  return finding;
}

function ways(finding: Finding, text: string, comments: boolean): readonly AddedSuppression[] {
  const { uri } = finding.place;
  const session = new Session();
  const file = session.read(uri, text);
  assert.ok(file);
  return suppressionsFor(finding, { uri, file, directives: directivesOf(uri, text, session), comments });
}

/** How far the suppressions reach that the finding in the first file can get. */
async function reaches(files: ProjectFiles, comments = false): Promise<readonly string[]> {
  const [[, text] = ['', '']] = Object.entries(files);
  return ways(await findingOf(files), text, comments).map(({ reach }) => reach);
}

/** The first file with its finding suppressed, which a check of it confirms, the text being read without new problems. */
async function suppressed(reach: AddedSuppression['reach'], files: ProjectFiles, comments = false): Promise<string> {
  const [[path, text] = ['', '']] = Object.entries(files);
  const finding = await findingOf(files);
  assert.equal(finding.place.uri, projectUri(path));
  const way = ways(finding, text, comments).find((it) => it.reach === reach);
  assert.ok(way);
  const changed = applyEdits(text, way.edits);
  const { findings } = await checkFiles({ ...files, [path]: changed });
  assert.deepEqual(
    findings.map(({ ruleId, suppression }) => [ruleId, suppression?.kind]).filter(([id]) => id !== 'PE003'),
    [['PE202', 'inSource']],
  );
  return changed;
}
