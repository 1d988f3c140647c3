import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { toJson } from '../../server/src/deployment/functions/json-writer';
import { bicepSamples } from '../server/deployment/functions/samples';
import { armSamples } from '../server/deployment/functions/samples/arm';
import { notFollowedSamples } from '../server/deployment/functions/samples/not-followed';
import { REFUSED, type Sample } from '../server/deployment/functions/samples/sample';
import { evaluateBicep } from '../support/evaluate-text';
import { snapshotIdentity } from '../support/snapshots';
import { temporaryFolder } from '../support/temporary-folder';

/** Samples asked at once: a question that the console does not survive loses only these. */
const SAMPLES_A_RUN = 60;
const MOST_MILLISECONDS = 120_000;

/** Asks the real engine whether the samples still are what it says; PELINT_BICEP names the Bicep command. */
describe('template functions in the real engine', function () {
  this.timeout(10 * MOST_MILLISECONDS);
  const bicep = process.env['PELINT_BICEP'];

  before(function () {
    if (bicep !== undefined) return;
    console.log('      skipped: PELINT_BICEP names no Bicep command');
    this.skip();
  });

  for (const [family, samples] of Object.entries({ ...bicepSamples, 'not followed': notFollowedSamples })) {
    it(family, () => {
      for (let from = 0; from < samples.length; from += SAMPLES_A_RUN) {
        checkInConsole(bicep ?? '', samples.slice(from, from + SAMPLES_A_RUN));
      }
    });
  }

  it("ARM's own expressions", () => {
    const known = armSamples.filter(([, expected]) => expected !== REFUSED);
    const outputs = snapshotOutputs(
      bicep ?? '',
      known.map(([expression]) => expression),
    );
    assert.deepEqual(
      outputs,
      known.map(([, expected]) => expected),
    );
    for (const [expression, expected] of armSamples) {
      if (expected === REFUSED) assert.throws(() => snapshotOutputs(bicep ?? '', [expression]), expression);
    }
  });
});

/** `bicep console` reads an expression a line and prints its value as Bicep writes it, or what is wrong with it. */
function checkInConsole(bicep: string, samples: readonly Sample[]): void {
  const mark = (index: number): string => `'sample ${index}'`;
  const lines = samples.flatMap(([expression], index) => [mark(index), expression]);
  const input = [...lines, mark(samples.length), ''].join('\n');
  const { stdout, stderr } = spawnSync(bicep, ['console'], { input, encoding: 'utf8', timeout: MOST_MILLISECONDS });
  assert.equal(stderr, '');
  for (const [index, [expression, expected]] of samples.entries()) {
    const start = stdout.indexOf(mark(index)) + mark(index).length;
    const printed = stdout.slice(start, stdout.indexOf(mark(index + 1), start)).trim();
    if (expected === REFUSED) assert.match(printed, /~ /, expression);
    else assert.equal(valueOf(printed), JSON.stringify(expected), expression);
  }
}

/** What the console printed, as JSON; what was no value stays as it is, for the message. */
function valueOf(printed: string): string {
  try {
    return JSON.stringify(JSON.parse(toJson(evaluateBicep(printed)) ?? 'null'));
  } catch {
    return printed;
  }
}

/** The values of expressions that stand in a template's outputs. */
function snapshotOutputs(bicep: string, expressions: readonly string[]): unknown[] {
  const outputs = expressions.map((expression, index) => [`o${index}`, { type: 'array', value: [`[${expression}]`] }]);
  const template = {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    resources: [],
    outputs: Object.fromEntries(outputs) as unknown,
  };
  const folder = temporaryFolder({
    'main.json': JSON.stringify(template),
    'main.bicepparam': "using './main.json'\n",
  });
  try {
    const { subscriptionId, resourceGroup, tenantId } = snapshotIdentity;
    const identity = ['--tenant-id', tenantId, '--subscription-id', subscriptionId, '--resource-group', resourceGroup];
    const file = path.join(folder.path, 'main.bicepparam');
    const run = spawnSync(bicep, ['snapshot', file, '--mode', 'overwrite', ...identity]);
    assert.equal(run.status, 0, String(run.stderr));
    const text = readFileSync(path.join(folder.path, 'main.snapshot.json'), 'utf8');
    const snapshot = JSON.parse(text) as { outputs: Record<string, readonly unknown[]> };
    return expressions.map((_, index) => snapshot.outputs[`o${index}`]?.[0]);
  } finally {
    folder.remove();
  }
}
