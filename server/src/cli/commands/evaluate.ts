import type { KnownScope } from '../../deployment/identity/locations';
import { formatEvaluatedJson } from '../../formats/evaluated-json';
import { relativePath } from '../../host/paths';
import { commandSummaries } from '../command-list';
import { answersCommonOption, commonOptions } from '../common-options';
import { cloudNames, evaluateTemplate } from '../evaluate-template';
import type { Io } from '../io';
import { readConfiguration } from '../configuration';
import { parseArguments, type CommandSpec, type OptionSpec } from '../options';
import { readFolder } from '../read-folder';
import { whyNothingDeployed, whyNotItsParameters } from '../unusable-file';
import { UsageError } from '../usage-error';

const options = [
  { name: 'params', value: 'FILE', help: 'A parameter file for the template; may be repeated.' },
  { name: 'tenant-id', value: 'ID', help: 'The tenant that is deployed to.' },
  { name: 'management-group', value: 'NAME', help: 'The management group that is deployed to.' },
  { name: 'subscription-id', value: 'ID', help: 'The subscription that is deployed to.' },
  { name: 'resource-group', value: 'NAME', help: 'The resource group that is deployed to.' },
  { name: 'location', value: 'REGION', help: 'The region of the resource group or of the deployment.' },
  { name: 'deployment-name', value: 'NAME', help: 'The name of the deployment.' },
  { name: 'config', value: 'FILE', help: 'The configuration file to use instead of that beside the template.' },
  { name: 'no-config', help: 'Do not look for a configuration file.' },
  { name: 'cloud', value: 'CLOUD', choices: cloudNames, help: 'The cloud that is deployed to.' },
  {
    name: 'module-cache',
    value: 'DIR',
    help: 'Where modules from registries are, in place of the cache that Bicep uses.',
  },
  ...commonOptions,
] as const satisfies readonly OptionSpec[];

type Name = (typeof options)[number]['name'];

const spec: CommandSpec<Name> = {
  usage: 'pelint evaluate FILE [options]',
  summary: commandSummaries.evaluate,
  options,
  notes: `FILE is a template or a parameter file. A template is evaluated once for each parameter file that it has in the project, or with
its defaults. The output is JSON; what cannot be known before the deployment is { "unknown": reason }, a text with unknown
parts { "pattern": "a-*-b" }. Values of secure parameters are left out.`,
};

/** `pelint evaluate`: returns the exit status. Throws a UsageError. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const parsed = parseArguments(spec, args);
  if (answersCommonOption(parsed, spec, io)) return 0;
  const [file, ...others] = parsed.positionals;
  if (file === undefined) throw new UsageError('Name a template, such as pelint evaluate main.bicep.');
  if (others.length > 0)
    throw new UsageError(`Only one file can be evaluated at a time; leave out ${others.join(' ')}.`);
  const question = {
    file,
    parameters: parsed.values('params'),
    known: knownScope(parsed.value),
    deploymentName: parsed.value('deployment-name'),
    cloud: cloudNames.find((cloud) => cloud === parsed.value('cloud')),
    configuration: readConfiguration(parsed.value('config'), parsed.has('no-config'), io.cwd),
    moduleCache: readFolder('module-cache', parsed.value('module-cache'), io.cwd),
  };
  const result = await evaluateTemplate(question, io);
  for (const message of result.unread) io.err(`pelint: ${message}\n`);
  if (result.unread.length > 0) return 2;
  for (const name of question.parameters) {
    const mistake = whyNotItsParameters(file, name, result.texts, io);
    if (mistake !== undefined) throw new UsageError(mistake);
  }
  if (result.deployments.length === 0) throw new UsageError(whyNothingDeployed(file, result.texts, io));
  const context = {
    textOf: (uri: string) => result.texts.get(uri),
    pathOf: (uri: string) => relativePath(io.cwd, uri),
  };
  io.out(formatEvaluatedJson(result.deployments, context));
  return 0;
}

function knownScope(value: (name: Name) => string | undefined): KnownScope {
  const known = {
    tenantId: value('tenant-id'),
    managementGroup: value('management-group'),
    subscriptionId: value('subscription-id'),
    resourceGroup: value('resource-group'),
    location: value('location'),
  };
  return Object.fromEntries(Object.entries(known).filter(([, text]) => text !== undefined));
}
