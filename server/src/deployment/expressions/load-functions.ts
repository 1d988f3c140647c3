import type { Place } from '../../base/place';
import { parseJson } from '../../syntax/arm/json';
import type { Expression } from '../../syntax/expression';
import { base64Encoded } from '../functions/base64';
import { utf8Bytes } from '../functions/utf8';
import { selectPath } from '../values/json-path';
import type { Evaluate, LoadedFile, Scope } from './scope';
import type { Value } from '../values/value';
import { array, knownText, text, trailAt, unknown, valueKey, writtenText } from '../values/values';

/** Longer files the compiler refuses: Bicep's `LanguageConstants`, in UTF-16 units. */
const MOST_TEXT = 131_072;
const MOST_DATA = 1_048_576;

/** `loadTextContent` and its like: what another file of the project holds. Undefined for a function that loads nothing. */
export function loadFunction(
  name: string,
  parameters: readonly Expression[],
  at: Place,
  scope: Scope,
  evaluate: Evaluate,
): Value | undefined {
  if (!name.startsWith('load')) return undefined;
  // Which files a folder has when the template is compiled, no text tells.
  if (name === 'loaddirectoryfileinfo') return array([], true, trailAt(at));
  const [path, ...options] = parameters.map((parameter) => evaluate(parameter, scope));
  const wanted = knownText(path);
  const file = wanted === undefined ? undefined : scope.names.loadedText(wanted);
  if (!file) return unknown(`the file ${wanted ?? ''} is not there`, `${name}@${at.start}`, trailAt(at));
  const key = (): string => `${name}(${file.uri},${options.map(valueKey).join(',')})`;
  return (
    loaded(name, file, options, at, scope, evaluate) ??
    unknown(`the file ${wanted ?? ''} could not be read as it should be`, key, trailAt(at))
  );
}

function loaded(
  name: string,
  file: LoadedFile,
  [first, second]: readonly Value[],
  at: Place,
  scope: Scope,
  evaluate: Evaluate,
): Value | undefined {
  switch (name) {
    case 'loadtextcontent':
      return isReadAs(file, first) ? contents(file) : undefined;
    case 'loadfileasbase64':
      return text(base64Encoded(utf8Bytes(file.text)), trailAt(at));
    case 'loadjsoncontent':
    case 'loadyamlcontent': {
      if (file.text.length > MOST_DATA || !isReadAs(file, second)) return undefined;
      const root = name === 'loadjsoncontent' ? parseJson(file.text).root : file.yaml();
      const whole = root && evaluate(root, dataScope(file, scope));
      return first && whole ? selectPath(whole, knownText(first) ?? '?', at) : whole;
    }
    default:
      return undefined;
  }
}

/** Whether the text, which was read as UTF-8, is what the compiler reads in the encoding that it is told. */
function isReadAs({ text: content }: LoadedFile, encoding: Value | undefined): boolean {
  return encoding === undefined || knownText(encoding)?.toLowerCase() === 'utf-8' || /^[ -~\s]*$/.test(content);
}

function contents({ uri, text: content }: LoadedFile): Value | undefined {
  if (content.length > MOST_TEXT) return undefined;
  const start = content.startsWith('\uFEFF') ? 1 : 0;
  return writtenText(content.slice(start), trailAt({ uri, start, end: content.length }), start);
}

/** Data has no names: every string is itself. Its places are in the file that was loaded, where a wrong value is found. */
function dataScope({ uri }: LoadedFile, { names: { budget, cloud } }: Scope): Scope {
  const names = {
    uri,
    budget,
    cloud,
    path: '',
    language: 'arm',
    identifier: () => undefined,
    nestedResource: () => undefined,
    scopeFunction: () => undefined,
    userFunction: () => undefined,
    runtimeMember: () => undefined,
    isAbsent: () => false,
    resourceTurn: () => undefined,
    loadedText: () => undefined,
  } as const;
  return { names, locals: undefined };
}
