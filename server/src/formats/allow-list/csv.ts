import { formatCsv } from '../csv';
import type { AllowListExporter } from './input';

const columns = [
  'destination',
  'port',
  'protocol',
  'resolvesTo',
  'serviceTag',
  'service',
  'purpose',
  'source',
] as const;

/** A row for each name and port, with a head line, for products that take lists and for change tickets. */
export const csv: AllowListExporter = ({ entries }) => ({
  text: formatCsv([
    columns,
    ...entries.flatMap(({ fqdn, ports, protocol, resolvesTo, serviceTag, service, purpose, source }) =>
      ports.map((port) => [fqdn, String(port), protocol, resolvesTo, serviceTag ?? '', service, purpose, source]),
    ),
  ]),
  beside: [],
});
