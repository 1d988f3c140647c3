import assert from 'node:assert/strict';
import path from 'node:path';
import ts from 'typescript';
import { repositoryFiles, repositoryRoot, repositoryText } from './support/repository';
import { importCycle, sourceImports } from './support/imports';

/** The folders of the server in the order of the data's way: each may import what stands before it, `data` only `base`. */
const layers = [
  'base',
  'data',
  'syntax',
  'model',
  'deployment',
  'domain',
  'rules',
  'lint',
  'formats',
  'host',
  'cli',
  'lsp',
] as const;
type Layer = (typeof layers)[number];

/** The folders inside a layer, in the same order; the layer's own files come after them all. */
const parts: Readonly<Partial<Record<Layer, readonly string[]>>> = {
  deployment: ['values', 'functions', 'project', 'identity', 'expressions', 'instances'],
  domain: [
    'names',
    'resources',
    'topology',
    'vaults',
    'network',
    'fqdns',
    'zones',
    'graph',
    'insight',
    'readiness',
    'verify',
  ],
};

/** The layers at the edge, which may use Node and the packages they like; what stands before them is the core. */
const edge: readonly Layer[] = ['host', 'cli', 'lsp'];
const ends: readonly Layer[] = ['cli', 'lsp'];
/** `sarif` is nothing but types. */
const packagesOfTheCore = ['@dagrejs/dagre', 'jsonc-parser', 'yaml', 'vscode-uri', 'diff', 'ignore', 'sarif'];
/** `pelint lsp` starts the language server. */
const importsBesides = ['server/src/cli/commands/lsp.ts → server/src/lsp/node.ts'];
const serverFilesForTheClient = ['server/src/protocol.ts', 'server/src/syntax/arm/detect.ts'];

const sources = repositoryFiles('server/src/**/*.ts', 'client/src/**/*.ts');
const styles = repositoryFiles('client/src/**/*.css');
const imports = new Map(sources.map((file) => [file, sourceImports(file, [...sources, ...styles])]));

describe('architecture', () => {
  it('lets a folder of the server import only from folders before it', () => {
    const wrong: string[] = [];
    for (const [file, { files }] of imports) {
      for (const target of files) if (!mayImportFile(file, target)) wrong.push(`${file} → ${target}`);
    }
    assert.deepEqual(wrong, []);
  });

  it('lets a folder inside a layer import only from folders before it', () => {
    const wrong: string[] = [];
    for (const [file, { files }] of imports) {
      for (const target of files)
        if (layerOf(file) === layerOf(target) && partOrder(file) < partOrder(target)) wrong.push(`${file} → ${target}`);
    }
    assert.deepEqual(wrong, []);
  });

  it('knows every folder inside a layer that has an order', () => {
    const unknown = sources.filter((file) => {
      const folder = partOf(file);
      const known = parts[layerOf(file) ?? 'base'];
      return folder !== undefined && known !== undefined && !known.includes(folder);
    });
    assert.deepEqual(unknown, []);
  });

  it('knows every folder of the server', () => {
    const folders = new Set(
      sources.map((file) => /^server\/src\/([^/]+)\//.exec(file)?.[1]).filter((name) => name !== undefined),
    );
    assert.deepEqual(
      [...folders].filter((name) => !layers.some((layer) => layer === name)),
      [],
    );
  });

  it('would notice a cycle', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', []],
      ['d', ['b']],
    ]);
    assert.deepEqual(importCycle(graph), ['b', 'd', 'b']);
  });

  it('has no import cycles, imports of types included', () => {
    assert.deepEqual(importCycle(new Map([...imports].map(([file, { files }]) => [file, files]))), []);
  });

  it('keeps Node and foreign packages out of the core', () => {
    const wrong: string[] = [];
    for (const [file, { packages }] of imports) {
      const layer = layerOf(file);
      if (file.startsWith('client/') || (layer !== undefined && edge.includes(layer))) continue;
      for (const name of packages) if (!packagesOfTheCore.includes(name)) wrong.push(`${file} → ${name}`);
    }
    assert.deepEqual(wrong, []);
  });

  it('lets nothing but `pelint verify` use the network', () => {
    const modules = ['dgram', 'dns', 'http', 'http2', 'https', 'inspector', 'net', 'tls'];
    const isNetwork = (name: string): boolean => modules.includes(name.replace(/^node:/, '').split('/')[0] ?? '');
    const users = [...imports].filter(([, { packages }]) => packages.some(isNetwork)).map(([file]) => file);
    assert.notDeepEqual(users, []);
    assert.deepEqual(
      users.filter((file) => !file.startsWith('server/src/host/dns/')),
      [],
    );
    const outside = [...imports].filter(([file]) => !file.startsWith('server/src/host/dns/'));
    const askers = outside.filter(([, { files }]) => files.some((file) => file.startsWith('server/src/host/dns/')));
    assert.deepEqual(askers.map(([file]) => file).sort(), [
      'server/src/cli/commands/verify.ts',
      'server/src/cli/verify/options.ts',
    ]);
    assert.equal(sources.filter((file) => /\bfetch\(|\bWebSocket\b/.test(repositoryText(file))).length, 0);
  });

  it('lets the client import of the server only the protocol and the template detection', () => {
    const wrong: string[] = [];
    for (const [file, { files }] of imports) {
      if (!file.startsWith('client/')) continue;
      for (const target of files) {
        if (target.startsWith('server/') && !serverFilesForTheClient.includes(target))
          wrong.push(`${file} → ${target}`);
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('keeps the pages of views and the extension apart: all that they share is what they say to each other', () => {
    const isPage = (file: string): boolean => file.startsWith('client/src/webview/');
    const shared = ['client/src/topology/messages.ts', 'server/src/protocol.ts'];
    const wrong: string[] = [];
    for (const [file, { files }] of imports) {
      for (const target of files)
        if (isPage(file) !== isPage(target) && !shared.includes(target)) wrong.push(`${file} → ${target}`);
    }
    assert.deepEqual(wrong, []);
  });

  it('finds every file that an import names', () => {
    assert.deepEqual(
      [...imports].flatMap(([file, { missing }]) => missing.map((name) => `${file} → ${name}`)),
      [],
    );
  });
});

describe('house style', () => {
  const written = repositoryFiles('{server,client,test,scripts}/**/*.{ts,mjs}', '*.mjs').filter(
    (file) => !file.startsWith('test/fixtures/'),
  );

  it('names files in kebab case', () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)+$/;
    assert.deepEqual(
      written.filter((file) => !kebab.test(path.basename(file))),
      [],
    );
  });

  it('keeps files within 400 lines, tables of data excepted', () => {
    const isTable = (file: string): boolean => file.startsWith('server/src/data/') || file.endsWith('/probes.ts');
    const long = written.filter((file) => !isTable(file) && lineCount(file) > 400);
    assert.deepEqual(long, []);
  });

  it('keeps no state in modules', () => {
    assert.deepEqual(sources.flatMap(topLevelVariables), []);
  });

  it('gives the reason for every suppressed check', () => {
    const marks = [
      { mark: /eslint-disable[\w-]*/, reasoned: / -- \S/ },
      { mark: /@ts-(expect-error|ignore|nocheck)/, reasoned: /@ts-expect-error: \S/ },
    ];
    const wrong: string[] = [];
    for (const file of written.filter((name) => name !== 'test/architecture.test.ts')) {
      repositoryText(file)
        .split('\n')
        .forEach((line, index) => {
          if (marks.some(({ mark, reasoned }) => mark.test(line) && !reasoned.test(line)))
            wrong.push(`${file}:${index + 1}`);
        });
    }
    assert.deepEqual(wrong, []);
  });
});

function layerOf(file: string): Layer | undefined {
  const folder = /^server\/src\/([^/]+)\//.exec(file)?.[1];
  return layers.find((layer) => layer === folder);
}

function partOf(file: string): string | undefined {
  return /^server\/src\/[^/]+\/([^/]+)\//.exec(file)?.[1];
}

/** Where a file stands in the order of its layer; all stand alike in a layer that has none. */
function partOrder(file: string): number {
  const order = parts[layerOf(file) ?? 'base'];
  if (order === undefined) return 0;
  const folder = partOf(file);
  return folder === undefined ? order.length : order.indexOf(folder);
}

function mayImportFile(file: string, target: string): boolean {
  if (importsBesides.includes(`${file} → ${target}`)) return true;
  const from = layerOf(file);
  // The files beside the folders: `index.ts`, the library, may use the whole core; `protocol.ts` is for the language server alone.
  if (from === undefined) return true;
  const to = layerOf(target);
  return to === undefined ? from === 'lsp' && target === 'server/src/protocol.ts' : mayImport(from, to);
}

function mayImport(from: Layer, to: Layer): boolean {
  if (from === to) return true;
  if (from === 'data') return to === 'base';
  // The command and the language server are two ends of the same pipe: neither builds on the other.
  if (ends.includes(from) && ends.includes(to)) return false;
  return layers.indexOf(to) < layers.indexOf(from);
}

function lineCount(file: string): number {
  return repositoryText(file).trimEnd().split('\n').length;
}

/** Where `let` or `var` stands at the top level of a module. */
function topLevelVariables(file: string): string[] {
  const source = ts.createSourceFile(path.join(repositoryRoot, file), repositoryText(file), ts.ScriptTarget.ES2022);
  return source.statements
    .filter((statement) => ts.isVariableStatement(statement) && !(statement.declarationList.flags & ts.NodeFlags.Const))
    .map((statement) => `${file}:${source.getLineAndCharacterOfPosition(statement.getStart(source)).line + 1}`);
}
