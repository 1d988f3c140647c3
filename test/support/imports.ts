import path from 'node:path';
import ts from 'typescript';
import { repositoryText } from './repository';

/** What a source file imports, types and dynamic imports included. */
export interface SourceImports {
  /** Source files, relative to the repository's root. */
  readonly files: readonly string[];
  /** Names of npm packages and Node modules, without the path inside them. */
  readonly packages: readonly string[];
  /** Relative imports that name no known source. */
  readonly missing: readonly string[];
}

/** Reads the imports of one file; `sources` are the files that a relative import may name. */
export function sourceImports(file: string, sources: readonly string[]): SourceImports {
  const files: string[] = [];
  const packages: string[] = [];
  const missing: string[] = [];
  for (const { fileName: name } of ts.preProcessFile(repositoryText(file), true, true).importedFiles) {
    if (!name.startsWith('.')) {
      packages.push(packageName(name));
      continue;
    }
    const base = path.posix.join(path.posix.dirname(file), name);
    const target = [`${base}.ts`, `${base}/index.ts`, base].find((candidate) => sources.includes(candidate));
    if (target === undefined) missing.push(name);
    else files.push(target);
  }
  return { files, packages, missing };
}

/** One cycle of the graph, its first file repeated at the end; empty where there is none. */
export function importCycle(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const onPath: string[] = [];

  const visit = (file: string): string[] => {
    const at = onPath.indexOf(file);
    if (at >= 0) return [...onPath.slice(at), file];
    if (done.has(file)) return [];
    onPath.push(file);
    for (const target of graph.get(file) ?? []) {
      const cycle = visit(target);
      if (cycle.length > 0) return cycle;
    }
    onPath.pop();
    done.add(file);
    return [];
  };

  for (const file of graph.keys()) {
    const cycle = visit(file);
    if (cycle.length > 0) return cycle;
  }
  return [];
}

function packageName(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
}
