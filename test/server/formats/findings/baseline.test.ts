import assert from 'node:assert/strict';
import { enter } from '../../../../server/src/formats/findings/baseline';
import { formatBaseline, parseBaseline } from '../../../../server/src/formats/findings/baseline-file';
import { findingAt, placeOf } from './reports';

const uri = 'file:///p/infra/main.bicep';
const pathOf = (of: string): string => of.slice('file:///p/'.length);

describe('the baseline file', () => {
  const entries = [
    { file: 'b.bicep', rule: 'PE103', fingerprint: 'ff' },
    { file: 'a "quoted" ä.bicep', rule: 'PE209', fingerprint: '02' },
    { file: 'a "quoted" ä.bicep', rule: 'PE103', fingerprint: '03' },
  ];

  it('has one finding a line, sorted', () => {
    assert.equal(
      formatBaseline(entries),
      `{
  "version": 1,
  "findings": [
    { "file": "a \\"quoted\\" ä.bicep", "rule": "PE103", "fingerprint": "03" },
    { "file": "a \\"quoted\\" ä.bicep", "rule": "PE209", "fingerprint": "02" },
    { "file": "b.bicep", "rule": "PE103", "fingerprint": "ff" }
  ]
}
`,
    );
    assert.equal(formatBaseline([]), '{\n  "version": 1,\n  "findings": []\n}\n');
  });

  it('is read as it was written, each entry once', () => {
    assert.deepEqual(parseBaseline(formatBaseline(entries)), { entries: [entries[2], entries[1], entries[0]] });
    assert.deepEqual(parseBaseline(formatBaseline([...entries.slice(0, 1), ...entries.slice(0, 1)])), {
      entries: entries.slice(0, 1),
    });
  });

  const unusable: readonly (readonly [text: string, problem: string])[] = [
    ['', 'it is no JSON'],
    ['<<<<<<< ours\n{}', 'it is no JSON'],
    ['null', 'it has no version'],
    ['[]', 'it has no version'],
    ['{"findings": []}', 'it has no version'],
    ['{"version": 2, "findings": []}', 'it has version 2, and this pelint reads version 1'],
    ['{"version": "1", "findings": []}', 'it has version "1", and this pelint reads version 1'],
    ['{"version": 1}', 'its "findings" are no list'],
    ['{"version": 1, "findings": [{"file": "a"}]}', 'one of its "findings" is without "file", "rule" or "fingerprint"'],
    ['{"version": 1, "findings": [null]}', 'one of its "findings" is without "file", "rule" or "fingerprint"'],
  ];
  for (const [text, problem] of unusable) {
    it(`is refused as ${JSON.stringify(text)}`, () => assert.deepEqual(parseBaseline(text), { problem }));
  }
});

describe('what a baseline says of findings', () => {
  const entriesIn = (text: string, ...parts: string[]): readonly unknown[] =>
    enter(
      parts.map((part) => findingAt({ uri, text }, part)),
      new Map([[uri, text]]),
      pathOf,
    ).map(({ entry }) => entry);

  it('stays when lines move, are indented anew or end otherwise', () => {
    const before = entriesIn('a\nb: wrong\n', 'wrong');
    assert.deepEqual(entriesIn('a\r\n\r\n\tb:  wrong\r\n', 'wrong'), before);
    assert.notDeepEqual(entriesIn('a\nc: wrong\n', 'wrong'), before);
  });

  it('counts findings that are alike, in the order of the file', () => {
    const text = 'x 1\nx 1\n';
    const [first, second] = [0, 4].map((start) => ({
      ...findingAt({ uri, text: 'x' }, 'x'),
      place: { uri, start, end: start + 1 },
    }));
    assert.ok(first && second);
    const entered = enter([second, first], new Map([[uri, text]]), pathOf);
    assert.deepEqual(
      entered.map(({ finding }) => finding),
      [first, second],
    );
    assert.equal(new Set(entered.map(({ entry }) => entry.fingerprint)).size, 2);
  });

  it('leaves out what is suppressed', () => {
    const text = { uri, text: 'wrong' };
    const suppression = {
      kind: 'inSource',
      reason: undefined,
      place: placeOf(text, 'wrong'),
      until: undefined,
    } as const;
    assert.deepEqual(enter([findingAt(text, 'wrong', { suppression })], new Map([[uri, text.text]]), pathOf), []);
  });
});
