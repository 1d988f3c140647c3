import { baseName, parentUri, resolveUri } from '../../base/uri';
import type { Uri } from '../../base/uri';
import { fileKind } from '../../model/source-file';
import { isPublished } from './registry';

/** How the files of a project use each other, as far as their texts say it. */
export interface Project {
  /** Templates that no other file deploys as a module, or that a `.bicepparam` names: each is deployed for itself. */
  readonly roots: readonly Uri[];
  /** The parameter files of a template, in the order of their names. */
  readonly parameterFiles: ReadonlyMap<Uri, readonly Uri[]>;
  /** Parameter files of templates that a registry published. */
  readonly ofPublished: readonly Uri[];
  /** JSON parameter files that are named after no template of the project. */
  readonly orphans: readonly Uri[];
  /** JSON that Bicep made, with the Bicep file beside it. */
  readonly compiled: ReadonlySet<Uri>;
  /** The files that each template or parameter file deploys as modules, imports from, extends or loads. */
  readonly uses: ReadonlyMap<Uri, readonly Uri[]>;
}

/** What the text of one file says of its place in a project. */
export interface FileScan {
  /** What the file is; undefined for what has no part in a deployment. */
  readonly kind: 'template' | 'parameters' | undefined;
  /** Templates that it deploys as modules. */
  readonly modules: readonly Uri[];
  /** What else it is made of: templates that it imports from, the parameter file that it extends, what it loads. */
  readonly imports: readonly Uri[];
  /** The path after `using`, as it is written. */
  readonly using: string | undefined;
  readonly madeByBicep: boolean;
}

// A search for a word is much faster than one for beginnings of lines.
const MODULE = /module(?<=^[ \t]*module)[ \t]+\w+[ \t]+'([^'\n]+)'/gm;
const IMPORT = /\bfrom[ \t]+'([^'\n]+)'/g;
const EXTENDS = /^[ \t]*extends[ \t]+'([^'\n]+)'/gm;
const LOAD = /\bload\w+\(\s*'([^'\n]+)'/g;
const USING = /^[ \t]*using[ \t]+'([^'\n]+)'/m;
const RELATIVE_PATH = /"relativePath"\s*:\s*"([^"\n]+)"/g;
const SCHEMA = /deployment(template|parameters)\.json/gi;
const MADE_BY_BICEP = /"_generator"\s*:\s*\{\s*"name"\s*:\s*"bicep"/;

/**
 * Looks through all files of a project: which file is a module or has parameters, nothing more. `scan` is `scanFile`, or gives what it
 * gave for the same file before.
 */
export function scanProject(
  files: ReadonlyMap<Uri, string>,
  scan: (uri: Uri, text: string) => FileScan = scanFile,
): Project {
  const modules = new Map<Uri, readonly Uri[]>();
  const uses = new Map<Uri, readonly Uri[]>();
  const parameterFiles = new Map<Uri, Uri[]>();
  const ofPublished: Uri[] = [];
  const orphans: Uri[] = [];
  const compiled = new Set<Uri>();
  const named = new Set<Uri>();
  for (const [uri, text] of files) {
    const found = scan(uri, text);
    if (found.kind === 'template') {
      modules.set(uri, found.modules);
      uses.set(uri, [...found.modules, ...found.imports]);
      if (found.madeByBicep && files.has(bicepBeside(uri))) compiled.add(uri);
    } else if (found.kind === 'parameters') {
      const { using } = found;
      if (found.imports.length > 0) uses.set(uri, found.imports);
      const template = using === undefined ? templateByName(uri, files) : undefined;
      if (template !== undefined) addTo(parameterFiles, template, uri);
      else if (using === undefined) orphans.push(uri);
      else if (isPublished(using)) ofPublished.push(uri);
      else {
        named.add(resolveUri(uri, using));
        addTo(parameterFiles, resolveUri(uri, using), uri);
      }
    }
  }
  for (const list of parameterFiles.values()) list.sort();
  return { roots: rootsOf(modules, named), parameterFiles, ofPublished, orphans, compiled, uses };
}

/** Looks through one file. A scan of the text, no parse. */
export function scanFile(uri: Uri, text: string): FileScan {
  const kind = fileKind(uri);
  if (kind === 'bicepparam') {
    const imports = [IMPORT, EXTENDS, LOAD].flatMap((pattern) => pathsIn(uri, text, pattern));
    return { ...NOTHING, kind: 'parameters', imports, using: USING.exec(text)?.[1] };
  }
  if (kind === 'bicep') {
    const modules = pathsIn(uri, text, MODULE);
    const imports = [IMPORT, LOAD].flatMap((pattern) => pathsIn(uri, text, pattern));
    return { ...NOTHING, kind: 'template', modules, imports };
  }
  if (kind === undefined) return NOTHING;
  const json = jsonKind(text);
  if (json !== 'template') return { ...NOTHING, kind: json };
  const modules = text.includes('"relativePath"') ? pathsIn(uri, text, RELATIVE_PATH) : [];
  const madeByBicep = MADE_BY_BICEP.test(text);
  return { ...NOTHING, kind: 'template', modules, madeByBicep };
}

const NOTHING: FileScan = {
  kind: undefined,
  modules: [],
  imports: [],
  using: undefined,
  madeByBicep: false,
};

/** What names both schemas is a template. */
function jsonKind(text: string): FileScan['kind'] {
  let kind: FileScan['kind'];
  for (const [, name] of text.matchAll(SCHEMA)) {
    if (name?.toLowerCase() === 'template') return 'template';
    kind = 'parameters';
  }
  return kind ?? (/"contentVersion"/i.test(text) && /"resources"/i.test(text) ? 'template' : undefined);
}

/** The files that some lead to, themselves included: a file that is not among them cannot matter to these. */
export function reachedFrom(starts: Iterable<Uri>, uses: ReadonlyMap<Uri, readonly Uri[]>): ReadonlySet<Uri> {
  const reached = new Set(starts);
  // What is added while the set is gone through has its turn, too.
  for (const uri of reached) for (const target of uses.get(uri) ?? []) reached.add(target);
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

/**
 * Templates that nothing uses, and those that a `.bicepparam` names: whoever writes one deploys the template with it, whatever else uses
 * it. Of templates that only use each other in a circle, all.
 */
function rootsOf(modules: ReadonlyMap<Uri, readonly Uri[]>, named: ReadonlySet<Uri>): readonly Uri[] {
  const templates = [...modules.keys()];
  const used = new Set([...modules.values()].flat());
  const roots = templates.filter((uri) => !used.has(uri) || named.has(uri));
  const reached = reachedFrom(roots, modules);
  return [...roots, ...templates.filter((uri) => !reached.has(uri))];
}

function addTo(map: Map<Uri, Uri[]>, key: Uri, value: Uri): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
