import type { FqdnEntry } from '../../domain/fqdns/expected-fqdns';
import { portsOf } from './words';

/** A column of the tables: markdown, HTML and plain text have the same ones. */
export interface FqdnColumn {
  readonly title: string;
  readonly text: (entry: FqdnEntry) => string;
  /** The text is a name or number for machines. */
  readonly code: boolean;
}

export const fqdnColumns: readonly FqdnColumn[] = [
  { title: 'FQDN', text: ({ fqdn }) => fqdn, code: true },
  { title: 'Ports', text: portsOf, code: false },
  { title: 'Service', text: ({ service }) => service, code: false },
  { title: 'Why', text: ({ purpose }) => purpose, code: false },
  { title: 'Resolves to', text: ({ resolvesTo }) => `${resolvesTo} address`, code: false },
  { title: 'Private DNS zone', text: ({ privateZone }) => privateZone ?? '', code: true },
  { title: 'Service tag', text: ({ serviceTag }) => serviceTag ?? '', code: true },
];
