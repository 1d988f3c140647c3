import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Uri } from '../../server/src/base/uri';
import type { Deployment } from '../../server/src/deployment/deployment';
import { evaluatedResource } from '../../server/src/formats/evaluated-json';
import type { JsonObject, JsonValue } from '../../server/src/formats/evaluated-value';
import { check, createSession } from '../../server/src/lint/check';
import type { CheckHost, CheckOptions, ModuleLocations } from '../../server/src/lint/check';
import { evaluateFile } from '../../server/src/lint/evaluate';
import type { Finding } from '../../server/src/lint/finding';

/** What pelint says of one template: what it deploys and what is wrong with it, without the places where that is written. */
export interface Judgement {
  readonly resources: readonly JsonObject[];
  /** `PE102 error …`, each once: Bicep may name an `existing` resource that is only an ID in JSON. */
  readonly findings: readonly string[];
  /** Modules that could not be read: where there are any, Bicep would not compile. */
  readonly unread: number;
}

export const diskHost: CheckHost = {
  read: (uri) => readFile(fileURLToPath(uri), 'utf8').catch(() => undefined),
};

/** Judges a template alone, by its defaults. */
export async function judge(root: Uri, host: CheckHost, modules?: ModuleLocations): Promise<Judgement> {
  const session = createSession();
  const project = [root];
  const place = { known: {}, deploymentName: undefined, cloud: undefined, modules };
  const evaluated = await evaluateFile({ project, file: root, parameters: [], ...place }, host, session);
  const options: CheckOptions = {
    levels: new Map(),
    cloud: undefined,
    location: undefined,
    modules,
    syntaxErrors: () => true,
  };
  const checked = await check({ project, report: project, named: project, options }, host, session);
  if (checked.failures.length > 0) throw new Error(checked.failures.map(({ message }) => message).join('\n'));
  const findings = checked.deployments.flatMap((deployment) => deployment.findings);
  return {
    resources: evaluated.deployments.flatMap(deployedResources),
    findings: [...new Set(findings.map(described))].sort(),
    unread: evaluated.deployments.flatMap(({ unread }) => unread).length,
  };
}

/**
 * Without what differs by nature: the note that a module's finding has where it is said of the module's user (JSON holds its modules
 * itself), and the parents in a child's name, which JSON always writes.
 */
function described({ ruleId, severity, message }: Finding): string {
  const text = message.replace(/ \(inside the module '[^']*'\)$/, '').replace(/'[^'\s]*\/([^'/\s]+)'/g, "'$1'");
  return `${ruleId} ${severity} ${text}`;
}

function deployedResources({ resources }: Deployment): readonly JsonObject[] {
  const deployed = resources.filter(({ existing }) => !existing);
  return deployed.map((resource) => plain(evaluatedResource(resource)) as JsonObject);
}

/** What two judgements differ in: the resource and the way to the value, or the finding. Names of properties and types have no case. */
export function differences(bicep: Judgement, json: Judgement): readonly string[] {
  return [...differentResources(bicep.resources, json.resources), ...differentFindings(bicep.findings, json.findings)];
}

function* differentResources(bicep: readonly JsonObject[], json: readonly JsonObject[]): Iterable<string> {
  const left = [...json];
  // Whole resources first: in Bicep and in JSON they come in different orders, and several may have one ID as far as it is known.
  const keys = [(it: JsonObject) => JSON.stringify(it), identity, (it: JsonObject) => JSON.stringify(it['type'])];
  let remaining = bicep;
  for (const key of keys) {
    const unmatched: JsonObject[] = [];
    for (const one of remaining) {
      const index = left.findIndex((other) => key(one) === key(other));
      const [other] = index < 0 ? [] : left.splice(index, 1);
      if (other) yield* different(one, other, JSON.stringify(one['type']));
      else unmatched.push(one);
    }
    remaining = unmatched;
  }
  for (const one of remaining) yield `only Bicep has ${identity(one)}`;
  for (const other of left) yield `only JSON has ${identity(other)}`;
}

function identity({ type, id }: JsonObject): string {
  return JSON.stringify([type, id]);
}

function* different(one: JsonValue | undefined, other: JsonValue | undefined, path: string): Iterable<string> {
  if (isObject(one) && isObject(other)) {
    for (const name of new Set([...Object.keys(one), ...Object.keys(other)]))
      yield* different(one[name], other[name], `${path} ${name}`);
  } else if (JSON.stringify(one) !== JSON.stringify(other)) {
    yield `${path}: Bicep ${JSON.stringify(one)}, JSON ${JSON.stringify(other)}`;
  }
}

function* differentFindings(bicep: readonly string[], json: readonly string[]): Iterable<string> {
  for (const finding of bicep) if (!json.some((other) => isSame(finding, other))) yield `only in Bicep: ${finding}`;
  for (const finding of json) if (!bicep.some((other) => isSame(other, finding))) yield `only in JSON: ${finding}`;
}

/** Whether two findings say the same. A resource of which no letter of the name is known has its symbol in Bicep, and nothing in JSON. */
function isSame(bicep: string, json: string): boolean {
  const pattern = json.split("'…'").map((part) => part.replace(/[.+?*^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${pattern.join("'[\\w…]+'")}$`).test(bicep);
}

/**
 * A value as it must be on both sides: what is not known without the reason, which speaks of what is written; names of properties in
 * small letters and in one order.
 */
function plain(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map((item: JsonValue) => plain(item));
  if (!isObject(value)) return value;
  const { unknown, pattern, of, oneOf, ...others } = value;
  if (typeof pattern === 'string') return { pattern: pattern.toLowerCase() };
  if (Array.isArray(oneOf)) return { oneOf: oneOf.map((option: JsonValue) => JSON.stringify(plain(option))).sort() };
  if (typeof unknown === 'string') return { unknown: typeof of === 'string' ? of.toLowerCase() : '' };
  const entries = Object.entries(others).map(([name, inner]) => {
    const lower = name.toLowerCase();
    return [lower, lower === 'type' && typeof inner === 'string' ? inner.toLowerCase() : plain(inner)] as const;
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
