import type { LoopDefinition } from '../model/template';
import { copyIndexName, withLocal } from './scope';
import type { Evaluate, Scope } from './scope';
import { number, partOf, unknown } from './values';

/** One turn of a resource's or module's loop. */
export interface Turn {
  readonly scope: Scope;
  /** Counts from 0; undefined where the loop is not unrolled. */
  readonly index: number | undefined;
}

export interface Turns {
  readonly turns: readonly Turn[];
  /** Whether the turns are all there are: false where one turn stands for an unknown number of them. */
  readonly complete: boolean;
  readonly looped: boolean;
}

/** The turns of a loop: each with its item and index, or one symbolic turn where they cannot be counted. */
export function turnsOf(loop: LoopDefinition | undefined, scope: Scope, evaluate: Evaluate): Turns {
  if (!loop) return { turns: [{ scope, index: undefined }], complete: true, looped: false };
  return loop.kind === 'items' ? itemTurns(loop, scope, evaluate) : countTurns(loop, scope, evaluate);
}

function itemTurns(loop: Extract<LoopDefinition, { kind: 'items' }>, scope: Scope, evaluate: Evaluate): Turns {
  const iterable = evaluate(loop.iterable, scope);
  const bind = (item: Parameters<typeof partOf>[0], index: number | undefined, key: string): Turn => {
    const inner = withLocal(scope, loop.item, item);
    const indexValue = index === undefined ? unknown('the loop’s turn is not known', `${key}#`) : number(index);
    return { scope: loop.index === undefined ? inner : withLocal(inner, loop.index, indexValue), index };
  };
  const key = `item@${scope.names.path}${scope.names.uri}:${loop.span.start}`;
  if (iterable.kind !== 'array') {
    const item = unknown('the items of the loop are not known', key);
    return { turns: [bind(item, undefined, key)], complete: false, looped: true };
  }
  const turns = iterable.items.map((item, index) => {
    scope.names.budget.step();
    return bind(partOf(item, iterable), index, key);
  });
  if (iterable.open) turns.push(bind(unknown('the items of the loop are not all known', key), undefined, key));
  return { turns, complete: !iterable.open, looped: true };
}

function countTurns(loop: Extract<LoopDefinition, { kind: 'count' }>, scope: Scope, evaluate: Evaluate): Turns {
  const count = evaluate(loop.count, scope);
  const name = copyIndexName(loop.name);
  if (count.kind !== 'number') {
    const index = unknown(
      'the number of turns is not known',
      `copyIndex@${scope.names.path}${scope.names.uri}:${loop.span.start}`,
    );
    return { turns: [{ scope: withCopyIndex(scope, name, index), index: undefined }], complete: false, looped: true };
  }
  const turns: Turn[] = [];
  for (let index = 0; index < count.value; index++) {
    scope.names.budget.step();
    turns.push({ scope: withCopyIndex(scope, name, number(index)), index });
  }
  return { turns, complete: true, looped: true };
}

/** A loop's index under its name, and as the index of the innermost loop. */
function withCopyIndex(scope: Scope, name: string, index: Parameters<typeof withLocal>[2]): Scope {
  return withLocal(withLocal(scope, name, index), copyIndexName(''), index);
}
