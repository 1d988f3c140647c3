import { tool } from '../../base/product';
import type { KnownScope } from '../../deployment/identity/locations';
import { readinessFacts } from '../../domain/readiness/facts';
import type { ReadinessFacts } from '../../domain/readiness/facts';
import { createRegionTable } from '../../domain/names/regions';
import { checklist } from '../../formats/checklist/document';
import { checklistFormatNames, checklistFormats } from '../../formats/checklist/formats';
import { commandSummaries } from '../command-list';
import { answersCommonOption, commonOptions } from '../common-options';
import { cloudNames, deploymentsOf } from '../evaluate-template';
import { namedRegion } from '../fqdn/named-region';
import { templateOptions } from '../fqdn/options';
import type { Io } from '../io';
import { parseArguments, type CommandSpec, type OptionSpec, type OptionValues } from '../options';
import { pairOutputs, printOutputs } from '../outputs';
import { readFolder } from '../read-folder';
import { UsageError } from '../usage-error';

const options = [
  ...templateOptions,
  { name: 'resource-group', value: 'NAME', help: 'The resource group that is deployed to, for the commands.' },
  {
    name: 'format',
    value: 'FORMAT',
    choices: checklistFormatNames,
    help: 'How the list is printed; may be repeated.',
  },
  { name: 'output', value: 'FILE', help: 'Where the --format before it goes instead of standard output.' },
  ...commonOptions,
] as const satisfies readonly OptionSpec[];

type Name = (typeof options)[number]['name'];

const spec: CommandSpec<Name> = {
  usage: 'pelint checklist [FILE] [options]',
  summary: commandSummaries.checklist,
  options,
  notes: `FILE is a template or a parameter file: the list is then filled in with its vaults, endpoints and zones, and leaves out what the
template answers itself.`,
};

/** `pelint checklist`: returns the exit status. Throws a UsageError. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const parsed = parseArguments(spec, args);
  if (answersCommonOption(parsed, spec, io)) return 0;
  const outputs = pairOutputs(parsed.given, checklistFormatNames, 'list');
  const [file, ...others] = parsed.positionals;
  if (others.length > 0) throw new UsageError(`Only one template can be asked about; leave out ${others.join(' ')}.`);
  const list = checklist(file, file === undefined ? withoutTemplate(parsed) : await factsOf(file, parsed, io));
  return printOutputs(outputs, (format) => checklistFormats[format](list, tool), io);
}

function withoutTemplate({ has }: OptionValues<Name>): undefined {
  const forTemplate = (['params', 'resource-group', 'location', 'cloud', 'module-cache'] as const).find(has);
  if (forTemplate !== undefined) throw new UsageError(`--${forTemplate} belongs to a template; name one.`);
}

async function factsOf(file: string, parsed: OptionValues<Name>, io: Io): Promise<ReadinessFacts> {
  const table = createRegionTable();
  const question = {
    file,
    parameters: parsed.values('params'),
    known: knownScope(parsed.value, (text) => namedRegion(text, table).name),
    cloud: cloudNames.find((cloud) => cloud === parsed.value('cloud')),
    moduleCache: readFolder('module-cache', parsed.value('module-cache'), io.cwd),
  };
  const { deployments, regions } = await deploymentsOf(question, io);
  const facts = readinessFacts(deployments, regions);
  if (facts.vaults.length === 0) throw new UsageError(`${file} deploys no Recovery Services vault.`);
  return facts;
}

function knownScope(value: (name: Name) => string | undefined, regionName: (text: string) => string): KnownScope {
  const location = value('location');
  const resourceGroup = value('resource-group');
  return {
    ...(location === undefined ? {} : { location: regionName(location) }),
    ...(resourceGroup === undefined ? {} : { resourceGroup }),
  };
}
