import assert from 'node:assert/strict';
import type { CheckOptions } from '../../../server/src/lint/check';
import type { Finding } from '../../../server/src/lint/finding';
import { rules } from '../../../server/src/rules/index';
import type { Rule, RuleExample } from '../../../server/src/rules/rule';
import { projectUri } from '../../support/check-files';
import type { ProjectFiles } from '../../support/check-files';
import { checkAlike } from '../../support/in-full';
import { readMarks } from '../../support/marks';
import { CACHE, shapes } from '../../support/shapes';
import type { Shape } from '../../support/shapes';

/** Every rule says the same of its examples in whatever shape they are written, and nothing of what is right. */
describe('Rules and the shapes of templates', () => {
  for (const rule of rules.filter(({ check }) => check)) {
    for (const example of rule.docs.examples) {
      const title = [rule.id, rule.name, example.language, example.title].filter(Boolean).join(', ');
      describe(title, () => {
        for (const shape of shapes.filter(({ language }) => language === example.language)) {
          it(shape.name, function () {
            return runShape(rule, example, shape);
          });
        }
      });
    }
  }
});

async function runShape(rule: Rule, example: RuleExample, shape: Shape): Promise<void> {
  const marked = shape.of(example.wrong);
  const right = shape.of(example.right);
  if (!marked || !right) return;
  const files = { ...unmarked(marked), ...example.modules };
  const found = await findingsOf(rule, files);
  const places = found.map((finding) => `${finding.ruleId} at ${describePlace(finding, files)}`);
  if (shape.atModule) {
    assert.ok(found.length > 0, 'nothing is found');
    assert.deepEqual(
      [...new Set(found.map(({ ruleId, place }) => `${ruleId} in ${place.uri}`))],
      [`${rule.id} in ${projectUri('main.bicep')}`],
    );
  } else {
    assert.deepEqual(places.sort(), expectedPlaces(rule, marked).sort());
  }
  const wronglyFound = await findingsOf(rule, { ...unmarked(right), ...example.modules });
  assert.deepEqual(
    wronglyFound.map(({ ruleId, message }) => `${ruleId}: ${message}`),
    [],
  );
}

function unmarked(files: ProjectFiles): ProjectFiles {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, readMarks(text).text]));
}

async function findingsOf(rule: Rule, files: ProjectFiles): Promise<readonly Finding[]> {
  const levels: CheckOptions['levels'] = new Map(rule.offByDefault ? [[rule.id, rule.severity]] : []);
  const result = await checkAlike(files, { levels, modules: { cache: CACHE } });
  assert.deepEqual(result.failures, []);
  return result.findings;
}

function describePlace({ place }: Finding, files: ProjectFiles): string {
  const path = Object.keys(files).find((candidate) => projectUri(candidate) === place.uri) ?? place.uri;
  return `${path}, ${place.start}: ${(files[path] ?? '').slice(place.start, place.end)}`;
}

function expectedPlaces(rule: Rule, marked: ProjectFiles): string[] {
  return Object.entries(marked).flatMap(([path, markedText]) => {
    const { text, spans } = readMarks(markedText);
    return spans.map(({ start, end }) => `${rule.id} at ${path}, ${start}: ${text.slice(start, end)}`);
  });
}
