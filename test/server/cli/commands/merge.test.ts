import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runCheck } from '../../../../server/src/cli/check/run';
import { run as merge } from '../../../../server/src/cli/commands/merge';
import { findingFormatNames } from '../../../../server/src/formats/findings/formats';
import { check, createSession, type CheckHost, type CheckRequest } from '../../../../server/src/lint/check';
import { rules } from '../../../../server/src/rules/index';
import { temporaryFolder } from '../../../support/temporary-folder';
import { memoryIo } from '../memory-io';

const zone = (
  location: string,
  name = 'zone',
): string => `resource ${name} 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.we.backup.windowsazure.com'
  location: ${location}
}
`;

describe('pelint merge', () => {
  const folder = temporaryFolder({
    '.git/HEAD': '',
    'a/main.bicep': `param place string\n${zone('place')}${zone("'westeurope'", 'second')}`,
    'a/dev.bicepparam': "using 'main.bicep'\nparam place = 'northeurope'\n",
    'a/prod.bicepparam': "using 'main.bicep'\nparam place = 'global'\n",
    'b/with blank %.bicep': `${zone("'eastus'")}#disable-next-line PE209 // known\n${zone("'eastus'", 'other')}`,
    'c/module.bicep': `param place string\n${zone('place')}`,
    'c/one.bicep': "module it 'module.bicep' = { name: 'it', params: { place: 'uksouth' } }\n",
    'd/größe.bicep': zone("/* größe */ 'eastus'"),
    'd/two.bicep': zone("loadJsonContent('../e/settings.json').place"),
    'e/settings.json': '{ "place": "westus" }',
    'e/three.bicep': `var settings = loadJsonContent('settings.json')\n${zone('settings.place')}`,
    'a/shared.bicep': "@export()\nvar place = 'francecentral'\n",
    'f/main.bicep': `param place string\n${zone('place')}`,
    'f/main.bicepparam':
      "using 'main.bicep'\nimport { place as shared } from '../a/shared.bicep'\nparam place = shared\n",
    'e/binary.bicep': Buffer.from([0]),
    'known.json': '{ "version": 1, "findings": [] }',
  });
  after(folder.remove);
  const pelint = async (args: readonly string[]): Promise<{ status: number; stdout: string; stderr: string }> => {
    const session = createSession();
    const io = memoryIo(folder.path);
    const engine = { rules, check: (request: CheckRequest, host: CheckHost) => check(request, host, session) };
    const status = args[0] === 'merge' ? merge(args.slice(1), io) : await runCheck(args, io, engine);
    return { status, ...io.written };
  };
  const paths = ['a', 'b', 'c', 'd', 'e', 'f'];
  /** Writes the reports of shards and returns their names. */
  const shards = async (count: number, format: string, ...more: readonly string[]): Promise<string[]> => {
    const names = Array.from({ length: count }, (_, index) => `${count}-${index + 1}.${format}`);
    for (const [index, name] of names.entries()) {
      await pelint([...paths, '--shard', `${index + 1}/${count}`, '--format', format, '--output', name, ...more]);
    }
    return names;
  };

  for (const count of [1, 2, 3, 5, 9]) {
    it(`makes of ${count} shards what one run makes, in JSON and SARIF`, async () => {
      for (const format of ['json', 'sarif']) {
        const whole = await pelint([...paths, '--format', format]);
        const merged = await pelint(['merge', ...(await shards(count, format)).reverse(), '--format', format]);
        assert.equal(merged.stdout, whole.stdout);
        assert.deepEqual([merged.status, whole.status], [1, 1]);
      }
    });
  }

  it('makes every format of JSON, where columns in bytes are not asked for', async () => {
    const names = await shards(3, 'json', '--show-suppressed');
    for (const format of findingFormatNames.filter((name) => name !== 'rdjson')) {
      const whole = await pelint([...paths, '--show-suppressed', '--format', format]);
      assert.equal((await pelint(['merge', ...names, '--format', format])).stdout, whole.stdout, format);
    }
    const { diagnostics } = JSON.parse((await pelint(['merge', ...names, '--format', 'rdjson'])).stdout) as {
      diagnostics: { location: { range: object } }[];
    };
    assert.deepEqual(diagnostics[0]?.location.range, { start: { line: 2 }, end: { line: 2 } });
  });

  it('keeps what SARIF tells of suppressions', async () => {
    const whole = await pelint([...paths, '--show-suppressed', '--format', 'sarif']);
    const names = await shards(2, 'sarif', '--show-suppressed');
    assert.equal((await pelint(['merge', ...names])).stdout, whole.stdout);
  });

  it('goes by levels and options as check does', async () => {
    const names = await shards(2, 'json', '--severity', 'PE209=warning');
    const status = async (...args: string[]): Promise<number> => (await pelint(['merge', ...names, ...args])).status;
    assert.equal(await status(), 0);
    assert.equal(await status('--max-warnings', '1'), 1);
    assert.equal(await status('--max-warnings', '1', '--exit-zero'), 0);
    assert.equal(await status('--strict'), 2);
    assert.match((await pelint(['merge', ...names, '--quiet'])).stdout, /^No findings in/);
  });

  it('fails where a shard has failed, and says which', async () => {
    for (const format of ['json', 'sarif']) {
      const failing = ['none.bicep', 'e/binary.bicep'];
      const names = await shards(2, format, ...failing);
      const whole = await pelint([...paths, ...failing, '--format', format]);
      const merged = await pelint(['merge', ...names, '--format', format, '--exit-zero']);
      assert.equal(merged.stdout, whole.stdout);
      assert.deepEqual([whole.status, merged.status], [2, 2]);
      assert.equal(
        merged.stderr,
        `pelint: 2-1.${format} and 2-2.${format} are of a run that failed with status 2, and may lack findings\n`,
      );
    }
  });

  it('writes several formats at once', async () => {
    const names = await shards(2, 'json');
    const args = ['--format', 'stylish', '--format', 'sarif', '--output', 'all.sarif'];
    assert.match((await pelint(['merge', ...names, ...args])).stdout, /^a\/dev\.bicepparam\n/);
    const whole = await pelint([...paths, '--format', 'sarif']);
    assert.equal(readFileSync(path.join(folder.path, 'all.sarif'), 'utf8'), whole.stdout);
  });

  it('reads what a shell of Windows has redirected', async () => {
    const { stdout } = await pelint(['b', '--format', 'json']);
    folder.write('utf16.json', Buffer.from(`\uFEFF${stdout}`, 'utf16le'));
    assert.equal((await pelint(['merge', 'utf16.json', '--format', 'json'])).stdout, stdout);
  });

  describe('refuses', () => {
    let json = '';
    let sarif = '';
    before(async () => {
      json =
        (await pelint(['b', '--format', 'json', '--output', 'b.json'])) &&
        readFileSync(path.join(folder.path, 'b.json'), 'utf8');
      sarif = (await pelint(['b', '--format', 'sarif'])).stdout;
      folder.write('b.sarif', sarif);
      await shards(3, 'json');
      await shards(2, 'json');
    });
    const refuses = async (args: readonly string[], message: RegExp): Promise<void> => {
      await assert.rejects(pelint(['merge', ...args]), { name: 'UsageError', message });
    };

    it('nothing, and what is not there or no report', async () => {
      folder.write('bad.json', '[]');
      folder.write('empty.json', '');
      folder.write('half.json', json.slice(0, 300));
      await refuses([], /^Name the reports/);
      await refuses(['none.json'], /^cannot read none\.json: no such file or folder\.$/);
      await refuses(['a'], /^cannot read a: it is a folder\.$/);
      await refuses(['bad.json'], /^cannot merge bad\.json: it is no report of pelint, written with --format json or/);
      await refuses(['known.json'], /^cannot merge known\.json: it is no report of pelint/);
      await refuses(['empty.json'], /^cannot merge empty\.json: it is empty\.$/);
      await refuses(['half.json'], /^cannot merge half\.json: it is no JSON, or not all of it\.$/);
      await refuses(['e/binary.bicep'], /^cannot merge e\/binary\.bicep: it is no JSON/);
    });

    it("another tool's and another version's", async () => {
      folder.write('old.json', json.replace(/"tool": "[^"]+"/, '"tool": "pelint 0.0.1"'));
      folder.write(
        'old.sarif',
        sarif.replace(/"version": "\d+\.\d+\.\d+",\s+"semantic/, '"version": "0.0.1", "semantic'),
      );
      folder.write('other.sarif', sarif.replace('"name": "pelint"', '"name": "CodeQL"'));
      await refuses(['old.json'], /^cannot merge old\.json: it was written by pelint 0\.0\.1, and this is pelint /);
      await refuses(['old.sarif'], /^cannot merge old\.sarif: it was written by pelint 0\.0\.1, and this is pelint /);
      await refuses(['other.sarif'], /^cannot merge other\.sarif: it was written by CodeQL /);
    });

    it('a report with something wrong in it', async () => {
      folder.write('wrong.json', json.replace(/"startLine": \d+/, '"startLine": "one"'));
      await refuses(['wrong.json'], /^cannot merge wrong\.json: its findings\[0\]\.startLine is not a whole number\.$/);
      folder.write(
        'wrong.sarif',
        sarif.replace('"level": "error",\n          "message"', '"level": "fatal",\n          "message"'),
      );
      await refuses(['wrong.sarif'], /its runs\[0\]\.results\[0\]\.level is not one of error, warning, note\.$/);
    });

    it('two kinds, and formats that SARIF is not enough for', async () => {
      await refuses(['b.json', 'b.sarif'], /^cannot merge: b\.json is JSON, and b\.sarif is SARIF\.$/);
      await refuses(['b.sarif', '--format', 'html'], /^SARIF does not tell all that --format html has to say; merge/);
    });

    it('parts that are not one whole', async () => {
      await refuses(['3-1.json', '3-3.json'], /^cannot merge: shard 2 of 3 is missing: name its report, too\.$/);
      await refuses(
        ['3-1.json', '3-2.json', '3-2.json'],
        /^cannot merge: 3-2\.json and 3-2\.json are both shard 2 of 3\.$/,
      );
      await refuses(['3-1.json', '2-2.json'], /^cannot merge: 2-2\.json is shard 2 of 2, and 3-1\.json one of 3\.$/);
      await refuses(['3-1.json', 'b.json'], /^cannot merge: b\.json is the report of a whole run/);
      await pelint(['b', '--shard', '2/3', '--format', 'json', '--output', 'foreign.json']);
      await refuses(
        ['3-1.json', 'foreign.json', '3-3.json'],
        /made from different files: run all shards on one commit/,
      );
    });
  });
});
