import type { Surroundings } from '../surroundings';
import { givenTemplate, nameOf, noTemplate } from './given-template';

/** Draws what a template deploys beside it; the drawing follows the template while it is edited. */
export function showTopology(surroundings: Surroundings, given: unknown): void {
  const template = givenTemplate(given, surroundings);
  if (template === undefined) throw noTemplate();
  surroundings.topologies.show(template, nameOf(template));
}
