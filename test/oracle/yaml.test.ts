import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { yamlSamples, type YamlSample } from '../server/syntax/yaml/samples';
import { temporaryFolder } from '../support/temporary-folder';

/** Asks the compiler what it reads in the samples of YAML; PELINT_BICEP names the Bicep command. */
describe('YAML in the real compiler', function () {
  this.timeout(120_000);
  const bicep = process.env['PELINT_BICEP'];

  before(function () {
    if (bicep !== undefined) return;
    console.log('      skipped: PELINT_BICEP names no Bicep command');
    this.skip();
  });

  it('is what the samples say', () => {
    const known = yamlSamples.filter(([, expected]) => expected !== undefined);
    const { stdout, stderr } = compile(bicep ?? '', known);
    assert.doesNotMatch(stderr, /Error/);
    const { variables } = JSON.parse(stdout) as { variables: Record<string, unknown> };
    for (const [index, [text, expected]] of known.entries())
      assert.deepEqual(variables[`$fxv#${index}`], expected, text);
  });

  it('is refused where the samples say so', () => {
    const refused = yamlSamples.filter(([, expected]) => expected === undefined);
    const { stderr } = compile(bicep ?? '', refused);
    const lines = [...stderr.matchAll(/\((\d+),\d+\) : Error BCP340/g)].map((match) => Number(match[1]));
    assert.deepEqual(
      lines,
      refused.map((_, index) => index + 1),
    );
  });
});

function compile(bicep: string, samples: readonly YamlSample[]): { readonly stdout: string; readonly stderr: string } {
  const files = samples.map(([text], index) => [`${index}.yml`, text] as const);
  const main = samples.map((_, index) => `var v${index} = loadYamlContent('${index}.yml')\n`).join('');
  const used = `output all array = [${samples.map((_, index) => `v${index}`).join(', ')}]\n`;
  const folder = temporaryFolder({ 'main.bicep': main + used, ...Object.fromEntries(files) });
  try {
    return spawnSync(bicep, ['build', path.join(folder.path, 'main.bicep'), '--stdout'], { encoding: 'utf8' });
  } finally {
    folder.remove();
  }
}
