import type { Place } from '../../base/place';
import type { CountLoop, ItemLoop, LoopDefinition } from '../../model/template';
import type { Expression } from '../../syntax/expression';
import { element } from './access';
import { optionsOf } from '../values/guards';
import { anyPosition, positionInOpen } from '../values/open-lists';
import { copyIndexName, withLocal } from './scope';
import type { Evaluate, Scope } from './scope';
import type { Value } from '../values/value';
import { number } from '../values/values';

/** More turns than these are not counted: Azure takes far fewer. */
const MOST_TURNS = 10_000;

/** A turn makes a resource or module, which takes memory before it is asked for anything. */
const STEPS_A_TURN = 8;

/** One turn of a resource's or module's loop. */
export interface Turn {
  readonly scope: Scope;
  /** Counts the turns that are known, from 0; undefined where the loop is not unrolled. */
  readonly index: number | undefined;
}

export interface Turns {
  readonly turns: readonly Turn[];
  /** Whether the turns are all there are: false where one turn stands for an unknown number of them. */
  readonly complete: boolean;
  readonly looped: boolean;
}

/** The turns of a loop: each with its item and index, and a symbolic turn where there may be more of them. */
export function turnsOf(loop: LoopDefinition | undefined, scope: Scope, evaluate: Evaluate): Turns {
  if (!loop) return { turns: [{ scope, index: undefined }], complete: true, looped: false };
  return loop.kind === 'items' ? itemTurns(loop, scope, evaluate) : countTurns(loop, scope, evaluate);
}

/** The scope of one turn of a loop over a list, whatever its position: `zones[index]` outside of the loop means a turn, too. */
export function turnAt(loop: ItemLoop, list: Value, position: Value, scope: Scope): Scope {
  const { start, end } = loop.iterable;
  const at: Place = { uri: scope.names.uri, start, end };
  const item = element(list, position, { safe: false, fromEnd: false }, at, scope.names);
  const inner = withLocal(scope, loop.item, item);
  return loop.index === undefined ? inner : withLocal(inner, loop.index, position);
}

/** What makes the number of a loop's turns. */
export interface LoopCount {
  /** The list that the loop goes through, or the number of its turns. */
  readonly value: Value;
  /** The expression for it in the loop's head. */
  readonly place: Place;
}

/**
 * What decides how many turns a loop has: the list itself or the number, seen through `range` and `length`. Evaluated in the scope
 * around the loop or in a turn of it.
 */
export function countOf(loop: LoopDefinition, scope: Scope, evaluate: Evaluate): LoopCount {
  const expression = countedBy(loop.kind === 'items' ? loop.iterable : loop.count);
  const { start, end } = expression;
  return { value: evaluate(expression, scope), place: { uri: scope.names.uri, start, end } };
}

function countedBy(expression: Expression): Expression {
  if (expression.kind === 'parenthesized') return countedBy(expression.inner);
  const [, count] = expression.kind === 'call' ? expression.arguments : [];
  const isRange = expression.kind === 'call' && expression.name.name.toLowerCase() === 'range';
  const inner = isRange ? count : countedList(expression);
  return inner ? countedBy(inner) : expression;
}

/** How many turns there are for certain, and whether these are all. */
interface TurnCount {
  readonly known: number;
  readonly complete: boolean;
  /** What the turns are counted by. */
  readonly of: Value;
}

/** The items that every possible list has. */
function countItems(list: Value): TurnCount {
  const lists = optionsOf(list).map(({ value }) => (value.kind === 'array' ? value : undefined));
  const [first, ...others] = lists;
  const open = first?.open === true && others.length === 0;
  const closed =
    first?.open === false && others.every((it) => it?.open === false && it.items.length === first.items.length);
  return first && (open || closed)
    ? { known: first.items.length, complete: closed, of: list }
    : { known: 0, complete: false, of: list };
}

/** The list that a count such as `length(parameters('zones'))` is of: the compiler makes it of `for zone in zones`. */
export function countedList(count: Expression): Expression | undefined {
  if (count.kind !== 'call' || count.name.name.toLowerCase() !== 'length' || count.arguments.length !== 1)
    return undefined;
  return count.arguments[0];
}

function itemTurns(loop: ItemLoop, scope: Scope, evaluate: Evaluate): Turns {
  const list = evaluate(loop.iterable, scope);
  return unrolled(countItems(list), scope, (position) => turnAt(loop, list, position, scope));
}

/** A loop's index goes by the loop's name, and is the index of the innermost loop. */
function countTurns(loop: CountLoop, scope: Scope, evaluate: Evaluate): Turns {
  const name = copyIndexName(loop.name);
  return unrolled(turnCount(loop.count, scope, evaluate), scope, (position) =>
    withLocal(withLocal(scope, name, position), copyIndexName(''), position),
  );
}

/** Whether a loop may have so many turns. */
export function isTurnCount(count: number): boolean {
  return Number.isInteger(count) && count >= 0 && count <= MOST_TURNS;
}

function turnCount(count: Expression, scope: Scope, evaluate: Evaluate): TurnCount {
  const counted = countedList(count);
  const list = counted && evaluate(counted, scope);
  if (list && optionsOf(list).some(({ value }) => value.kind === 'array')) return countItems(list);
  const value = evaluate(count, scope);
  const isKnown = value.kind === 'number' && isTurnCount(value.value);
  return { known: isKnown ? value.value : 0, complete: isKnown, of: list ?? value };
}

function unrolled({ known, complete, of }: TurnCount, scope: Scope, bind: (position: Value) => Scope): Turns {
  const turns: Turn[] = [];
  for (let index = 0; index < known; index++) {
    scope.names.budget.step(STEPS_A_TURN);
    const position = complete || of.kind !== 'array' ? number(index) : positionInOpen(of, index);
    turns.push({ scope: bind(position), index });
  }
  if (!complete) turns.push({ scope: bind(anyPosition(of, scope.names.path)), index: undefined });
  return { turns, complete, looped: true };
}
