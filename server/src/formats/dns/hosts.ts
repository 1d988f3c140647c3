import { single } from '../artefact';
import { answeredNames, originOf, type DnsExporter } from './input';

/** Lines for a hosts file. It has no patterns, so that every new storage account of the vault needs a new line. */
export const hosts: DnsExporter = {
  records: 'required',
  export: ({ plan, records, tool }) =>
    single([
      ...originOf(plan.regions, tool).map((line) => `# ${line}`),
      "# Azure Backup adds storage accounts over time: add their lines after the first backup, as the endpoint's DNS configuration shows.",
      ...records.flatMap((record) =>
        record.addresses.map((address) => `${address} ${answeredNames(record).join(' ')}`),
      ),
    ]),
};
