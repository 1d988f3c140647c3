import type { Place } from '../../base/place';
import type { Argument } from '../functions/function';
import type { Nature, UnknownValue } from '../values/value';
import { knownText, trailAt, unknown } from '../values/values';

/** A function, by its name as written, that no template can tell the answer of. `key` is equal for equal calls. */
export function unansweredCall(name: string, values: readonly Argument[], key: () => string, at: Place): UnknownValue {
  const lower = name.toLowerCase();
  if (lower === 'newguid' || lower === 'utcnow') {
    // Each call is a value of its own, since no two give the same.
    const own = `${lower}@${at.uri}:${at.start}`;
    const nature = lower === 'newguid' ? 'name' : undefined;
    return unknown(`${name}() differs from deployment to deployment`, own, trailAt(at), nature);
  }
  if (lower === 'fail') return unknown(`the deployment fails here${messageOf(values)}`, key, trailAt(at));
  if (FROM_OUTSIDE.has(lower)) return unknown(`${name}() is answered when the deployment starts`, key, trailAt(at));
  return unknown(`only Azure knows what ${name}() gives`, key, trailAt(at), natureOf(lower));
}

/** `owner.name(…)`, where the owner is a resource by its key, or undefined for `this`: the resource around the call. */
export function unansweredMethod(
  owner: string | undefined,
  name: string,
  values: readonly string[],
  at: Place,
): UnknownValue {
  const key = `${owner ?? `this@${at.uri}:${at.start}`}.${name}(${values.join(',')})`;
  return unknown('only Azure knows it at run time', key, trailAt(at), natureOf(name.toLowerCase()));
}

/** What whoever starts the deployment provides, such as the pipeline's environment. */
const FROM_OUTSIDE = new Set([
  'readenvironmentvariable',
  'readenvvar',
  'readcliarg',
  'externalinput',
  'externalinputs',
]);

function natureOf(name: string): Nature | undefined {
  return name === 'getsecret' || name.startsWith('list') ? 'secret' : undefined;
}

function messageOf([message]: readonly Argument[]): string {
  const text = message?.kind === 'lambda' ? undefined : knownText(message);
  return text === undefined ? '' : `: ${text}`;
}
