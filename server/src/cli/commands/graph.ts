import { LineIndex } from '../../base/line-index';
import { tool } from '../../base/product';
import { createRegionTable } from '../../domain/names/regions';
import { diagramOf, diagramTitle } from '../../formats/graph/diagram';
import { graphFormatNames, graphFormats } from '../../formats/graph/formats';
import { relativePath } from '../../host/paths';
import { commandSummaries } from '../command-list';
import { answersCommonOption, commonOptions } from '../common-options';
import { cloudNames, evaluateTemplate, type EvaluatedTemplate } from '../evaluate-template';
import { namedRegion } from '../fqdn/named-region';
import { templateOptions } from '../fqdn/options';
import { findingsOf } from '../graph/findings-of';
import type { Io } from '../io';
import { parseArguments, type CommandSpec, type OptionSpec } from '../options';
import { printOutputs } from '../outputs';
import { readFolder } from '../read-folder';
import { whyNothingDeployed, whyNotItsParameters } from '../unusable-file';
import { UsageError } from '../usage-error';

const options = [
  { name: 'as', value: 'FORMAT', choices: graphFormatNames, help: 'What the topology is drawn as.' },
  ...templateOptions,
  { name: 'output', value: 'FILE', help: 'Where it goes instead of standard output.' },
  ...commonOptions,
] as const satisfies readonly OptionSpec[];

const spec: CommandSpec<(typeof options)[number]['name']> = {
  usage: 'pelint graph FILE --as FORMAT [options]',
  summary: commandSummaries.graph,
  options,
  notes: `FILE is a template or a parameter file. A template is drawn once for each parameter file that it has in the project, or with its
defaults; --params and a parameter file choose. Findings are shown on the parts that they concern.`,
};

/** `pelint graph`: returns the exit status. Throws a UsageError. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const parsed = parseArguments(spec, args);
  if (answersCommonOption(parsed, spec, io)) return 0;
  const format = graphFormatNames.find((it) => it === parsed.value('as'));
  const [file, ...others] = parsed.positionals;
  if (file === undefined) throw new UsageError('Name a template, such as pelint graph main.bicep --as svg.');
  if (others.length > 0) throw new UsageError(`Only one file can be drawn at a time; leave out ${others.join(' ')}.`);
  if (format === undefined)
    throw new UsageError(`Say what to draw it as: pelint graph ${file} --as ${graphFormatNames.join('|')}.`);
  const location = parsed.value('location');
  const question = {
    file,
    parameters: parsed.values('params'),
    known: location === undefined ? {} : { location: namedRegion(location, createRegionTable()).name },
    cloud: cloudNames.find((cloud) => cloud === parsed.value('cloud')),
    moduleCache: readFolder('module-cache', parsed.value('module-cache'), io.cwd),
  };
  const evaluated = await evaluateTemplate(question, io);
  checkUsable(file, question.parameters, evaluated, io);
  const { findings, texts } = await findingsOf(question, io);
  const pathOf = (uri: string): string => relativePath(io.cwd, uri);
  const diagrams = evaluated.deployments.map((it) =>
    diagramOf(it, evaluated.regions, findings, diagramTitle(it, pathOf)),
  );
  const files = {
    pathOf,
    linesOf: linesIn(new Map([...texts, ...evaluated.texts])),
  };
  const output = { format, file: parsed.value('output') };
  return printOutputs([output], (name) => graphFormats[name](diagrams, { files, tool }), io);
}

function checkUsable(file: string, parameters: readonly string[], evaluated: EvaluatedTemplate, io: Io): void {
  const { unread, texts, deployments } = evaluated;
  const wrong =
    unread[0] ?? parameters.map((name) => whyNotItsParameters(file, name, texts, io)).find((it) => it !== undefined);
  if (wrong !== undefined) throw new UsageError(wrong);
  if (deployments.length === 0) throw new UsageError(whyNothingDeployed(file, texts, io));
}

/** Indexes each text once, when a place in it is first asked for. */
function linesIn(texts: ReadonlyMap<string, string>): (uri: string) => LineIndex | undefined {
  const indexes = new Map<string, LineIndex>();
  return (uri) => {
    const text = texts.get(uri);
    const index = indexes.get(uri) ?? (text === undefined ? undefined : new LineIndex(text));
    if (index) indexes.set(uri, index);
    return index;
  };
}
