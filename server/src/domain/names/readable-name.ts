import type { DeployedResource } from '../../deployment/deployment';
import { flatText } from './flat-text';
import { hole } from './zone-labels';

/** A resource's name for people: with `…` for what is not known of it; its symbolic name where nothing is. */
export function readableName({ name, definition }: DeployedResource): string {
  const readable = name.kind === 'text' ? flatText(name).text.replaceAll(hole, '…') : '…';
  return /^…*$/.test(readable) ? (definition.symbol ?? readable) : readable;
}
