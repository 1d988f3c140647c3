import assert from 'node:assert/strict';
import { rules } from '../../server/src/rules/index';
import { BicepCompiler } from '../support/bicep-compiler';
import { readMarks } from '../support/marks';

/** Whether the templates that the rules' pages show are ones that the compiler takes. */
describe('Examples of the rules and the Bicep compiler', () => {
  let compiler: BicepCompiler | undefined;

  before(function () {
    compiler = BicepCompiler.find();
    if (!compiler) this.skip();
  });

  after(() => compiler?.close());

  for (const { id, docs } of rules) {
    for (const { language, title, wrong, right } of docs.examples) {
      if (language !== 'bicep') continue;
      for (const [what, text] of Object.entries({ wrong: readMarks(wrong).text, right })) {
        it([id, title, what].filter(Boolean).join(', '), async () => {
          assert.ok(compiler);
          const diagnostics = await compiler.diagnose(text, 'bicep');
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
    }
  }
});
