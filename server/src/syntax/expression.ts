import type { Span } from '../base/span';

/**
 * The one expression tree of Bicep and of the `[…]` language of ARM JSON. JSON objects and arrays are written with the same
 * nodes, so whatever reads this tree never knows which language it came from. Spans are offsets in the file, also for an
 * expression inside a JSON string.
 */
export type Expression =
  | StringLiteral
  | InterpolatedString
  | NumberLiteral
  | BooleanLiteral
  | NullLiteral
  | ArrayExpression
  | ObjectExpression
  | Identifier
  | MemberAccess
  | IndexAccess
  | Call
  | MethodCall
  | ResourceAccess
  | UnaryExpression
  | BinaryExpression
  | TernaryExpression
  | NonNullAssertion
  | Parenthesized
  | Lambda
  | ForExpression
  | CopyExpression
  | IfExpression
  | Skipped;

/** A whole string without holes. */
export interface StringLiteral extends Span {
  readonly kind: 'string';
  /** The text after escapes are undone. */
  readonly value: string;
  /** Where the content starts: behind the opening quote. */
  readonly contentStart: number;
  /** Whether the file spells the content exactly like `value` (no escapes), so that offsets in one are offsets in the other. */
  readonly exact: boolean;
}

export interface InterpolatedString extends Span {
  readonly kind: 'interpolation';
  /** Texts and holes in their order. Empty texts are left out. */
  readonly parts: readonly (TextPart | Expression)[];
}

/** The text between two holes of an interpolated string; its span covers the text alone. */
export interface TextPart extends Span {
  readonly kind: 'text';
  readonly value: string;
  readonly exact: boolean;
}

export interface NumberLiteral extends Span {
  readonly kind: 'number';
  readonly value: number;
}

export interface BooleanLiteral extends Span {
  readonly kind: 'boolean';
  readonly value: boolean;
}

export interface NullLiteral extends Span {
  readonly kind: 'null';
}

export interface ArrayExpression extends Span {
  readonly kind: 'array';
  readonly items: readonly (Expression | Spread)[];
}

export interface ObjectExpression extends Span {
  readonly kind: 'object';
  readonly members: readonly ObjectMember[];
}

export type ObjectMember = ObjectProperty | Spread | ResourceDeclaration | Skipped;

export interface ObjectProperty extends Span {
  readonly kind: 'property';
  /** An identifier or a string in Bicep; a string or a `[…]` expression in JSON. */
  readonly key: Expression;
  /** The name where it is known from the text alone. */
  readonly name: string | undefined;
  readonly value: Expression;
}

export interface Spread extends Span {
  readonly kind: 'spread';
  readonly value: Expression;
}

export interface Identifier extends Span {
  readonly kind: 'identifier';
  readonly name: string;
}

/** `target.name`, `target.?name`. */
export interface MemberAccess extends Span {
  readonly kind: 'member';
  readonly target: Expression;
  readonly name: Identifier;
  readonly safe: boolean;
}

/** `target[index]`, `target[?index]`, `target[^index]` (from the end, counted from 1). */
export interface IndexAccess extends Span {
  readonly kind: 'index';
  readonly target: Expression;
  readonly index: Expression;
  readonly safe: boolean;
  readonly fromEnd: boolean;
}

export interface Call extends Span {
  readonly kind: 'call';
  readonly name: Identifier;
  readonly arguments: readonly Expression[];
}

/** `target.name(…)`: a function of a namespace (`az.resourceId`, `contoso.name` in ARM), of an import or of a resource. */
export interface MethodCall extends Span {
  readonly kind: 'methodCall';
  readonly target: Expression;
  readonly name: Identifier;
  readonly arguments: readonly Expression[];
}

/** `parent::child` */
export interface ResourceAccess extends Span {
  readonly kind: 'resourceAccess';
  readonly target: Expression;
  readonly name: Identifier;
}

export type UnaryOperator = '-' | '!';
export type BinaryOperator =
  | '||' | '&&' | '==' | '!=' | '=~' | '!~' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '%' | '??'; // prettier-ignore

export interface UnaryExpression extends Span {
  readonly kind: 'unary';
  readonly operator: UnaryOperator;
  readonly operand: Expression;
}

export interface BinaryExpression extends Span {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface TernaryExpression extends Span {
  readonly kind: 'ternary';
  readonly condition: Expression;
  readonly whenTrue: Expression;
  readonly whenFalse: Expression;
}

/** `operand!` */
export interface NonNullAssertion extends Span {
  readonly kind: 'nonNull';
  readonly operand: Expression;
}

export interface Parenthesized extends Span {
  readonly kind: 'parenthesized';
  readonly inner: Expression;
}

export interface Lambda extends Span {
  readonly kind: 'lambda';
  readonly parameters: readonly Identifier[];
  readonly body: Expression;
}

/** Bicep's `[for item in iterable: body]`, `[for (item, index) in iterable: if (condition) {…}]` (the body is then an IfExpression). */
export interface ForExpression extends Span {
  readonly kind: 'for';
  readonly item: Identifier;
  readonly index: Identifier | undefined;
  readonly iterable: Expression;
  readonly body: Expression;
}

/** ARM's property, variable or output `copy`: `copyIndex('name')` in `input` counts from 0 to `count` - 1. */
export interface CopyExpression extends Span {
  readonly kind: 'copy';
  readonly name: string;
  readonly count: Expression;
  readonly input: Expression;
}

/** `if (condition) {…}`: only as the value of a resource or module, alone or in a loop. */
export interface IfExpression extends Span {
  readonly kind: 'if';
  readonly condition: Expression;
  readonly body: Expression;
}

/** Text that could not be read. It stays in the tree so that nothing of the file is lost. */
export interface Skipped extends Span {
  readonly kind: 'skipped';
}

/** `@name(…)` or `@sys.name(…)` before a declaration, an object type's property or a tuple's item. */
export interface Decorator extends Span {
  readonly kind: 'decorator';
  readonly expression: Expression;
}

/** `resource name 'type@version' [existing] = …`. It is here because a nested resource stands among the members of an object. */
export interface ResourceDeclaration extends Span {
  readonly kind: 'resource';
  readonly decorators: readonly Decorator[];
  readonly name: Identifier;
  readonly type: Expression;
  readonly existing: boolean;
  /** An object, an `if`, a `for`, or skipped text. */
  readonly value: Expression;
}
