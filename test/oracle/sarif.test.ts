import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Log } from 'sarif';
import { formatSarif } from '../../server/src/formats/findings/sarif';
import { awkwardReport } from '../server/formats/findings/awkward';
import { repositoryRoot } from '../support/repository';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder';

/** Asks Microsoft's own validator, which knows the schema and what the standard says beyond it. */
describe('SARIF in its makers’ validator', () => {
  const validator = process.env['PELINT_SARIF'];
  let folder: TemporaryFolder;

  before(function () {
    if (validator !== undefined) return;
    console.log('skipped: PELINT_SARIF names no validator; npm run test:all installs it');
    this.skip();
  });

  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder.remove());

  /** What the validator says of a report, as `RULE: message`. */
  const complaints = (report: string): readonly string[] => {
    const [file, output] = ['report.sarif', 'validated.sarif'].map((name) => path.join(folder.path, name));
    assert.ok(validator && file && output);
    writeFileSync(file, report);
    const { stdout } = spawnSync(validator, ['validate', file, '--output', output], {
      encoding: 'utf8',
      env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
    });
    assert.match(stdout, /Analysis completed successfully|1 files scanned/);
    const validated = JSON.parse(readFileSync(output, 'utf8').replace(/^\uFEFF/, '')) as Log;
    return validated.runs.flatMap(({ results }) =>
      (results ?? []).map(({ ruleId, message }) => `${ruleId}: ${message.text ?? message.arguments?.join(' ')}`),
    );
  };

  it('has nothing to say of the findings in the shipped example', () => {
    const command = ['dist/cli.js', 'check', 'examples', '--format', 'sarif', '--exit-zero'];
    const { stdout } = spawnSync(process.execPath, command, { cwd: repositoryRoot, encoding: 'utf8' });
    assert.ok(((JSON.parse(stdout) as Log).runs[0]?.results?.length ?? 0) > 5);
    assert.deepEqual(complaints(stdout), []);
  });

  it('has nothing to say of awkward names and messages', () => {
    assert.deepEqual(complaints(formatSarif(awkwardReport())), []);
  });

  it('says what is wrong with a report without a version', () => {
    const { version: _version, ...rest } = JSON.parse(formatSarif(awkwardReport())) as Log;
    assert.notDeepEqual(complaints(JSON.stringify(rest)), []);
  });
});
