import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { validateXML } from 'xmllint-wasm';
import { formatJunit } from '../../../../server/src/formats/findings/junit';
import { formatRdjson } from '../../../../server/src/formats/findings/rdjson';
import type { Report } from '../../../../server/src/formats/findings/report';
import { formatSarif } from '../../../../server/src/formats/findings/sarif';
import { sharedPath } from '../../../support/shared';
import { awkwardReport } from './awkward';
import { findingAt, placeOf, reportOf } from './reports';

/** The formats by the schemas that their makers publish, which lie with the reference material. */
describe('the published schemas of reports', () => {
  for (const [file, format] of [
    ['sarif-schema-2.1.0.json', formatSarif],
    ['rdjson-DiagnosticResult.json', formatRdjson],
  ] as const) {
    it(`${file} holds for what is written`, function () {
      const found = sharedPath('schemas', file);
      if (found === undefined) this.skip();
      // ajv knows draft-04 by neither name, but all of the words that these schemas use.
      const {
        $schema: _draft,
        id: _id,
        ...schema
      } = JSON.parse(readFileSync(found, 'utf8')) as Record<string, unknown>;
      const validate = new Ajv({ strict: false, logger: false, validateFormats: false }).compile(schema);
      for (const report of reports()) {
        assert.ok(validate(JSON.parse(format(report))), JSON.stringify(validate.errors));
      }
    });
  }

  it('junit-10.xsd holds for what is written', async function () {
    const found = sharedPath('schemas', 'junit-10.xsd');
    if (found === undefined) return this.skip();
    const schema = readFileSync(found, 'utf8');
    for (const report of reports()) {
      const xml = [{ fileName: 'junit.xml', contents: formatJunit(report) }];
      const { valid, errors } = await validateXML({ xml, schema });
      assert.ok(valid, errors.map(({ message }) => message).join('\n'));
    }
  });
});

/** Reports with all that a report can have. */
function reports(): readonly Report[] {
  const text = { uri: 'file:///p/main.bicep', text: 'one two\n' };
  const finding = findingAt(text, 'one', {
    related: [{ place: placeOf(text, 'two'), message: 'Here, too.' }],
    deployments: ['file:///p/main.bicepparam'],
    fixes: [{ title: 'Remove it', safe: true, edits: [{ ...placeOf(text, 'two'), newText: '' }] }],
  });
  const problems = [{ uri: 'file:///p/other.bicep', message: 'no permission' }];
  return [awkwardReport(), reportOf([text], [finding], { problems }), reportOf([text], []), reportOf([], [])];
}
