import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/base/text-edit';
import type { Finding } from '../../server/src/lint/finding';
import { rules } from '../../server/src/rules/index';
import type { Rule } from '../../server/src/rules/rule';
import { BicepCompiler } from '../support/bicep-compiler';
import { checkFiles } from '../support/check-files';
import { readMarks } from '../support/marks';

/** Rules whose wrong examples the compiler refuses: a module that is not there. */
const UNCOMPILED = new Set(['PE002']);

/** Rules whose wrong examples the compiler cannot make JSON of with the same mistake, each with the reason. */
const WITHOUT_JSON: Readonly<Record<string, string>> = {
  PE002: 'the compiler refuses a module that is not there',
  PE003: 'the directives of Bicep are not in its JSON',
};

/** Whether the compiler takes the templates that the rules' pages show, before and after every fix, and makes JSON of them that has the same mistakes. */
describe('Examples of the rules and the Bicep compiler', () => {
  let compiler: BicepCompiler | undefined;

  before(function () {
    compiler = BicepCompiler.find();
    if (!compiler) this.skip();
  });

  after(() => compiler?.close());

  for (const rule of rules) {
    const { id, docs } = rule;
    for (const { language, title, wrong, right, modules = {} } of docs.examples) {
      if (language !== 'bicep') continue;
      for (const [what, text] of Object.entries({ wrong: readMarks(wrong).text, right })) {
        if (what === 'wrong' && UNCOMPILED.has(id)) continue;
        it([id, title, what].filter(Boolean).join(', '), async () => {
          assert.ok(compiler);
          const diagnostics = await compiler.diagnose(text, 'bicep', modules);
          // Warnings would show users a template that their own pipeline may refuse. A literal location is what PE203 is about.
          const others = diagnostics.filter(({ code }) => code !== 'no-hardcoded-location');
          assert.deepEqual(
            (what === 'right' ? others : diagnostics.filter(({ level }) => level === 'Error')).map(
              ({ code, message }) => `${code}: ${message}`,
            ),
            [],
          );
        });
      }

      const of = (what: string): string => [id, title, what].filter(Boolean).join(', ');
      if (!(id in WITHOUT_JSON))
        it(of('as JSON'), async () => {
          assert.ok(compiler);
          const compiled = await compiler.compileText(readMarks(wrong).text, modules);
          assert.ok(compiled !== undefined);
          const found = await findingsOf(rule, { 'main.json': compiled });
          const { spans } = readMarks(wrong);
          assert.deepEqual(
            found.map(({ ruleId }) => ruleId),
            spans.map(() => id),
          );
        });

      it(of('with each of its fixes'), async () => {
        assert.ok(compiler);
        const { text } = readMarks(wrong);
        const fixes = (await findingsOf(rule, { 'main.bicep': text, ...modules })).flatMap((finding) => finding.fixes);
        for (const { title: fix, edits } of fixes) {
          const diagnostics = await compiler.diagnose(applyEdits(text, edits), 'bicep', modules);
          const errors = diagnostics.filter(({ level }) => level === 'Error');
          assert.deepEqual(errors, [], fix);
        }
      });
    }
  }
});

async function findingsOf(rule: Rule, files: Readonly<Record<string, string>>): Promise<readonly Finding[]> {
  const levels = new Map(rule.offByDefault ? [[rule.id, rule.severity]] : []);
  const { findings } = await checkFiles(files, { levels });
  return findings.filter(({ ruleId }) => ruleId === rule.id);
}
