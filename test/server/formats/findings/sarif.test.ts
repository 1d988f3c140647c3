import assert from 'node:assert/strict';
import type { Log, Result, Run } from 'sarif';
import { rules } from '../../../../server/src/rules/index';
import { formatSarif } from '../../../../server/src/formats/findings/sarif';
import type { Report } from '../../../../server/src/formats/findings/report';
import { applyEdits } from '../../../../server/src/base/text-edit';
import { awkwardFile, awkwardMessage, awkwardReport } from './awkward';
import { findingAt, placeOf, reportOf } from './reports';

describe('formatSarif', () => {
  const text = { uri: 'file:///p/main.bicep', text: "param a string\n// 😀 'zone' here\n" };
  const other = { uri: 'file:///p/other.bicep', text: 'first\nsecond\n' };

  it('keeps messages and paths as they are, however awkward', () => {
    const results = runOf(awkwardReport()).results ?? [];
    for (const { message } of results) assert.equal(message.text, awkwardMessage);
    const location = results[0]?.locations?.[0]?.physicalLocation;
    const uri = location?.artifactLocation?.uri ?? '';
    assert.match(uri, /^[A-Za-z0-9%/._~!'()*-]+$/);
    assert.equal(decodeURIComponent(uri), awkwardFile);
    assert.equal(new URL(uri, 'file:///p/').pathname, `/p/${uri}`);
    assert.deepEqual(location?.region, { startLine: 2, startColumn: 7, endLine: 2, endColumn: 13 });
    assert.deepEqual(
      results.map(({ level }) => level),
      ['error', 'warning', 'note', 'error'],
    );
  });

  it('describes each rule, and each result names its own by the index', () => {
    const run = runOf(awkwardReport());
    const described = run.tool.driver.rules ?? [];
    assert.deepEqual(
      described.map(({ id }) => id),
      rules.map(({ id }) => id),
    );
    for (const { id, help, helpUri, fullDescription, shortDescription } of described) {
      assert.match(help?.markdown ?? '', new RegExp(`^# ${id}: `));
      assert.match(helpUri ?? '', new RegExp(`/${id.toLowerCase()}-`));
      assert.ok(help?.text && fullDescription?.text && shortDescription?.text, id);
      assert.doesNotMatch(`${help.text} ${fullDescription.text} ${shortDescription.text}`, /`/, id);
    }
    for (const { ruleIndex = -1, ruleId } of run.results ?? []) assert.equal(described[ruleIndex]?.id, ruleId);
  });

  it('counts columns in UTF-16 code units', () => {
    const run = runOf(reportOf([text], [findingAt(text, 'zone')]));
    assert.equal(run.columnKind, 'utf16CodeUnits');
    const region = run.results?.[0]?.locations?.[0]?.physicalLocation?.region;
    assert.equal("// 😀 'zone' here".slice((region?.startColumn ?? 0) - 1, (region?.endColumn ?? 0) - 1), 'zone');
  });

  it('gives fixes whose replacements make the fixed text, each file once', () => {
    const edits = [
      { ...placeOf(text, 'zone'), newText: 'other' },
      { ...placeOf(text, ' string'), newText: '' },
      { ...placeOf(other, 'second'), newText: 'third' },
    ];
    const [fix] =
      resultOf([text, other], findingAt(text, 'zone', { fixes: [{ title: 'Do it', safe: true, edits }] })).fixes ?? [];
    assert.equal(fix?.description?.text, 'Do it');
    const [own, others] = fix?.artifactChanges ?? [];
    assert.equal(fix?.artifactChanges.length, 2);
    assert.equal(others?.artifactLocation.uri, 'other.bicep');
    const lines = text.text.split('\n');
    const offset = (line = 1, column = 1): number =>
      lines.slice(0, line - 1).reduce((sum, before) => sum + before.length + 1, 0) + column - 1;
    const made = (own?.replacements ?? []).map(({ deletedRegion: region, insertedContent }) => ({
      uri: text.uri,
      start: offset(region.startLine, region.startColumn),
      end: offset(region.endLine, region.endColumn),
      newText: insertedContent?.text ?? '',
    }));
    assert.equal(applyEdits(text.text, made), "param a\n// 😀 'other' here\n");
  });

  it('gives related places in their own files', () => {
    const related = [{ place: placeOf(other, 'second'), message: 'Here, too.' }];
    const [location] = resultOf([text, other], findingAt(text, 'zone', { related })).relatedLocations ?? [];
    assert.equal(location?.physicalLocation?.artifactLocation?.uri, 'other.bicep');
    assert.equal(location?.physicalLocation?.region?.startLine, 2);
    assert.equal(location?.message?.text, 'Here, too.');
  });

  it('keeps the fingerprint of a finding whose line moves', () => {
    const moved = { ...text, text: `\n\n${text.text}` };
    const [before, after] = [text, moved].map((it) => resultOf([it], findingAt(it, 'zone')).partialFingerprints);
    assert.ok(before);
    assert.deepEqual(after, before);
  });

  it('says of every result whether it is suppressed, where one is, and why', () => {
    const suppressions = (runOf(awkwardReport()).results ?? []).map((result) => result.suppressions);
    assert.deepEqual(suppressions.slice(0, 3), [[], [], []]);
    assert.equal(suppressions[3]?.[0]?.kind, 'inSource');
    assert.equal(suppressions[3]?.[0]?.justification, 'known');
    assert.equal(suppressions[3]?.[0]?.location?.physicalLocation?.region?.startLine, 1);
    assert.equal(resultOf([text], findingAt(text, 'zone')).suppressions, undefined);
  });

  it('tells of files that could not be read', () => {
    const run = runOf(reportOf([text], [], { problems: [{ uri: 'file:///p/a b.bicep', message: 'no permission' }] }));
    const [invocation] = run.invocations ?? [];
    assert.equal(invocation?.executionSuccessful, false);
    const [notification] = invocation?.toolExecutionNotifications ?? [];
    assert.equal(notification?.message.text, 'no permission');
    assert.equal(notification?.locations?.[0]?.physicalLocation?.artifactLocation?.uri, 'a%20b.bicep');
    assert.equal(runOf(reportOf([text], [])).invocations?.[0]?.executionSuccessful, true);
  });

  it('gives paths that are not below the folder an address of their own', () => {
    const uris = ['C:/a b.bicep', '/x/ä.bicep', 'untitled:one', '../up.bicep'].map((file) => {
      const { locations } =
        runOf(reportOf([text], [findingAt(text, 'zone')], { pathOf: () => file })).results?.[0] ?? {};
      return locations?.[0]?.physicalLocation?.artifactLocation;
    });
    assert.deepEqual(uris, [
      { uri: 'file:///C%3A/a%20b.bicep' },
      { uri: 'file:///x/%C3%A4.bicep' },
      { uri: 'untitled:one' },
      { uri: '../up.bicep', uriBaseId: '%SRCROOT%' },
    ]);
  });
});

function runOf(report: Report): Run {
  const { runs } = JSON.parse(formatSarif(report)) as Log;
  const [run] = runs;
  assert.ok(run && runs.length === 1);
  return run;
}

function resultOf(texts: Parameters<typeof reportOf>[0], finding: Parameters<typeof reportOf>[1][number]): Result {
  const [result] = runOf(reportOf(texts, [finding])).results ?? [];
  assert.ok(result);
  return result;
}
