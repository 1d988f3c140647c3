import { hole } from '../domain/names/zone-labels';

/** A name for people: what is not known of it stands as `…`. */
export function readable(name: string): string {
  return name.replaceAll(hole, '…');
}
