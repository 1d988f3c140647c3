import type { Severity } from '../../lint/finding';

/** How many findings there are of each level. */
export function countLevels(
  findings: readonly { readonly severity: Severity }[],
): Readonly<Record<'errors' | 'warnings' | 'infos', number>> {
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  return { errors: count('error'), warnings: count('warning'), infos: count('info') };
}
