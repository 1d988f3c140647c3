import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { LanguageServer } from './support/language-server';
import { repositoryRoot, repositoryText } from './support/repository';

const dist = path.join(repositoryRoot, 'dist');
const manifest = JSON.parse(repositoryText('package.json')) as { version: string };

/** A bundle may be built without a word and die at its start, so each is started. */
describe('bundles', () => {
  it('start: the command', () => {
    const { stdout, stderr, status } = run(['dist/cli.js', '--version']);
    assert.equal(stderr, '');
    assert.ok(stdout.includes(manifest.version), stdout);
    assert.equal(status, 0);
  });

  it('start: the language server', async () => {
    const server = await LanguageServer.start();
    assert.equal(await server.stop(), 0);
  });

  it('load: the extension, with what VS Code gives it', () => {
    // Whatever is asked of it is the same again: something that can be called, extended and asked.
    const vscode = 'new Proxy(function () {}, { get: (target, name, it) => (name === "default" ? undefined : it) })';
    const script = `
      const { Module } = require('node:module');
      const load = Module._load;
      Module._load = (name, ...rest) => (name === 'vscode' ? ${vscode} : load(name, ...rest));
      console.log(Object.keys(require('./dist/client.js')).join());
      console.log(Object.keys(require('./dist/client-server-process.js')).join());`;
    const { stdout, stderr } = run(['-e', script]);
    assert.match(stdout, /\bactivate\b[^]*\bclientOfProcess\b/, stderr);
  });

  it('load: the library and what commands load when they need it', () => {
    // Those for VS Code or a browser run in none but that.
    const others = /^(cli|server|client.*|worker)\.js$/;
    for (const file of readdirSync(dist).filter((name) => name.endsWith('.js') && !others.test(name))) {
      const { stderr, status } = run(['-e', `require('./dist/${file}')`]);
      assert.equal(stderr, '', file);
      assert.equal(status, 0, file);
    }
  });

  it('keep what draws out of the language server until it draws', () => {
    const draws = (name: string): boolean => readFileSync(path.join(dist, name), 'utf8').includes('network-simplex');
    assert.deepEqual(['server.js', 'formats-graph-svg-format.js'].filter(draws), ['formats-graph-svg-format.js']);
  });

  it('run in the page of a view by themselves', () => {
    const page = readFileSync(path.join(dist, 'view', 'topology.js'), 'utf8');
    assert.doesNotMatch(page, /\brequire\(|\bmodule\.exports\b|\bimport\b/);
  });

  it('keep the language server out of the command', () => {
    const talksLsp = (name: string): boolean =>
      readFileSync(path.join(dist, name), 'utf8').includes('textDocument/didOpen');
    assert.ok(talksLsp('server.js'));
    assert.deepEqual(['cli.js', 'cli-commands-check.js'].filter(talksLsp), []);
  });

  // VS Code loads it for every JSON file that is opened, so what speaks to the server has to wait for a template.
  it('keep the library of language clients out of what VS Code loads first', () => {
    const holdsLibrary = (name: string): boolean =>
      readFileSync(path.join(dist, name), 'utf8').includes('window/logMessage');
    assert.deepEqual(['client.js', 'client-server-process.js'].filter(holdsLibrary), ['client-server-process.js']);
  });
});

function run(args: readonly string[]): { stdout: string; stderr: string; status: number | null } {
  return spawnSync(process.execPath, args, { cwd: repositoryRoot, encoding: 'utf8', timeout: 15_000 });
}
