import { sources } from '../data/links';
import type { UnreadModule } from '../deployment/deployment';
import { isStandIn } from '../deployment/project/known-modules';
import { isPublished } from '../deployment/project/registry';
import { backupZone } from './examples/backup-zone';
import { mistake } from './examples/mistake';
import type { Rule } from './rule';

export const moduleNotFound: Rule = {
  id: 'PE002',
  name: 'module-not-found',
  severity: 'info',
  offByDefault: true,
  summary: 'A module or linked template was not found, so nothing inside it was checked.',
  docs: {
    why: 'What a module deploys counts like what its template writes: the vault, the private endpoint or the zones may be in it. Where it is missing, rules that need to see everything are silent about the whole deployment. Well-known public modules are not reported: pelint knows what they deploy for private endpoints.',
    howToFix:
      'Run `bicep restore main.bicep`, which brings modules from registries into the module cache, and name the cache with `--module-cache` or `moduleCache` if it is not where Bicep has it. Correct the path of a module that is a file. A template that lies elsewhere can only be checked by itself.',
    sources: [sources.bicepModules, sources.linkedTemplates],
    examples: [
      mistake('bicep', backupZone, [
        'resource backupZone',
        "module network ‹'network.bicep'› = {}\n\nresource backupZone",
      ]),
      mistake('json', backupZone, [
        '"resources": [',
        `"resources": [
    {
      "type": "Microsoft.Resources/deployments",
      "apiVersion": "2024-07-01",
      "name": "network",
      "properties": {
        "mode": "Incremental",
        "templateLink": { "relativePath": ‹"network.json"› }
      }
    },`,
      ]),
    ],
  },
  *check({ deployment }) {
    for (const module of deployment.unread) {
      const { missing, standIn } = module;
      // Inside what stands in for a well-known module nothing is missing that the rules would ask for.
      if (!missing || standIn || isStandIn(missing.place.uri)) continue;
      yield { place: missing.place, message: messageOf(module) };
    }
  },
};

function messageOf({ reference, missing }: UnreadModule): string {
  const unchecked = 'so nothing inside it was checked';
  if (!reference)
    return `This deployment's template was not read, ${unchecked}: ${missing?.reason ?? 'it is not here'}.`;
  if (isPublished(reference.path))
    return `The module '${reference.path}' is not in the module cache, ${unchecked}. Run \`bicep restore\`, which brings it there.`;
  return `There is no template '${reference.path}', ${unchecked}. Correct the path, or add the file.`;
}
