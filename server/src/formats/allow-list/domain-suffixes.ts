import type { FqdnEntry } from '../../domain/fqdns/expected-fqdns';

/**
 * The names as suffixes (`.example.com` for `*.example.com`) and hosts, without those that a suffix among them covers: Squid refuses a list
 * that says a thing twice.
 */
export function domainSuffixes(entries: readonly FqdnEntry[]): readonly string[] {
  const names = entries.map(({ fqdn }) => fqdn.replace(/^\*\./, '.'));
  const covers = (suffix: string, name: string): boolean =>
    suffix !== name && suffix.startsWith('.') && (name.endsWith(suffix) || `.${name}` === suffix);
  return names.filter((name) => !names.some((other) => covers(other, name)));
}
