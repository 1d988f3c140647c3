import type { Deployment } from '../../deployment/deployment';
import type { Settings } from './settings';

/** Whether a deployment may hold more than is known of it, so that nothing can be called absent. */
export function mayHoldMore({ unread, incomplete }: Deployment): boolean {
  return incomplete || unread.some(({ standIn }) => !standIn);
}

/** Whether names may be meant to be answered by the zones of the templates: the user has not said that something else does it. */
export function mayUseZones({ dns }: Settings): boolean {
  return dns === undefined || dns === 'private-zones';
}
