import assert from 'node:assert/strict';
import {
  invalidBicep,
  invalidBicepParam,
  validBicep,
  validBicepParam,
  type Probe,
} from '../server/syntax/bicep/probes';
import { BicepCompiler } from '../support/bicep-compiler';

// Codes of the compiler that speak of syntax: those that its lexer and parser give, and those that its later stages give for
// text that its parser lets through: a string imported without alias, a call behind `.?`, a statement that does not belong
// in a parameter file, decorators without declaration.
const SYNTAX_CODES: ReadonlySet<string> = new Set(
  [
    '001 002 003 004 005 006 007 008 009 010 011 012 013 015 016 017 018 019 020 021 022 023 024 064 068 087 096 097 103',
    '117 118 123 133 136 140 162 167 201 202 226 236 237 238 243 249 257 266 279 300 305 317 325 344 346 347 354 355 356',
    '404 436 375 322 337 132 292',
  ]
    .join(' ')
    .split(' ')
    .map((number) => `BCP${number}`),
);

/** Asks the compiler whether the verdicts that the probes record are its own. */
describe('Probes of Bicep syntax, asked of the compiler', () => {
  let compiler: BicepCompiler | undefined;

  before(function () {
    compiler = BicepCompiler.find();
    if (!compiler) this.skip();
  });

  after(() => compiler?.close());

  const suites: readonly (readonly [string, readonly Probe[], 'bicep' | 'bicepparam', boolean])[] = [
    ['takes in .bicep', validBicep, 'bicep', true],
    ['rejects in .bicep', invalidBicep, 'bicep', false],
    ['takes in .bicepparam', validBicepParam, 'bicepparam', true],
    ['rejects in .bicepparam', invalidBicepParam, 'bicepparam', false],
  ];
  for (const [title, probes, language, valid] of suites) {
    describe(title, () => {
      for (const { name, text } of probes) {
        it(name, async () => {
          assert(compiler);
          const errors = (await compiler.diagnose(text, language)).filter(({ level }) => level === 'Error');
          const syntax = errors.filter(({ code }) => SYNTAX_CODES.has(code));
          assert.equal(syntax.length === 0, valid, errors.map(({ code, message }) => `${code}: ${message}`).join('\n'));
        });
      }
    });
  }
});
