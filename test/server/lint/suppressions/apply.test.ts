import assert from 'node:assert/strict';
import type { CheckOptions } from '../../../../server/src/lint/check';
import { checkFiles, projectUri } from '../../../support/check-files';

const wrong = `resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.westeurope.backup.windowsazure.com'
  location: 'global'
}
`;
const known = { rule: 'PE202', path: 'old/**', reason: 'they move in autumn' };

interface Shown {
  readonly file: string;
  readonly hidden: string;
}

/** Where PE202 is found, and how it is hidden. */
async function found(suppressions: readonly object[], today?: string, more: object = {}): Promise<Shown[]> {
  const { findings } = await checkFiles(
    {
      'pelint.config.json': JSON.stringify({ suppressions, ...more }),
      'old/a.bicep': wrong,
      'old/b.bicep': `#disable-diagnostics unknown-geo-code // so agreed\n${wrong}`,
      'new.bicep': wrong,
    },
    today === undefined ? {} : { today },
  );
  return findings.map(({ place, suppression }) => ({
    file: place.uri.replace(`${projectUri('')}`, '').replace(/^\//, ''),
    hidden: suppression === undefined ? 'no' : `${suppression.kind}: ${suppression.reason}`,
  }));
}

describe('suppressions of the configuration', () => {
  it('hide a rule in the files that they name; what stands in a file goes before', async () => {
    assert.deepEqual(await found([known]), [
      { file: 'new.bicep', hidden: 'no' },
      { file: 'old/a.bicep', hidden: 'external: they move in autumn' },
      { file: 'old/b.bicep', hidden: 'inSource: so agreed' },
    ]);
  });

  it('may name several rules and paths, by name too', async () => {
    const several = { ...known, rule: ['PE103', 'unknown-geo-code'], path: ['new.bicep', 'old/a.*'] };
    assert.deepEqual(
      (await found([several])).map(({ hidden }) => hidden.split(':')[0]),
      ['external', 'external', 'inSource'],
    );
    assert.equal((await found([{ ...known, rule: 'PE103' }]))[1]?.hidden, 'no');
  });

  it('count up to their last day, and no longer', async () => {
    const limited = { ...known, until: '2027-06-30' };
    const hidden = async (today: string): Promise<string | undefined> => (await found([limited], today))[1]?.hidden;
    assert.match((await hidden('2026-12-31')) ?? '', /^external/);
    assert.match((await hidden('2027-06-30')) ?? '', /^external/);
    assert.equal(await hidden('2027-07-01'), 'no');
    assert.match(
      (await found([{ ...limited, until: '2020-01-01' }, known], '2027-07-01'))[1]?.hidden ?? '',
      /^external/,
    );
  });

  it('say so when they have ended, where they stand', async () => {
    const config = JSON.stringify({ suppressions: [{ ...known, path: '*', until: '2027-06-30' }] });
    const files = { 'pelint.config.json': config, 'a.bicep': wrong };
    const { findings } = await checkFiles(files, { today: '2027-07-01' });
    const [end] = findings[0]?.related.slice(-1) ?? [];
    assert.equal(end?.message, 'the suppression ended with 2027-06-30');
    assert.equal(
      config.slice(end.place.start, end.place.end),
      JSON.stringify({ ...known, path: '*', until: '2027-06-30' }),
    );
  });
});

describe('PE003', () => {
  const unused = async (files: Record<string, string>, options: Partial<CheckOptions> = {}): Promise<number> => {
    const { findings } = await checkFiles(files, options);
    return findings.filter(({ ruleId }) => ruleId === 'PE003').length;
  };
  const needless = `#disable-next-line PE103\n${wrong}`;

  it('is silent where a file cannot be read completely, or one that it is deployed with', async () => {
    assert.equal(await unused({ 'a.bicep': needless }), 1);
    assert.equal(await unused({ 'a.bicep': `${needless}var a =\n` }), 0);
    const call = "module b 'b.bicep' = {}\n";
    assert.equal(await unused({ 'a.bicep': needless + call, 'b.bicep': '' }), 1);
    assert.equal(await unused({ 'a.bicep': needless + call, 'b.bicep': 'var a =\n' }), 0);
  });

  it('is silent about what a rule leaves out that was not chosen for the run', async () => {
    assert.equal(await unused({ 'a.bicep': needless }, { levels: new Map([['PE103', 'off']]) }), 0);
    assert.equal(await unused({ 'a.bicep': needless }, { levels: new Map([['PE003', 'off']]) }), 0);
  });

  it('follows the configuration, and can be suppressed there', async () => {
    const suppressions = [{ rule: 'PE003', path: '*', reason: 'later' }];
    const files = { 'a.bicep': needless, 'pelint.config.json': JSON.stringify({ suppressions }) };
    const { findings } = await checkFiles(files);
    assert.equal(findings.find(({ ruleId }) => ruleId === 'PE003')?.suppression?.reason, 'later');
  });
});
