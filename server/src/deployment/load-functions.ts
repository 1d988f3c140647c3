import type { Place } from '../base/place';
import { parseJson } from '../syntax/arm/json';
import type { Expression } from '../syntax/expression';
import { literalText } from '../syntax/properties';
import { element, member } from './access';
import type { Evaluate, Scope } from './scope';
import type { Value } from './value';
import { knownText, number, trailAt, unknown, writtenText } from './values';

/** `loadTextContent` and its like: what another file of the project holds. Undefined for a function that loads nothing. */
export function loadFunction(
  name: string,
  parameters: readonly Expression[],
  at: Place,
  scope: Scope,
  evaluate: Evaluate,
): Value | undefined {
  if (!name.startsWith('load')) return undefined;
  const path = literalText(parameters[0]);
  const file = path === undefined ? undefined : scope.names.loadedText(path);
  if (!file || path === undefined)
    return unknown(`the file ${path ?? ''} is not there`, `${name}@${at.start}`, trailAt(at));
  const start: Place = { uri: file.uri, start: 0, end: 0 };
  switch (name) {
    case 'loadtextcontent':
      return writtenText(file.text.replace(/^\uFEFF/, ''), trailAt(start), undefined);
    case 'loadjsoncontent':
      return loadedJson(file.text, start, parameters[1], scope, evaluate);
    default:
      return unknown(`what ${name}() reads is not looked at`, `${name}(${file.uri})`, trailAt(at));
  }
}

/** JSON keeps its places: a wrong value is found in the file that was loaded. */
function loadedJson(text: string, file: Place, path: Expression | undefined, scope: Scope, evaluate: Evaluate): Value {
  const { root } = parseJson(text);
  if (!root) return unknown('the file is no JSON', `json(${file.uri})`, trailAt(file));
  const plain: Scope = {
    names: { ...plainNames, uri: file.uri, budget: scope.names.budget, cloud: scope.names.cloud },
    locals: undefined,
  };
  const whole = evaluate(root, plain);
  if (!path) return whole;
  const wanted = knownText(evaluate(path, scope));
  return wanted === undefined
    ? unknown('the path is not known', `json(${file.uri})[?]`)
    : selected(whole, wanted, file, scope);
}

/** The JSONPath of plain member names and indexes that `loadJsonContent` takes; anything richer is unknown. */
function selected(whole: Value, path: string, at: Place, scope: Scope): Value {
  if (!/^\$?(\.?[\w-]+|\.?\['[^']*'\]|\[\d+\])*$/.test(path))
    return unknown('the path is not understood', `json(${at.uri})${path}`);
  const steps = path.match(/[\w-]+|\['[^']*'\]|\[\d+\]/g) ?? [];
  return steps.reduce((value, step) => {
    const index = /^\[(\d+)\]$/.exec(step)?.[1];
    if (index !== undefined)
      return element(value, number(Number(index)), { safe: false, fromEnd: false }, at, scope.names);
    return member(value, step.replace(/^\['|'\]$/g, ''), false, at, scope.names);
  }, whole);
}

/** Data has no names: every string is itself. */
const plainNames = {
  path: '',
  language: 'arm',
  identifier: () => undefined,
  resourceTurn: () => undefined,
  isAbsent: () => false,
  nestedResource: () => undefined,
  scopeFunction: () => undefined,
  userFunction: () => undefined,
  runtimeMember: () => undefined,
  loadedText: () => undefined,
} as const;
