import assert from 'node:assert/strict';
import Ajv from 'ajv';
import { formatAzureDevops } from '../../../../server/src/formats/findings/azure-devops';
import { formatCheckstyle } from '../../../../server/src/formats/findings/checkstyle';
import { formatCompact } from '../../../../server/src/formats/findings/compact';
import { formatGithub } from '../../../../server/src/formats/findings/github';
import { formatGitlab } from '../../../../server/src/formats/findings/gitlab';
import { awkwardFile, awkwardMessage, awkwardReport } from './awkward';
import { findingAt, reportOf } from './reports';

describe('the formats of findings for CI', () => {
  it('leave out what is suppressed, and write each finding once', () => {
    for (const format of [formatCompact, formatGithub, formatAzureDevops, formatCheckstyle, formatGitlab])
      assert.equal(format(awkwardReport()).match(/second line/g)?.length, 3, format.name);
  });
});

describe('formatCompact', () => {
  it('writes a line for each finding', () => {
    const lines = formatCompact(awkwardReport()).trimEnd().split('\n');
    assert.equal(lines[0], `${awkwardFile}:2:7: error PE103: ${awkwardMessage.replace('\r\n', ' ')}`);
    assert.deepEqual(
      lines.map((line) => /:(\d+:\d+: \w+) PE103/.exec(line)?.[1]),
      ['2:7: error', '3:4: warning', '4:1: info'],
    );
  });

  it('writes nothing where nothing was found', () => {
    assert.equal(formatCompact(reportOf([], [])), '');
  });
});

describe('formatGithub', () => {
  /** Reads a command back as the runner does: what a property and what the message mean. */
  function read(line: string): { level: string; properties: Record<string, string>; message: string } {
    const [, level = '', properties = '', message = ''] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? [];
    const pairs = properties.split(',').map((property) => {
      const [name = '', value = ''] = property.split('=');
      return [name, unescape(value)] as const;
    });
    return { level, properties: Object.fromEntries(pairs), message: unescape(message) };
  }

  function unescape(text: string): string {
    return text.replace(/%(25|0D|0A|3A|2C)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  }

  it('writes commands that the runner reads back whole', () => {
    const lines = formatGithub(awkwardReport()).trimEnd().split('\n').map(read);
    assert.deepEqual(lines[0], {
      level: 'error',
      properties: { title: 'PE103 static-ip', file: awkwardFile, line: '2', endLine: '2', col: '7', endColumn: '13' },
      message: awkwardMessage,
    });
    assert.deepEqual(
      lines.map(({ level }) => level),
      ['error', 'warning', 'notice'],
    );
  });

  it('gives no columns to what is longer than a line', () => {
    const text = { uri: 'file:///p/main.bicep', text: 'one\ntwo\n' };
    const { properties } = read(formatGithub(reportOf([text], [findingAt(text, 'one\ntwo')])).trimEnd());
    assert.deepEqual(Object.keys(properties), ['title', 'file', 'line', 'endLine']);
  });
});

describe('formatAzureDevops', () => {
  function unescape(text: string): string {
    const plain = text.replace(/%(0D|0A|5D|3B)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    return plain.replaceAll('%AZP25', '%');
  }

  it('writes commands that the agent reads back whole', () => {
    const [first = '', second = ''] = formatAzureDevops(awkwardReport()).split('\n');
    const [, properties = '', message = ''] = /^##vso\[task\.logissue ([^\]]*)\](.*)$/.exec(first) ?? [];
    assert.equal(unescape(message), `PE103: ${awkwardMessage}`);
    assert.deepEqual(properties.split(';').map(unescape), [
      'type=error',
      `sourcepath=${awkwardFile}`,
      'linenumber=2',
      'columnnumber=7',
      'code=PE103',
    ]);
    assert.match(second, /^##vso\[task\.logissue type=warning;/);
  });

  it('writes what is no warning as a plain line, which is no command whatever it says', () => {
    const last = formatAzureDevops(awkwardReport()).trimEnd().split('\n')[2];
    assert.equal(last, `${awkwardFile}(4,1): PE103: ${awkwardMessage.replace('\r\n', ' ').replace('##vso', '#vso')}`);
  });
});

describe('formatCheckstyle', () => {
  function unescape(text: string): string {
    const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
    return text.replace(/&(?:#(\d+)|(\w+));/g, (_, code: string | undefined, name = '') =>
      code === undefined ? (named[String(name)] ?? '?') : String.fromCharCode(Number(code)),
    );
  }

  it('writes attributes that a reader of XML reads back whole', () => {
    const xml = formatCheckstyle(awkwardReport());
    assert.match(xml, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<checkstyle version="4\.3">\n/);
    assert.match(xml, /<\/checkstyle>\n$/);
    assert.deepEqual(
      [...xml.matchAll(/<file name="([^"<]*)">/g)].map(([, name = '']) => unescape(name)),
      [awkwardFile],
    );
    const errors = [
      ...xml.matchAll(
        /<error line="(\d+)" column="(\d+)" severity="(\w+)" message="([^"<]*)" source="pelint.PE103"\/>/g,
      ),
    ];
    assert.deepEqual(
      errors.map(([, line, column, severity, message = '']) => [line, column, severity, unescape(message)]),
      [
        ['2', '7', 'error', awkwardMessage],
        ['3', '4', 'warning', awkwardMessage],
        ['4', '1', 'info', awkwardMessage],
      ],
    );
  });

  it('replaces what XML cannot hold', () => {
    const text = { uri: 'file:///p/main.bicep', text: 'zone\n' };
    const xml = formatCheckstyle(reportOf([text], [findingAt(text, 'zone', { message: 'a\u0000b\ud800c' })]));
    assert.match(xml, /message="a\ufffdb\ufffdc"/);
  });
});

describe('formatGitlab', () => {
  /** What docs.gitlab.com/ci/testing/code_quality asks of a report. */
  const schema = {
    type: 'array',
    items: {
      type: 'object',
      required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
      additionalProperties: false,
      properties: {
        description: { type: 'string', minLength: 1 },
        check_name: { type: 'string', minLength: 1 },
        fingerprint: { type: 'string', minLength: 16 },
        severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
        location: {
          type: 'object',
          required: ['path', 'lines'],
          properties: {
            path: { type: 'string', pattern: '^(?!\\./|/)' },
            lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
          },
        },
      },
    },
  };

  it('writes what GitLab asks for, with a fingerprint of its own for each finding', () => {
    const issues = JSON.parse(formatGitlab(awkwardReport())) as { fingerprint: string; description: string }[];
    const validate = new Ajv().compile(schema);
    assert.ok(validate(issues), JSON.stringify(validate.errors));
    assert.equal(new Set(issues.map(({ fingerprint }) => fingerprint)).size, 3);
    assert.equal(issues[0]?.description, `PE103: ${awkwardMessage}`);
  });

  it('writes an empty list where nothing was found', () => {
    assert.equal(formatGitlab(reportOf([], [])), '[]\n');
  });
});
