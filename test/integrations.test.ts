import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { repositoryRoot, repositoryText } from './support/repository';
import { temporaryFolder, type TemporaryFolder } from './support/temporary-folder';

const version = (JSON.parse(repositoryText('package.json')) as { version: string }).version;
const guide = repositoryText('docs/integrations/README.md');
const descriptor = repositoryText('docs/integrations/pelint.megalinter-descriptor.yml');

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly { readonly run: string; readonly shell: string; readonly env: Record<string, string> }[];
  };
}

/** What pipelines run, run here with the bundled command in place of the one that npx would fetch. */
describe('integrations', () => {
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = temporaryFolder({
      '.git/HEAD': '',
      'bin/npx': `#!/bin/sh\n[ "$1 $2" = "--yes pelint@${version}" ] || exit 97\nshift 2\nexec '${process.execPath}' '${path.join(repositoryRoot, 'dist/cli.js')}' "$@"\n`,
    });
    chmodSync(path.join(folder.path, 'bin/npx'), 0o755);
    cpSync(path.join(repositoryRoot, 'examples'), path.join(folder.path, 'infra one'), { recursive: true });
  });
  afterEach(() => folder.remove());

  const shell = (
    script: string,
    env: Readonly<Record<string, string>> = {},
  ): { status: number | null; stdout: string } => {
    const search = `${path.join(folder.path, 'bin')}${path.delimiter}${process.env['PATH'] ?? ''}`;
    const options = { cwd: folder.path, encoding: 'utf8', env: { ...process.env, ...env, PATH: search } } as const;
    // As GitHub starts it: docs.github.com/actions/reference/workflows-and-actions/workflow-syntax, `shell`.
    return spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], options);
  };
  const written = (file: string): string => readFileSync(path.join(folder.path, file), 'utf8');

  describe('the GitHub action', () => {
    const action = parse(repositoryText('action.yml')) as Action;
    const runAction = (inputs: Readonly<Record<string, string>>): { status: number | null; stdout: string } => {
      const [step, ...others] = action.runs.steps;
      assert.ok(step !== undefined && others.length === 0 && step.shell === 'bash');
      assert.doesNotMatch(step.run, /\$\{\{/);
      const env = Object.entries(step.env).map(([name, value]) => {
        const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)?.[1] ?? '';
        const text = inputs[input] ?? action.inputs[input]?.default;
        assert.ok(text !== undefined, value);
        return [name, text];
      });
      const summary = path.join(folder.path, 'summary.md');
      return shell(step.run, { ...(Object.fromEntries(env) as Record<string, string>), GITHUB_STEP_SUMMARY: summary });
    };

    it('annotates, sums up, writes SARIF, and fails for findings', () => {
      const { status, stdout } = runAction({ paths: 'infra one\n', 'sarif-file': 'out.sarif' });
      assert.equal(status, 1);
      assert.match(stdout, /^::error title=PE\d{3}/m);
      assert.match(written('summary.md'), /^## pelint: \d+ errors/);
      assert.equal((JSON.parse(written('out.sarif')) as { version: string }).version, '2.1.0');
    });

    it('takes arguments and paths by the line, and none of them for a command', () => {
      const paths = 'infra one/backup-private-endpoint/main.bicep\ninfra one/$(touch pwned)\n';
      assert.equal(runAction({ paths, arguments: '--select=PE103\n--quiet' }).status, 2);
      assert.ok(!existsSync(path.join(folder.path, 'pwned')));
      assert.equal(runAction({ paths: '.', arguments: '--exit-zero' }).status, 0);
    });

    it('runs the version that it belongs to', () => {
      assert.equal(String(action.inputs['version']?.default), version);
      assert.equal(action.runs.using, 'composite');
      for (const [name, { description }] of Object.entries(action.inputs)) assert.ok(description, name);
    });
  });

  it('runs what the guide has pipelines run', () => {
    const yaml = [...guide.matchAll(/```yaml\n([^]*?)```/g)].map(([, text = '']) => parse(text) as unknown);
    assert.ok(yaml.length >= 4);
    const lines = guide.match(/npx --yes [^|\n]*/g) ?? [];
    assert.equal(lines.length, 5);
    const [part = '', whole = '', ...others] = lines;
    assert.deepEqual(
      ['1', '2', '3', '4'].map((PART) => shell(part, { PART }).status),
      [0, 0, 0, 0],
    );
    const merged = shell(whole, { GITHUB_STEP_SUMMARY: path.join(folder.path, 'whole.md') });
    assert.match(merged.stdout, /^::error title=PE\d{3}/m);
    assert.equal(merged.status, 1);
    for (const line of others) assert.equal(shell(line).status, line.includes('--exit-zero') ? 0 : 1, line);
    assert.match(written('pelint.xml'), /<testsuites /);
    assert.ok((JSON.parse(written('gl-code-quality-report.json')) as unknown[]).length > 0);
  });

  it('names this version everywhere', () => {
    const versions = [...`${guide}${descriptor}`.matchAll(/pelint@v?([\d.]+)|rev: v([\d.]+)/g)].map(
      ([, a, b]) => a ?? b,
    );
    assert.ok(versions.length >= 7);
    assert.deepEqual(new Set(versions), new Set([version]));
  });

  it('lets the pre-commit hook take what pelint checks, and pass over JSON that is no template', () => {
    const [hook] = parse(repositoryText('.pre-commit-hooks.yaml')) as { files: string; entry: string }[];
    const files = new RegExp(hook?.files ?? '^$');
    for (const name of ['a/main.bicep', 'prod.bicepparam', 'azuredeploy.json', 'a.jsonc']) assert.match(name, files);
    for (const name of ['a.bicep.md', 'bicep', 'a.json5']) assert.doesNotMatch(name, files);
    folder.write('package.json', '{ "name": "x" }');
    assert.equal(hook?.entry, 'pelint check');
    assert.equal(shell(`npx --yes pelint@${version} check package.json`).status, 0);
    assert.equal(
      shell(`npx --yes pelint@${version} check package.json 'infra one/backup-private-endpoint/main.bicep'`).status,
      1,
    );
  });

  it('gives MegaLinter arguments that the command takes', () => {
    const { linters } = parse(descriptor) as { linters: Record<string, string | readonly string[]>[] };
    const [linter = {}] = linters;
    const sarif = [linter['cli_sarif_args'] ?? []].flat().join(' ').replace('{{SARIF_OUTPUT_FILE}}', 'mega.sarif');
    const extra = [linter['cli_lint_extra_args'] ?? []].flat().join(' ');
    folder.write('pelint.config.json', '{}');
    const config = `${String(linter['cli_config_arg_name'])} ${String(linter['config_file_name'])}`;
    assert.equal(
      shell(`npx --yes pelint@${version} ${extra} ${config} ${sarif} 'infra one/backup-private-endpoint/main.bicep'`)
        .status,
      1,
    );
    assert.match(written('mega.sarif'), /"ruleId": "PE/);
  });
});
