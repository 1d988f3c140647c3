import assert from 'node:assert/strict';
import { regions } from '../../../../server/src/data/regions';
import { classifyZone, hole, regionOfZone, type ZoneName } from '../../../../server/src/domain/names/backup-zone';
import { createRegionTable } from '../../../../server/src/domain/names/regions';
import { zoneNameFor } from '../../../../server/src/domain/names/zones';

const table = createRegionTable();

/** In the names of this file `#` stands for a hole. */
function classify(name: string): ZoneName {
  return classifyZone(name.replaceAll('#', hole), table);
}

describe('classifyZone: right zones', () => {
  it('reads the zone of every region in every cloud, and of its secondary side', () => {
    let checked = 0;
    for (const { name, cloud, geoCode, pairedGeoCode } of regions) {
      for (const [code, paired] of [
        [geoCode, false],
        [pairedGeoCode, true],
      ] as const) {
        const zone = code === undefined ? undefined : zoneNameFor(code, cloud);
        if (zone === undefined) continue;
        for (const spelling of [zone, zone.toUpperCase(), `${zone}.`]) {
          const found = classify(spelling);
          assert.equal(found.kind, 'backup', spelling);
          assert.ok(found.kind === 'backup' && found.geo?.meaning.kind === 'code');
          assert.deepEqual(
            [found.cloud, found.geo.meaning.region.name, found.geo.meaning.paired],
            [cloud, name, paired],
          );
          checked++;
        }
      }
    }
    assert.ok(checked > 400);
  });

  it('reads the name of every region where its code belongs', () => {
    for (const { name, displayName } of regions) {
      for (const label of [name, displayName]) {
        const found = classify(`privatelink.${label}.backup.windowsazure.com`);
        assert.ok(found.kind === 'backup' && found.geo?.meaning.kind === 'regionName', label);
        assert.equal(regionOfZone(found)?.name, name);
      }
    }
  });

  it('places the geo code', () => {
    const found = classify('PRIVATELINK.Weu.backup.windowsazure.com');
    assert.ok(found.kind === 'backup' && found.geo !== undefined);
    assert.equal('PRIVATELINK.Weu.backup.windowsazure.com'.slice(found.geo.start, found.geo.end), 'Weu');
  });

  it('names the nearest code for one that nobody knows', () => {
    const found = classify('privatelink.weu.backup.windowsazure.com');
    assert.ok(found.kind === 'backup' && found.geo?.meaning.kind === 'unknown');
    assert.equal(found.geo.meaning.nearest[0]?.geoCode, 'we');
  });

  it('accepts the code that other tables give', () => {
    const found = classify('privatelink.insc.backup.windowsazure.com');
    assert.ok(found.kind === 'backup');
    assert.equal(regionOfZone(found)?.name, 'indiasouthcentral');
  });

  it('knows the codes of the configuration', () => {
    const own = createRegionTable({ atlantisnorth: 'atn' });
    const found = classifyZone('privatelink.atn.backup.windowsazure.com', own);
    assert.ok(found.kind === 'backup');
    assert.equal(regionOfZone(found)?.name, 'atlantisnorth');
  });
});

/** A name with each mistake in `‹›`; the kinds of mistake in this order; the name that is meant. */
type Mistaken = readonly [marked: string, kinds: string, correction?: string];

const eastUs = 'privatelink.eus.backup.windowsazure.com';

const mistaken: readonly Mistaken[] = [
  ['privatelink.‹eusbackup›.windowsazure.com', 'dotMissing', eastUs],
  ['‹privatelinkeus›.backup.windowsazure.com', 'dotMissing', eastUs],
  ['privatelink.eus.‹backupwindowsazure›.com', 'dotMissing', eastUs],
  ['privatelink.‹eusbackup›.#', 'dotMissing', eastUs],
  ['‹*›.privatelink.eus.backup.windowsazure.com', 'wildcard', eastUs],
  ['‹*›.privatelink.#.backup.windowsazure.com', 'wildcard', 'privatelink.#.backup.windowsazure.com'],
  ['‹eus›.backup.windowsazure.com', 'privatelinkMissing', eastUs],
  ['‹*›.‹eus›.backup.windowsazure.com', 'wildcard privatelinkMissing', eastUs],
  ['‹privatelink.backup›.windowsazure.com', 'geoMissing'],
  ['‹privatelink..backup›.windowsazure.com', 'geoMissing'],
  ['privatelink.‹xxxxxx›.backup.windowsazure.com', 'placeholder'],
  ['privatelink.‹<geo>›.backup.windowsazure.com', 'placeholder'],
  ['privatelink.‹{geo}›.backup.windowsazure.com', 'placeholder'],
  ['privatelink.‹{regionCode}›.backup.windowsazure.com', 'placeholder'],
  ['privatelink.‹[geo]›.backup.windowsazure.us', 'placeholder'],
  ['privatelink.‹%geo%›.backup.windowsazure.com', 'placeholder'],
  ['privatelink.‹__geo__›.backup.windowsazure.com', 'placeholder'],
  ['privatelink.‹$(geo)›.backup.windowsazure.com', 'placeholder'],
  ['privatelink.‹{0}›.backup.windowsazure.com', 'placeholder'],
  ['privatelink.‹REGION›.backup.windowsazure.com', 'placeholder'],
  ['privatelink.‹geocode›.backup.windowsazure.com', 'placeholder'],
  ['privatelink.‹regionGeoShortCode›.backup.windowsazure.com', 'placeholder'],
  ['privatelink.‹your-region›.backup.windowsazure.com', 'placeholder'],
  ['privatelink.‹<geo>›.backup.‹<suffix>›', 'placeholder placeholder'],
  ['‹privatelink.backup.eus›.‹azure.com›', 'wrongOrder wrongSuffix', eastUs],
  ['‹privatelink.backup.ugv›.‹azure.us›', 'wrongOrder wrongSuffix', 'privatelink.ugv.backup.windowsazure.us'],
  ['‹privatelink.backup.#›.‹azure.com›', 'wrongOrder wrongSuffix', 'privatelink.#.backup.windowsazure.com'],
  ['‹privatelink.backup.eus›.#', 'wrongOrder', eastUs],
  ['‹eus.privatelink.backup›.windowsazure.com', 'wrongOrder', eastUs],
  ['‹privatelink.eus.windowsazure.backup›.com', 'wrongOrder', eastUs],
  ['privatelink.eus.backup.‹azure.com›', 'wrongSuffix', eastUs],
  ['privatelink.eus.backup.‹azure.us›', 'wrongSuffix', eastUs],
  ['privatelink.ugv.backup.‹azure.us›', 'wrongSuffix', 'privatelink.ugv.backup.windowsazure.us'],
  ['privatelink.sha.backup.‹chinacloudapi.cn›', 'wrongSuffix', 'privatelink.sha.backup.windowsazure.cn'],
  ['privatelink.#.backup.‹azure.us›', 'wrongSuffix', 'privatelink.#.backup.windowsazure.us'],
  ['privatelink.weu.backup.‹azure.com›', 'wrongSuffix'],
  ['privatelink.eastus.backup.‹azure.com›', 'wrongSuffix', eastUs],
  ['privatelink.eus.backup.‹windowsazure.net›', 'wrongSuffix', eastUs],
  ['privatelink.eus.backup.‹windowsazure›', 'wrongSuffix', eastUs],
  ['privatelink.eus.backup.‹com›', 'windowsazureMissing', eastUs],
  ['privatelink.eus.‹backups›.windowsazure.com', 'misspelt', eastUs],
  ['privatelink.eus.backup.‹windowazure.com›', 'misspelt', eastUs],
  ['‹private-link›.eus.backup.windowsazure.com', 'misspelt', eastUs],
  ['privatelink.‹foo›.eus.backup.windowsazure.com', 'labelSurplus', eastUs],
];

describe('classifyZone: malformed zones', () => {
  for (const [marked, kinds, correction] of mistaken) {
    it(`says ${kinds} of ${marked}`, () => {
      const name = marked.replace(/[‹›]/g, '').replaceAll('#', hole);
      const found = classifyZone(name, table);
      assert.ok(found.kind === 'malformedBackup', `is ${found.kind}`);
      assert.equal(found.mistakes.map(({ kind }) => kind).join(' '), kinds);
      const wrong = found.mistakes.map(({ start, end }) => name.slice(start, end).replaceAll(hole, '#'));
      assert.deepEqual(
        wrong,
        [...marked.matchAll(/‹([^›]*)›/g)].map(([, text]) => text),
      );
      assert.equal(found.correction?.replaceAll(hole, '#'), correction);
    });
  }

  it('corrects to a zone that is right', () => {
    for (const [, , correction] of mistaken)
      if (correction !== undefined) assert.equal(classify(correction).kind, 'backup');
  });

  it('says everything that is wrong with the bare domain', () => {
    const found = classify('backup.windowsazure.us');
    assert.ok(found.kind === 'malformedBackup');
    assert.deepEqual(
      found.mistakes.map(({ kind }) => kind),
      ['privatelinkMissing', 'geoMissing'],
    );
    assert.equal(found.cloud, 'usgov');
    assert.equal(found.correction, undefined);
  });
});

describe('classifyZone: names with holes', () => {
  const right: readonly (readonly [string, string | undefined, string | undefined])[] = [
    ['privatelink.#.backup.windowsazure.com', '#', 'public'],
    ['privatelink.#backup.windowsazure.com', '#', 'public'],
    ['privatelink#.backup.windowsazure.com', '#', 'public'],
    ['privatelink.we#.backup.windowsazure.com', 'we#', 'public'],
    ['privatelink.eus.backup.#', 'eus', undefined],
    ['privatelink.eus.backup#', 'eus', undefined],
    ['privatelink.eus.backup.windowsazure.#', 'eus', undefined],
    ['privatelink.eus.backup.windowsazure#', 'eus', undefined],
    ['privatelink.eus.backup.#.com', 'eus', undefined],
    ['privatelink.#.backup.#', '#', undefined],
    ['privatelink.#.backup.#.#', '#', undefined],
    ['#privatelink.eus.backup.windowsazure.com', 'eus', 'public'],
    ['#.eus.backup.windowsazure.com', 'eus', 'public'],
    ['#.backup.windowsazure.com', undefined, 'public'],
    ['#backup.windowsazure.com', undefined, 'public'],
  ];
  for (const [name, geo, cloud] of right) {
    it(`takes ${name} as a zone of Backup`, () => {
      const found = classify(name);
      assert.ok(found.kind === 'backup', `is ${found.kind}`);
      assert.deepEqual([found.geo?.text.replaceAll(hole, '#'), found.cloud], [geo, cloud]);
    });
  }

  for (const name of [
    '#',
    '##',
    '#.#',
    'privatelink#',
    'privatelink.#',
    'privatelink.#.#',
    'privatelink.backup.#',
    'privatelink.backup.#.#',
    'privatelink.contoso.backup.#',
    '#.backup.#',
    '#.backup.contoso.com',
    'privatelink.#.core.windows.net',
  ]) {
    it(`knows nothing of ${name}`, () => assert.equal(classify(name).kind, 'other'));
  }
});

describe('classifyZone: names that are not zones of Backup', () => {
  for (const name of [
    '',
    '.',
    'backup',
    'windowsazure.com',
    'privatelink.backup',
    'privatelink.eus.backup',
    'privatelink.backup.contoso.com',
    'privatelink.we.backup.contoso.com',
    'we.backup.contoso.com',
    'backup.contoso.com',
    'azurebackup.contoso.com',
    'mybackup.windowsazure.com',
    'mybackup.blob.core.windows.net',
    'backup.blob.core.windows.net',
    'backup.privatelink.blob.core.windows.net',
    'privatelink.weu.backup.com',
    'backup.azure.com',
    'mybackup.azurewebsites.net',
    'contoso.local',
    `privatelink.${'#'.repeat(1_000_000)}.backup.windowsazure.com`,
  ]) {
    it(`knows nothing of "${name.slice(0, 80)}"`, () => assert.equal(classify(name).kind, 'other'));
  }

  it('takes names below a zone as hosts', () => {
    const host = classify('vault.prot.privatelink.eus.backup.windowsazure.com');
    assert.ok(host.kind === 'backupHost' && host.privatelink);
    assert.equal(regionOfZone(host)?.name, 'eastus');
    const open = classify('#.privatelink.eus.backup.windowsazure.com');
    assert.ok(open.kind === 'backupHost' && open.privatelink);
    const service = classify('pod01-prot1.eus.backup.windowsazure.com');
    assert.ok(service.kind === 'backupHost' && !service.privatelink);
  });

  it('gives an answer for any text', () => {
    const words = [
      'privatelink',
      'eus',
      'backup',
      'windowsazure',
      'com',
      'azure.com',
      '#',
      '*',
      'x',
      '<geo>',
      '',
      'İ',
      '\u{1F600}',
    ];
    const joints = ['.', '.', '.', ''];
    const random = randomBelow(7);
    let malformed = 0;
    for (let round = 0; round < 5_000; round++) {
      let name = '';
      for (let count = random(7); count > 0; count--)
        name += (words[random(words.length)] ?? '') + (joints[random(joints.length)] ?? '');
      name += round % 2 === 0 ? 'backup.windowsazure.com' : '';
      const found = classify(name);
      if (found.kind !== 'malformedBackup') continue;
      malformed++;
      for (const { start, end } of found.mistakes) assert.ok(0 <= start && start <= end && end <= name.length, name);
      if (found.correction !== undefined) assert.equal(classifyZone(found.correction, table).kind, 'backup', name);
    }
    assert.ok(malformed > 20, `only ${malformed} names were malformed`);
  });
});

/** Whole numbers from 0 below a bound, the same ones in every run. */
function randomBelow(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}
