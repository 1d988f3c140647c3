import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/base/text-edit';
import type { Finding } from '../../../server/src/lint/finding';
import { rules } from '../../../server/src/rules/index';
import type { Rule, RuleExample } from '../../../server/src/rules/rule';
import { checkFiles } from '../../support/check-files';
import { readMarks } from '../../support/marks';

/** The examples on the rules' pages are what users copy, so they are run as users would. */
describe('Examples of the rules', () => {
  for (const rule of rules.filter(({ check, docs }) => check ?? docs.examples.length > 0)) {
    describe(`${rule.id} ${rule.name}`, () => {
      const { examples } = rule.docs;

      it('is shown in Bicep and in ARM JSON, each of several with a title', () => {
        for (const language of ['bicep', 'json']) {
          const titles = examples.filter((example) => example.language === language).map(({ title }) => title);
          assert.ok(titles.length > 0, `there is no example in ${language}`);
          assert.ok(titles.length === 1 || new Set(titles.filter(Boolean)).size === titles.length, titles.join());
        }
      });

      for (const example of examples) {
        describe([example.language, example.title].filter(Boolean).join(', '), () => runExample(rule, example));
      }

      it('documents its fixes', async () => {
        const documented = rule.docs.fixes ?? [];
        const fixes = (await Promise.all(examples.map(preferredFix))).filter((fix) => fix !== undefined);
        assert.equal(fixes.length > 0, documented.length > 0, 'a fix without words, or words without a fix');
        for (const { title, safe } of fixes)
          assert.ok(
            documented.some((words) => words.safe === safe),
            title,
          );
      });
    });
  }
});

function runExample(rule: Rule, example: RuleExample): void {
  it('finds the mistake at the marks, and nothing else', async () => {
    const { text, spans } = readMarks(example.wrong);
    assert.ok(spans.length > 0, 'nothing is marked');
    const findings = await findingsIn(text, example);
    assert.deepEqual(
      findings.map(({ ruleId, place: { start, end } }) => ({ ruleId, wrong: text.slice(start, end), start })),
      spans.map(({ start, end }) => ({ ruleId: rule.id, wrong: text.slice(start, end), start })),
    );
  });

  it('has nothing to say of what is right', async () => {
    const findings = await findingsIn(example.right, example);
    assert.deepEqual(
      findings.map(({ ruleId, message }) => `${ruleId}: ${message}`),
      [],
    );
  });

  it('can be silenced as the page says', async () => {
    for (const silenced of silencedTexts(rule, example)) {
      const findings = await findingsIn(silenced, example);
      assert.ok(findings.length > 0, silenced);
      for (const { suppression } of findings) assert.equal(suppression?.reason, 'so wanted', silenced);
    }
  });

  it('is put right by its preferred fix, if it has one', async () => {
    const fix = await preferredFix(example);
    if (!fix) return;
    const fixed = applyEdits(readMarks(example.wrong).text, fix.edits);
    if (example.shortened) assert.deepEqual(await findingsIn(fixed, example), []);
    else assert.equal(fixed, example.right);
  });
}

/** The wrong template with each of the ways to silence the rule. */
function silencedTexts({ id }: Rule, { language, wrong }: RuleExample): readonly string[] {
  const { text, spans } = readMarks(wrong);
  const startOfLine = text.lastIndexOf('\n', spans[0]?.start) + 1;
  const withLine = (line: string): string => `${text.slice(0, startOfLine)}${line}\n${text.slice(startOfLine)}`;
  if (language === 'bicep') {
    return [
      withLine(`#disable-next-line ${id} // so wanted`),
      `#disable-diagnostics ${id} // so wanted\n${text}\n#restore-diagnostics ${id}\n`,
    ];
  }
  const metadata = { pelint: { disable: [{ rule: id, reason: 'so wanted' }] } };
  return [
    withLine(`// pelint-disable-next-line ${id} -- so wanted`),
    text.replace('"resources":', `"metadata": ${JSON.stringify(metadata)},\n  $&`),
  ];
}

async function preferredFix(example: RuleExample): Promise<Finding['fixes'][number] | undefined> {
  const [finding] = await findingsIn(readMarks(example.wrong).text, example);
  return finding?.fixes[0];
}

async function findingsIn(text: string, { language, modules }: RuleExample): Promise<readonly Finding[]> {
  // A page must not teach what a rule speaks against that is off by default.
  const levels = new Map(rules.map(({ id, severity }) => [id, severity]));
  const { findings, failures } = await checkFiles({ [`main.${language}`]: text, ...modules }, { levels });
  assert.deepEqual(failures, []);
  return findings;
}
