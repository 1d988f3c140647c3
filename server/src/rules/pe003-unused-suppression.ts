import { sources } from '../data/links';
import { backupZone } from './examples/backup-zone';
import { mistake } from './examples/mistake';
import type { Rule } from './rule';

/** Its findings come from the checker, which alone knows what the other rules have found. */
export const unusedSuppression: Rule = {
  id: 'PE003',
  name: 'unused-suppression',
  severity: 'info',
  summary: 'A suppression hides nothing.',
  docs: {
    why: 'A suppression that hides nothing today hides the mistake that somebody makes tomorrow, and its reason misleads whoever reads it. The rule speaks only where everything was seen that could be hidden: not of a rule that is off, of a template that could not be read completely, or of one with modules that were not found.',
    howToFix: 'Remove the suppression, or name the rules alone that it is needed for.',
    fixes: [{ does: 'removes what is not needed, and the line where nothing else is on it', safe: true }],
    sources: [sources.bicepLinter],
    examples: [
      mistake('bicep', backupZone, ['resource backupZone', '‹#disable-next-line PE209›\nresource backupZone']),
      mistake('json', backupZone, [
        '"name": "privatelink.we',
        '‹// pelint-disable-next-line PE209›\n      "name": "privatelink.we',
      ]),
    ],
  },
};
