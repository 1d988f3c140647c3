import type { LazyText } from '../../base/lazy-text';
import type { Place } from '../../base/place';

/**
 * What an expression comes to. A value is exact where it can be and says what it does not know where it cannot: rules stay silent on
 * what is unknown instead of guessing.
 */
export type Value =
  | TextValue
  | NumberValue
  | BooleanValue
  | NullValue
  | ObjectValue
  | ArrayValue
  | OneOfValue
  | RuntimeValue
  | UnknownValue;

/**
 * The way that a value came: the place where it is written first (no `from`), and then every place that passed it on. The head is the
 * last one.
 */
export interface Trail extends Place {
  /** What passed the value on here; undefined for the literal itself. */
  readonly via?: Via;
  readonly from?: Trail;
  /** How many places there are, this one included. */
  readonly length: number;
}

/**
 * What passed a value on: mostly a name; `text` is the place where the value became a part of a text, `whole` the expression of a text of
 * several parts that became a part of another.
 */
export interface Via {
  readonly kind:
    | 'parameter'
    | 'variable'
    | 'output'
    | 'property'
    | 'item'
    | 'function'
    | 'file'
    | 'module'
    | 'text'
    | 'whole'
    | 'environment';
  readonly name: string;
  /** What the name always stands for, such as a parameter that some resource takes as its location. */
  readonly nature?: Nature;
  /** The value is the default of a parameter or an environment variable: another may be given at deployment. */
  readonly byDefault?: boolean;
}

interface ValueBase {
  readonly trail: Trail | undefined;
}

/** Text as segments, each known or a hole. Fully known text has no hole; empty text has no segment. */
export interface TextValue extends ValueBase {
  readonly kind: 'text';
  readonly segments: readonly TextSegment[];
}

export type TextSegment = KnownSegment | HoleSegment;

export interface KnownSegment {
  readonly kind: 'known';
  readonly text: string;
  /** Where this text is written, and the way from there. */
  readonly trail: Trail | undefined;
  /** The offset in the file at which `text` stands letter by letter; undefined where it is not spelled there like this. */
  readonly offset: number | undefined;
}

/** A part of a text that is not known: an unknown or a run-time value. */
export interface HoleSegment {
  readonly kind: 'hole';
  readonly value: UnknownValue | RuntimeValue;
}

export interface NumberValue extends ValueBase {
  readonly kind: 'number';
  readonly value: number;
}

export interface BooleanValue extends ValueBase {
  readonly kind: 'boolean';
  readonly value: boolean;
}

export interface NullValue extends ValueBase {
  readonly kind: 'null';
}

export interface ObjectValue extends ValueBase {
  readonly kind: 'object';
  /** In the order of the text. ARM compares names without case: look up with `getEntry`. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** There may be more entries than are listed. */
  readonly open: boolean;
  /** How many values it is made of on all levels, and how many levels there are: see `sizes.ts`. */
  readonly size: number;
  readonly levels: number;
  /** Its `valueKey`, made once. */
  readonly key: LazyText;
}

export interface Entry {
  readonly value: Value;
  /** Where the name is written; undefined for an entry that a function made. */
  readonly key: Place | undefined;
}

export interface ArrayValue extends ValueBase {
  readonly kind: 'array';
  readonly items: readonly Value[];
  /** There may be more items than are listed. */
  readonly open: boolean;
  /** What each item that is not listed looks like, where that is known: the turn of a loop over an unknown list. */
  readonly each: Value | undefined;
  /** How many values it is made of on all levels, and how many levels there are: see `sizes.ts`. */
  readonly size: number;
  readonly levels: number;
  /** Its `valueKey`, made once. */
  readonly key: LazyText;
}

/** One of several values, each under a guard. Guards that are equal texts hold together. */
export interface OneOfValue extends ValueBase {
  readonly kind: 'oneOf';
  readonly options: readonly Option[];
}

export interface Option {
  readonly value: Value;
  /** The condition under which this is the value: see `guards.ts` for how guards combine. */
  readonly guard: Guard;
}

/** What must hold: for each subject the one outcome. Guards that give one subject different outcomes exclude each other. */
export type Guard = ReadonlyMap<string, string>;

/** What only Azure knows once it runs: a path into a resource. */
export interface RuntimeValue extends ValueBase {
  readonly kind: 'runtime';
  /** The resource's ID (possibly with holes). */
  readonly resource: TextValue;
  /** Property names and indexes from the resource's `reference()` down, joined by dots: `properties.subnets.0.id`. */
  readonly path: string;
  /** Its `valueKey`. */
  readonly key: string;
  readonly nature: Nature | undefined;
}

export interface UnknownValue extends ValueBase {
  readonly kind: 'unknown';
  readonly reason: string;
  /** Equal keys stand for the same, if unknown, value: `param(name)` of one deployment, `toLower(param(name))`. */
  readonly key: string;
  readonly nature: Nature | undefined;
}

/** What sort of thing an unknown is, where that is certain. */
export type Nature = 'region' | 'geoCode' | 'cloudSuffix' | 'name' | 'secret';
