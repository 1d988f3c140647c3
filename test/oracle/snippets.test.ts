import assert from 'node:assert/strict';
import { BicepCompiler } from '../support/bicep-compiler';
import { expandedSnippet, expandedSnippets } from '../support/snippets';

describe('Snippets and the Bicep compiler', () => {
  let compiler: BicepCompiler | undefined;

  before(function () {
    compiler = BicepCompiler.find();
    if (!compiler) this.skip();
  });

  after(() => compiler?.close());

  for (const [what, text] of [
    ['the vault', expandedSnippet('bicep', 'backup-private-endpoint')],
    ['the vault with the paired region', expandedSnippets('bicep')],
  ] as const)
    it(`${what} compiles without warnings`, async () => {
      assert.ok(compiler);
      const diagnostics = await compiler.diagnose(text, 'bicep');
      // The paired region follows from the region of the vault: nobody gives it as a parameter.
      const others = diagnostics.filter(({ code }) => code !== 'no-hardcoded-location');
      assert.deepEqual(others, []);
    });
});
