import { readFileSync } from 'node:fs';
import { OnigScanner, OnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, Registry, parseRawGrammar, type IRawGrammar } from 'vscode-textmate';
import { repositoryText } from '../support/repository';

/** What gives a text its scopes, as VS Code does it. */
export interface Colours {
  /** The parts of a line that our grammars colour: `text → innermost scope`, without the ending that all of them have. */
  of(line: string): string[];
}

/** The colours of a grammar of ours in `syntaxes/`. */
export function coloursOf(file: string): Promise<Colours> {
  const grammar = ours(file);
  return load(grammar.scopeName, new Map([[grammar.scopeName, grammar]]), () => []);
}

/** The colours of a grammar of ours inside another one, which is given. */
export function coloursInside(host: object, file: string): Promise<Colours> {
  const [grammar, hostGrammar] = [ours(file), parseRawGrammar(JSON.stringify(host), 'host.json')];
  const grammars = new Map([grammar, hostGrammar].map((it) => [it.scopeName, it]));
  return load(hostGrammar.scopeName, grammars, (scope) => (scope === hostGrammar.scopeName ? [grammar.scopeName] : []));
}

function ours(file: string): IRawGrammar {
  return parseRawGrammar(repositoryText(`syntaxes/${file}`), file);
}

async function load(
  scopeName: string,
  grammars: ReadonlyMap<string, IRawGrammar>,
  getInjections: (scopeName: string) => string[],
): Promise<Colours> {
  const wasm = require.resolve('vscode-oniguruma/release/onig.wasm');
  const engine = loadWASM(readFileSync(wasm)).then(() => ({
    createOnigScanner: (patterns: string[]) => new OnigScanner(patterns),
    createOnigString: (text: string) => new OnigString(text),
  }));
  const loadGrammar = (scope: string): Promise<IRawGrammar | undefined> => Promise.resolve(grammars.get(scope));
  const registry = new Registry({ onigLib: engine, loadGrammar, getInjections });
  const grammar = await registry.loadGrammar(scopeName);
  if (grammar === null) throw new Error(`There is no grammar ${scopeName}`);
  return {
    of: (line) =>
      grammar.tokenizeLine(line, INITIAL).tokens.flatMap(({ startIndex, endIndex, scopes }) => {
        const scope = scopes.at(-1) ?? '';
        return scope.endsWith('.pelint')
          ? [`${line.slice(startIndex, endIndex)} → ${scope.replace(/\.pelint$/, '')}`]
          : [];
      }),
  };
}
