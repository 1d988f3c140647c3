import assert from 'node:assert/strict';
import { formatJunit } from '../../../../server/src/formats/findings/junit';
import { awkwardFile, awkwardMessage, awkwardReport } from './awkward';
import { findingAt, reportOf } from './reports';

describe('formatJunit', () => {
  const text = { uri: 'file:///p/main.bicep', text: 'zone\n' };

  it('writes a suite for a file, and a test for each finding that counts', () => {
    const xml = formatJunit(awkwardReport());
    const [, name = '', counts] = /<testsuite name="([^"<]*)" ([^>]*)>/.exec(xml) ?? [];
    assert.equal(unescape(name), awkwardFile);
    assert.equal(counts, 'tests="3" failures="2" errors="0"');
    assert.match(xml, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="pelint" tests="3" failures="2"/);
    assert.deepEqual(
      [...xml.matchAll(/<testcase classname="([^"<]*)" name="([^"<]*)">/g)].map(([, file = '', test = '']) => [
        unescape(file),
        unescape(test),
      ]),
      ['2:7', '3:4', '4:1'].map((place) => [awkwardFile, `PE103 static-ip (${place})`]),
    );
  });

  it('fails for errors and warnings, with messages that a reader of XML reads back whole', () => {
    const failures = [
      ...formatJunit(awkwardReport()).matchAll(/<failure message="([^"<]*)" type="(\w+)">([^<]*)<\/failure>/g),
    ];
    assert.deepEqual(
      failures.map(([, message = '', type]) => [unescape(message), type]),
      [
        [awkwardMessage, 'error'],
        [awkwardMessage, 'warning'],
      ],
    );
    const content = failures[0]?.[3] ?? '';
    assert.ok(unescape(content).startsWith(`${awkwardFile}:2:7: ${awkwardMessage}\nhttps://`), content);
    assert.doesNotMatch(content, /\]\]>/);
  });

  it('lets information pass, and says it', () => {
    const xml = formatJunit(reportOf([text], [findingAt(text, 'zone', { severity: 'info', message: 'By the way.' })]));
    assert.match(xml, /tests="1" failures="0" errors="0"/);
    assert.match(xml, /<system-out>main\.bicep:1:1: By the way\.\n/);
  });

  it('writes an error for a file that could not be read, in the suite of its findings', () => {
    const problems = [{ uri: text.uri, message: 'Is no "text".' }];
    const xml = formatJunit(reportOf([text], [findingAt(text, 'zone')], { problems }));
    assert.equal(xml.match(/<testsuite name="main\.bicep" tests="2" failures="1" errors="1">/g)?.length, 1);
    assert.match(xml, /<error message="Is no &quot;text&quot;\." type="problem">main\.bicep: Is no "text"\.<\/error>/);
  });

  it('writes a test that passes where nothing was found, and none where nothing was checked', () => {
    assert.match(formatJunit(reportOf([text], [])), /tests="1" failures="0" errors="0">\n {4}<testcase [^>]*\/>\n/);
    assert.doesNotMatch(formatJunit(reportOf([], [])), /<testcase/);
  });

  it('replaces what XML cannot hold, in attributes and between tags', () => {
    const xml = formatJunit(reportOf([text], [findingAt(text, 'zone', { message: 'a\u0000b\ud800c' })]));
    assert.equal(xml.match(/a\ufffdb\ufffdc/g)?.length, 2);
  });
});

function unescape(written: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return written.replace(/&(?:#(\d+)|(\w+));/g, (_, code: string | undefined, name = '') =>
    code === undefined ? (named[String(name)] ?? '?') : String.fromCharCode(Number(code)),
  );
}
