import type { Completion, CompletionContext, CompletionPlace } from './completion';
import { groupIdCompletions } from './group-ids';
import { ruleCompletions } from './rule-ids';
import { geoCodeCompletions, zoneIdCompletions, zoneInTextCompletions, zoneNameCompletions } from './zones';

/** What may stand at a place, the likeliest first. */
export function completionsAt(place: CompletionPlace, context: CompletionContext): readonly Completion[] {
  switch (place.kind) {
    case 'groupId':
      return groupIdCompletions(place, context);
    case 'zoneName':
      return zoneNameCompletions(place.slot, context);
    case 'zoneId':
      return zoneIdCompletions(place.slot, context);
    case 'zoneInText':
      return zoneInTextCompletions(place.span, context);
    case 'geoCode':
      return geoCodeCompletions(place.span, context);
    case 'rule':
      return ruleCompletions(place, context);
  }
}
