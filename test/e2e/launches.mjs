// The windows that the suites need: what is open in each, which extensions are there, and whether it is trusted.
// Which suites run in it says suite/index.ts.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildSuite, buildWebSuite, makeFolder, makeWorkspace, outFolder, webExtension } from './suite-files.mjs';
import { root } from './tools.mjs';

/** Those with a desktop's extension host: a Node process. */
export const launches = [
  { name: 'folder', title: 'a folder', prepare: async () => ({ ...(await desktop()), workspace: makeWorkspace() }) },
  {
    name: 'folders',
    title: 'several folders',
    prepare: async () => ({ ...(await desktop()), workspace: makeSeveralFolders() }),
  },
  {
    name: 'bicep',
    title: 'beside the official Bicep extension',
    prepare: async () => ({ ...(await desktop()), workspace: makeWorkspace(), installed: [makeBicepExtension()] }),
  },
  {
    name: 'untrusted',
    title: 'a folder that is not trusted',
    trusted: false,
    prepare: async () => ({ ...(await desktop()), workspace: makeUntrusted() }),
  },
];

/** The extension host of a browser: a web worker, whose server is another one. */
export const webLaunch = {
  name: 'web',
  title: 'a folder, all in the browser',
  prepare: async (environment) => ({
    extension: webExtension,
    suite: await buildWebSuite(environment),
    workspace: makeWorkspace(),
  }),
};

async function desktop() {
  return { extension: root, suite: await buildSuite() };
}

/** Two folders with a configuration each, and a template in both that breaks the same rule. */
function makeSeveralFolders() {
  const folder = makeFolder('several');
  for (const [name, level] of [
    ['quiet', 'info'],
    ['strict', 'error'],
  ]) {
    write(folder, `${name}/zone.bicep`, zoneWithLocation);
    write(folder, `${name}/pelint.config.json`, JSON.stringify({ rules: { PE209: level } }));
  }
  const workspace = path.join(folder, 'two.code-workspace');
  writeFileSync(workspace, JSON.stringify({ folders: [{ path: 'quiet' }, { path: 'strict' }], settings: {} }));
  return workspace;
}

/** A folder whose template uses a module beside the folder, each with the same mistake. */
function makeUntrusted() {
  const folder = makeFolder('untrusted');
  write(folder, 'outside/zone.bicep', zoneWithLocation);
  write(folder, 'inside/modules/zone.bicep', zoneWithLocation);
  write(folder, 'inside/.git/HEAD', '');
  write(
    folder,
    'inside/main.bicep',
    `module inside 'modules/zone.bicep' = {}\nmodule outside '../outside/zone.bicep' = {}\n`,
  );
  return path.join(folder, 'inside');
}

/** Something with the name of the official extension, which does nothing: what counts is that it is there. */
function makeBicepExtension() {
  const folder = path.join(outFolder, 'ms-azuretools.vscode-bicep-0.0.1');
  rmSync(folder, { recursive: true, force: true });
  const manifest = { name: 'vscode-bicep', publisher: 'ms-azuretools', version: '0.0.1', engines: { vscode: '*' } };
  write(folder, 'package.json', JSON.stringify({ ...manifest, extensionKind: ['workspace'] }));
  return folder;
}

const zoneWithLocation = `resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.we.backup.windowsazure.com'
  location: 'westeurope'
}
`;

function write(folder, name, text) {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
