import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { repositoryRoot } from './support/repository';

/** The package as users get it: packed, installed without scripts and without a network. Needs the build. */
describe('the npm package', function () {
  this.timeout(120_000);
  let folder = '';
  let tarball = '';

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'pelint npm '));
    const packed = run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], repositoryRoot);
    const [{ filename } = { filename: '' }] = JSON.parse(packed) as { filename: string }[];
    tarball = path.join(folder, filename);
    writeFileSync(path.join(folder, 'package.json'), '{ "private": true }');
    run('npm', ['install', '--ignore-scripts', '--offline', '--no-audit', '--no-fund', tarball], folder);
    cpSync(path.join(repositoryRoot, 'examples'), path.join(folder, 'infra'), { recursive: true });
  });

  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('is small, and brings no other package and no part of the editor', () => {
    const megabytes = statSync(tarball).size / 1e6;
    assert.ok(megabytes < 3, `${megabytes} MB`);
    const packages = readdirSync(path.join(folder, 'node_modules')).filter((name) => !name.startsWith('.'));
    assert.deepEqual(packages, ['pelint']);
    const dist = readdirSync(path.join(folder, 'node_modules/pelint/dist'));
    assert.ok(dist.includes('server.js'), 'pelint lsp needs the server');
    assert.deepEqual(
      dist.filter((name) => /^(client|worker)/.test(name)),
      [],
    );
  });

  it('has no script that an installation would run', () => {
    const manifest = readFileSync(path.join(folder, 'node_modules/pelint/package.json'), 'utf8');
    const { scripts = {}, dependencies } = JSON.parse(manifest) as Record<string, object | undefined>;
    assert.deepEqual(
      Object.keys(scripts).filter((name) => /^(pre|post)?install$|^prepare$/.test(name)),
      [],
    );
    assert.equal(dependencies, undefined);
  });

  it('has the command', () => {
    assert.match(run('npx', ['--offline', 'pelint', '--version'], folder), /\d+\.\d+\.\d+/);
    assert.match(run('npx', ['--offline', 'pelint', 'check', 'infra'], folder, 1), /PE103/);
  });

  it('is a library for JavaScript', () => {
    const script = `require('pelint').lint({ files: { 'main.bicep': 'param (' } }).then(({ findings }) => console.log(findings[0].ruleId));`;
    assert.equal(run(process.execPath, ['-e', script], folder).trim(), 'PE001');
  });

  for (const [module, moduleResolution] of [
    ['node16', 'node16'],
    ['esnext', 'bundler'],
  ] as const) {
    it(`is a library for TypeScript, with all of its types (${moduleResolution})`, () => {
      const consumer = path.join(folder, moduleResolution);
      mkdirSync(consumer);
      const compilerOptions = { strict: true, noEmit: true, types: [], lib: ['ES2022'], module, moduleResolution };
      writeFileSync(path.join(consumer, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
      writeFileSync(
        path.join(consumer, 'main.ts'),
        `import { lint, type LintInput, type Report } from 'pelint';
const input: LintInput = { files: { 'main.bicep': '' }, levels: { PE103: 'warning' } };
export const report: Promise<Report> = lint(input);
export const line: Promise<number | undefined> = report.then(({ findings }) => findings[0]?.startLine);
// @ts-expect-error: a level that there is not; without types it would be taken.
export const wrong: LintInput = { files: {}, levels: { PE103: 'fatal' } };
`,
      );
      run(process.execPath, [path.join(repositoryRoot, 'node_modules/typescript/bin/tsc'), '-p', consumer], folder);
    });
  }
});

/** Runs a program and returns what it prints. Fails with what it said where it ends otherwise than expected. */
function run(program: string, args: readonly string[], cwd: string, expected = 0): string {
  const { stdout, stderr, status } = spawnSync(program, args, { cwd, encoding: 'utf8' });
  assert.equal(status, expected, `${program} ${args.join(' ')}: ${stdout}${stderr}`);
  return stdout;
}
