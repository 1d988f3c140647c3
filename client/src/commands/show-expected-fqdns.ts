import { expectedFqdnsRequest } from '../../../server/src/protocol';
import { namesOf, pickRegions } from '../pick-regions';
import type { Surroundings } from '../surroundings';
import { givenList, givenTemplate, nameOf, noTemplate } from './given-template';

/** Opens the list of FQDNs that a firewall has to allow in the regions that the user picks. */
export async function showExpectedFqdns(surroundings: Surroundings): Promise<void> {
  const regions = await pickRegions(surroundings, 'Show Expected FQDNs for Region');
  if (regions.length === 0) return;
  const params = { regions: regions.map(({ name }) => name) };
  await surroundings.texts.show(`${namesOf(regions)}.fqdns`, { request: expectedFqdnsRequest, params });
}

/** Opens the list for a template, which follows the template while it is edited. */
export async function showExpectedFqdnsForTemplate(surroundings: Surroundings, given: unknown): Promise<void> {
  const template = givenTemplate(given, surroundings);
  if (template === undefined) throw noTemplate();
  const question = { request: expectedFqdnsRequest, params: { template: template.toString() } } as const;
  await surroundings.texts.show(`FQDNs of ${nameOf(template)}.fqdns`, question);
}

/** Shows a list as a table with what each name is for. */
export async function previewFqdns({ texts }: Surroundings, given: unknown): Promise<void> {
  const list = givenList(given);
  if (list === undefined) return;
  const params = { ...list.params, form: 'fqdn --format markdown' };
  await texts.preview(nameOf(list.uri).replace(/\.fqdns$/, '.md'), { request: expectedFqdnsRequest, params });
}
