const { mkdirSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const Mocha = require('mocha');

/**
 * mocha's usual report; where the variable PELINT_COUNTS names a file, the totals go there too, as
 * `{ "passes": 3, "failures": 0, "pending": 1 }`, so that scripts/totals.mjs can add up all suites.
 * (mocha loads a reporter by `require` and wants the class itself, hence CommonJS.)
 */
module.exports = class CountingReporter extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const file = process.env.PELINT_COUNTS;
    if (file === undefined) return;
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = this.stats;
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify({ passes, failures, pending }));
    });
  }
};
