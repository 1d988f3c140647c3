import assert from 'node:assert/strict';
import { deploy } from '../../../../server/src/deployment/deploy';
import { toJson } from '../../../../server/src/deployment/functions/json-writer';
import { Session } from '../../../../server/src/deployment/project/session';
import type { Value } from '../../../../server/src/deployment/values/value';
import { getEntry } from '../../../../server/src/deployment/values/values';
import { check, createSession } from '../../../../server/src/lint/check';
import { createSources } from '../../../../server/src/lint/closure';
import { checkFiles, projectUri, type ProjectFiles } from '../../../support/check-files';
import { readMarks } from '../../../support/marks';

const data = '{"list": [1, {"name": "x"}], "my map": {"a": true, "b": null}, "Case": "C", "case": "c"}';

// What the compiler makes of a path was asked of Bicep 0.49.2.
const paths: readonly (readonly [path: string, expected: string | undefined])[] = [
  ['', data.replaceAll(/(?<=[:,]) /g, '')],
  ['$', data.replaceAll(/(?<=[:,]) /g, '')],
  ['list', '[1,{"name":"x"}]'],
  ['.list', '[1,{"name":"x"}]'],
  ['$.list[1].name', '"x"'],
  ["['list'].[1]['name']", '"x"'],
  ["$['my map'].a", 'true'],
  ['list[*]', '[1,{"name":"x"}]'],
  ['list[0]', '1'],
  ['$.Case', '"C"'],
  ['case', '"c"'],
  ['list.*', '[1,{"name":"x"}]'],
  ['LIST', undefined],
  ['list[2]', undefined],
  ['$list', undefined],
  ['list .name', undefined],
  ['["list"]', undefined],
  ['$..name', undefined],
];

describe('load functions', () => {
  for (const [path, expected] of paths) {
    it(`find ${path === '' ? 'everything' : path} in data`, async () => {
      const call = `loadJsonContent('data.json', '${path.replaceAll("'", "\\'")}')`;
      assert.equal(toJson(await loaded(call, { 'data.json': data })), expected);
    });
  }

  it('read text, YAML and Base64 of text that is at hand', async () => {
    const files = { 'notes.txt': 'grün\n', 'data.yml': 'a: [1, two]\n', 'data.json': '{}' };
    assert.equal(toJson(await loaded("loadTextContent('notes.txt')", files)), '"grün\\n"');
    assert.equal(toJson(await loaded("loadTextContent('./notes.txt', 'utf-8')", files)), '"grün\\n"');
    assert.equal(toJson(await loaded("sys.loadYamlContent('data.yml', 'a[1]')", files)), '"two"');
    assert.equal(toJson(await loaded("loadFileAsBase64('data.json')", files)), '"e30="');
  });

  it('take a path from a variable', async () => {
    const files = { 'sub/a.json': '[1]' };
    for (const path of ['folder', "'${folder}'", "'./sub/${name}.json'", "'sub/a.json'"]) {
      const source = `var name = 'a'\nvar folder = 'sub/\${name}.json'\n${template(`loadJsonContent(${path})`)}`;
      const { problems, texts } = await checkFiles({ 'main.bicep': source, ...files });
      assert.deepEqual(problems, []);
      assert(texts.has(projectUri('sub/a.json')));
      assert.equal(toJson(await loadedBy(source, files)), '[1]', path);
    }
  });

  it('leave unknown what they cannot read as the compiler does', async () => {
    const files = { 'notes.txt': 'grün\n', 'long.txt': 'x'.repeat(131_073), 'broken.yml': 'a: [', 'broken.json': '' };
    const calls = [
      "loadTextContent('none.txt')",
      "loadTextContent('notes.txt', 'iso-8859-1')",
      "loadTextContent('long.txt')",
      "loadYamlContent('broken.yml')",
      "loadJsonContent('broken.json')",
      "loadJsonContent('notes.txt', 'a', 'utf-16')",
    ];
    for (const call of calls) assert.equal((await loaded(call, files)).kind, 'unknown', call);
    const folder = await loaded("loadDirectoryFileInfo('./')", files);
    assert(folder.kind === 'array' && folder.open);
  });

  it('keep the places of what they read, and a mistake is found there', async () => {
    const marked = readMarks('zones:\n  - location: ‹westus› # not global\n');
    const uri = projectUri('main.bicep');
    const main = `var settings = loadYamlContent('settings.yml')
resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.eus.backup.windowsazure.com'
  location: settings.zones[0].location
}
`;
    const texts = new Map(Object.entries({ [uri]: main, [projectUri('settings.yml')]: marked.text }));
    const host = { read: (it: string) => Promise.resolve(texts.get(it)) };
    const options = { levels: new Map(), cloud: undefined, location: undefined, syntaxErrors: () => true };
    const { findings } = await check({ project: [uri], report: [uri], options }, host, createSession());
    assert.deepEqual(
      findings.map(({ ruleId, place }) => [ruleId, place]),
      [['PE209', { uri: projectUri('settings.yml'), ...marked.spans[0] }]],
    );
  });
});

function template(expression: string): string {
  return `resource it 'Microsoft.Network/networkSecurityGroups@2024-01-01' = { name: 'it', tags: { it: ${expression} } }\n`;
}

function loaded(expression: string, files: ProjectFiles): Promise<Value> {
  return loadedBy(template(expression), files);
}

async function loadedBy(main: string, files: ProjectFiles): Promise<Value> {
  const texts = new Map(
    Object.entries({ 'main.bicep': main, ...files }).map(([path, text]) => [projectUri(path), text]),
  );
  const session = new Session();
  await session.learnYaml();
  const sources = createSources(texts, session);
  const root = sources.template(projectUri('main.bicep'));
  assert(root);
  const request = {
    template: root,
    parameters: undefined,
    cloud: 'public',
    known: {},
    deploymentName: undefined,
  } as const;
  const [resource] = deploy(request, sources).resources;
  const tags = resource && getEntry(resource.body, 'tags')?.value;
  const value = tags?.kind === 'object' ? getEntry(tags, 'it')?.value : undefined;
  assert(value);
  return value;
}
