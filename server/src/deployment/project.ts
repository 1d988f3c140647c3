import { baseName, parentUri, resolveUri } from '../base/uri';
import type { Uri } from '../base/uri';
import { fileKind } from '../model/source-file';
import { isPublished } from './registry';

/** How the files of a project use each other, as far as their texts say it. */
export interface Project {
  /** Templates that no other file deploys as a module: each is deployed for itself. */
  readonly roots: readonly Uri[];
  /** The parameter files of a template, in the order of their names. */
  readonly parameterFiles: ReadonlyMap<Uri, readonly Uri[]>;
  /** Parameter files of templates that a registry published. */
  readonly ofPublished: readonly Uri[];
  /** JSON that Bicep made, with the Bicep file beside it. */
  readonly compiled: ReadonlySet<Uri>;
  /** The templates that each template deploys as modules or imports from. */
  readonly uses: ReadonlyMap<Uri, readonly Uri[]>;
}

const MODULE = /^[ \t]*module[ \t]+\w+[ \t]+'([^'\n]+)'/gm;
const IMPORT = /\bfrom[ \t]+'([^'\n]+)'/g;
const USING = /^[ \t]*using[ \t]+'([^'\n]+)'/m;
const RELATIVE_PATH = /"relativePath"\s*:\s*"([^"\n]+)"/g;
const IS_PARAMETERS = /deploymentParameters\.json/i;
const IS_TEMPLATE = /deploymentTemplate\.json/i;
const MADE_BY_BICEP = /"_generator"\s*:\s*\{\s*"name"\s*:\s*"bicep"/;

/** Looks through all files of a project. A scan of the texts, no parse: it says which file is a module or has parameters, nothing more. */
export function scanProject(files: ReadonlyMap<Uri, string>): Project {
  const modules = new Map<Uri, readonly Uri[]>();
  const uses = new Map<Uri, readonly Uri[]>();
  const parameterFiles = new Map<Uri, Uri[]>();
  const ofPublished: Uri[] = [];
  const compiled = new Set<Uri>();
  const templates: Uri[] = [];
  for (const [uri, text] of files) {
    const kind = fileKind(uri);
    if (kind === 'bicepparam') {
      const path = USING.exec(text)?.[1];
      if (path !== undefined && isPublished(path)) ofPublished.push(uri);
      else if (path !== undefined) addTo(parameterFiles, resolveUri(uri, path), uri);
    } else if (kind === 'json' && isParameterFile(uri, text)) addTo(parameterFiles, templateByName(uri, files), uri);
    else if (kind !== undefined && (kind === 'bicep' || isTemplate(text))) {
      templates.push(uri);
      const own = pathsIn(uri, text, kind === 'bicep' ? MODULE : RELATIVE_PATH);
      modules.set(uri, own);
      uses.set(uri, kind === 'bicep' ? [...own, ...pathsIn(uri, text, IMPORT)] : own);
      if (kind === 'json' && MADE_BY_BICEP.test(text) && files.has(bicepBeside(uri))) compiled.add(uri);
    }
  }
  for (const list of parameterFiles.values()) list.sort();
  return { roots: rootsOf(templates, modules), parameterFiles, ofPublished, compiled, uses };
}

/** Whether a file is a parameter file, of whichever template. */
export function isParameterFile(uri: Uri, text: string): boolean {
  const isJson = fileKind(uri) === 'json';
  return isJson ? IS_PARAMETERS.test(text) && !IS_TEMPLATE.test(text) : fileKind(uri) === 'bicepparam';
}

function isTemplate(text: string): boolean {
  return IS_TEMPLATE.test(text) || (/"contentVersion"/i.test(text) && /"resources"/i.test(text));
}

/** The templates that a file leads to, itself included: a file that is not among them cannot matter to it. */
export function reachedFrom(root: Uri, uses: ReadonlyMap<Uri, readonly Uri[]>): ReadonlySet<Uri> {
  const reached = new Set<Uri>();
  const pending = [root];
  for (let uri = pending.pop(); uri !== undefined; uri = pending.pop()) {
    if (reached.has(uri)) continue;
    reached.add(uri);
    pending.push(...(uses.get(uri) ?? []));
  }
  return reached;
}

function pathsIn(uri: Uri, text: string, pattern: RegExp): readonly Uri[] {
  const paths = [...text.matchAll(pattern)].flatMap((match) => (match[1] === undefined ? [] : [match[1]]));
  return paths.filter((path) => !isPublished(path)).map((path) => resolveUri(uri, path));
}

/** The template that a JSON parameters file is named after: `main.parameters.dev.json` in its folder or in `parameters/` below it. */
function templateByName(uri: Uri, files: ReadonlyMap<Uri, string>): Uri | undefined {
  const stem = /^(.+?)\.parameters(?:\..+)?\.jsonc?$/i.exec(baseName(uri))?.[1];
  if (stem === undefined) return undefined;
  const folder = parentUri(uri);
  const folders = baseName(folder).toLowerCase() === 'parameters' ? ['./', '../'] : ['./'];
  const candidates = folders.flatMap((up) =>
    ['bicep', 'json', 'jsonc'].map((end) => resolveUri(uri, `${up}${stem}.${end}`)),
  );
  return candidates.find((candidate) => files.has(candidate));
}

function bicepBeside(uri: Uri): Uri {
  return resolveUri(uri, `./${baseName(uri).replace(/\.jsonc?$/i, '.bicep')}`);
}

/** Templates that nothing uses; of templates that only use each other in a circle, all. */
function rootsOf(templates: readonly Uri[], modules: ReadonlyMap<Uri, readonly Uri[]>): readonly Uri[] {
  const used = new Set([...modules.values()].flat());
  const roots = templates.filter((uri) => !used.has(uri));
  const reached = new Set(roots.flatMap((root) => [...reachedFrom(root, modules)]));
  return [...roots, ...templates.filter((uri) => !reached.has(uri))];
}

function addTo(map: Map<Uri, Uri[]>, key: Uri | undefined, value: Uri): void {
  if (key === undefined) return;
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
