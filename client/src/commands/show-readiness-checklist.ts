import { checklistRequest } from '../../../server/src/protocol';
import type { Surroundings } from '../surroundings';
import { givenTemplate, nameOf } from './given-template';

/** Shows what to make sure of that no template shows: for the template in front with its names, else for any. */
export async function showReadinessChecklist(surroundings: Surroundings, given: unknown): Promise<void> {
  const template = givenTemplate(given, surroundings);
  const name = template === undefined ? 'Readiness.md' : `Readiness of ${nameOf(template)}.md`;
  const params = template === undefined ? {} : { template: template.toString() };
  await surroundings.texts.preview(name, { request: checklistRequest, params });
}
