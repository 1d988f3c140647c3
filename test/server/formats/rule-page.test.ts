import assert from 'node:assert/strict';
import { colorPalette, plainPalette } from '../../../server/src/formats/palette';
import { formatRulePage } from '../../../server/src/formats/rule-page';
import { formatTerminalMarkdown } from '../../../server/src/formats/terminal-markdown';
import { rules } from '../../../server/src/rules/index';
import type { Rule } from '../../../server/src/rules/rule';

const rule: Rule = {
  id: 'PE999',
  name: 'toy',
  severity: 'error',
  summary: 'A toy is wrong.',
  docs: {
    why: 'Toys break.',
    howToFix: 'Mend it.',
    sources: [{ title: 'Toys', url: 'https://example.com/toys', edition: '2026' }],
    examples: [
      { language: 'bicep', wrong: "var a = 1\nvar toy = ‹'wrong'›\n", right: "var a = 1\nvar toy = 'right'\n" },
    ],
  },
};

describe('Page of a rule', () => {
  it('shows the examples without marks, and where the mistake is', () => {
    const page = formatRulePage(rule);
    assert.match(page, /Wrong, in line 2:\n\n```bicep\nvar a = 1\nvar toy = 'wrong'\n```\n\nRight:\n\n```bicep\n/);
    for (const each of rules) assert.doesNotMatch(formatRulePage(each), /[‹›]/, each.id);
  });

  it('tells every level and when it counts', () => {
    const level = (change: Partial<Rule>): string | undefined =>
      /^Level: .*$/m.exec(formatRulePage({ ...rule, ...change }))?.[0];
    assert.equal(level({}), 'Level: error.');
    assert.equal(
      level({ otherSeverity: { severity: 'warning', when: 'on Sundays' } }),
      'Level: error; warning on Sundays.',
    );
    assert.match(level({ offByDefault: true }) ?? '', /off by default: `--severity PE999=error` turns it on\.$/);
  });

  it('says what the command does with a fix', () => {
    const page = (safe: boolean): string =>
      formatRulePage({ ...rule, docs: { ...rule.docs, fixes: [{ does: 'mends it', safe }] } });
    assert.match(page(true), /A quick fix mends it\. `pelint check --fix` does that, too\./);
    assert.match(page(false), /A quick fix mends it\. `pelint check --fix` does that only with `--unsafe-fixes`/);
    assert.doesNotMatch(formatRulePage(rule), /quick fix/);
  });
});

describe('Markdown in a terminal', () => {
  it('shows the text of a page without its marks', () => {
    const markdown =
      '# Title\n\nSome `code`.\n\n```json\n# no heading\n\n[not](a link)\n```\n\n- [Toys](https://example.com), 2026\n';
    assert.equal(
      formatTerminalMarkdown(markdown, plainPalette),
      'Title\n\nSome `code`.\n\n    # no heading\n\n    [not](a link)\n\n- Toys, 2026\n  https://example.com\n',
    );
  });

  it('sets headings off where there are colours', () => {
    assert.equal(formatTerminalMarkdown('## Title', colorPalette), colorPalette.bold('Title'));
  });
});
