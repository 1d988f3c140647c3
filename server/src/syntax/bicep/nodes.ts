import type { Problem } from '../../base/problem';
import type { Span } from '../../base/span';
import type { Decorator, Expression, Identifier, ResourceDeclaration, Skipped } from '../expression';
import type { Tokens } from './tokens';

/** A whole `.bicep` or `.bicepparam` file. */
export interface BicepFile extends Span {
  readonly kind: 'file';
  readonly language: 'bicep' | 'bicepparam';
  readonly statements: readonly Statement[];
  /** `#disable-next-line`, `#disable-diagnostics`, `#restore-diagnostics`, in the order of the text. */
  readonly directives: readonly Directive[];
  /** What the file is made of. Each token but line breaks between statements belongs to one statement. */
  readonly tokens: Tokens;
}

export interface BicepParseResult {
  readonly tree: BicepFile;
  /** In the order of the text. */
  readonly problems: readonly Problem[];
  /** How many tokens the parser passed or looked at; grows linearly with the length of the text. */
  readonly steps: number;
}

export type Statement =
  | TargetScopeStatement
  | MetadataStatement
  | ParameterDeclaration
  | VariableDeclaration
  | OutputDeclaration
  | ResourceDeclaration
  | ModuleDeclaration
  | TypeDeclaration
  | FunctionDeclaration
  | ImportStatement
  | ExtensionStatement
  | AssertStatement
  | TestStatement
  | UsingStatement
  | ExtendsStatement
  | ParameterAssignment
  | ExtensionConfigStatement
  | DanglingDecorators
  | Skipped;

interface Declaration extends Span {
  readonly decorators: readonly Decorator[];
}

/** `targetScope = 'subscription'`; the value may be an array of scopes. */
export interface TargetScopeStatement extends Declaration {
  readonly kind: 'targetScope';
  readonly value: Expression;
}

export interface MetadataStatement extends Declaration {
  readonly kind: 'metadata';
  readonly name: Identifier;
  readonly value: Expression;
}

/** `param name type = default` */
export interface ParameterDeclaration extends Declaration {
  readonly kind: 'param';
  readonly name: Identifier;
  readonly type: TypeExpression | undefined;
  readonly default: Expression | undefined;
}

export interface VariableDeclaration extends Declaration {
  readonly kind: 'var';
  readonly name: Identifier;
  readonly type: TypeExpression | undefined;
  readonly value: Expression;
}

export interface OutputDeclaration extends Declaration {
  readonly kind: 'output';
  readonly name: Identifier;
  readonly type: TypeExpression | undefined;
  readonly value: Expression;
}

export interface ModuleDeclaration extends Declaration {
  readonly kind: 'module';
  readonly name: Identifier;
  /** The path or the registry reference: a string. */
  readonly path: Expression;
  readonly value: Expression;
}

export interface TypeDeclaration extends Declaration {
  readonly kind: 'type';
  readonly name: Identifier;
  readonly value: TypeExpression;
}

/** `func name(parameter type, …) type => body` */
export interface FunctionDeclaration extends Declaration {
  readonly kind: 'func';
  readonly name: Identifier;
  readonly parameters: readonly FunctionParameter[];
  readonly returns: TypeExpression | undefined;
  readonly body: Expression;
}

export interface FunctionParameter extends Span {
  readonly kind: 'functionParameter';
  readonly name: Identifier;
  readonly type: TypeExpression | undefined;
}

/** Compile-time import: `import { a, b as c } from 'x.bicep'`, `import * as x from 'x.bicep'`. */
export interface ImportStatement extends Declaration {
  readonly kind: 'import';
  readonly items: readonly ImportItem[];
  readonly wildcard: Identifier | undefined;
  readonly path: Expression;
}

export interface ImportItem extends Span {
  readonly kind: 'importItem';
  /** An identifier or, for names that are none, a string. */
  readonly name: Expression;
  readonly alias: Identifier | undefined;
}

/** `extension name [with {…}] [as alias]`, and the legacy `import 'az@1.0.0' as az`. */
export interface ExtensionStatement extends Declaration {
  readonly kind: 'extension';
  readonly specification: Expression;
  readonly config: Expression | undefined;
  readonly alias: Identifier | undefined;
}

export interface AssertStatement extends Declaration {
  readonly kind: 'assert';
  readonly name: Identifier;
  readonly value: Expression;
}

export interface TestStatement extends Declaration {
  readonly kind: 'test';
  readonly name: Identifier;
  readonly path: Expression;
  readonly value: Expression;
}

/** `using 'main.bicep'`, `using none`, `using 'x' with {…}`. */
export interface UsingStatement extends Declaration {
  readonly kind: 'using';
  /** Undefined for `using none`. */
  readonly path: Expression | undefined;
  readonly config: Expression | undefined;
}

export interface ExtendsStatement extends Declaration {
  readonly kind: 'extends';
  readonly path: Expression;
}

/** `param name = value` of a `.bicepparam` file. */
export interface ParameterAssignment extends Declaration {
  readonly kind: 'paramAssignment';
  readonly name: Identifier;
  readonly value: Expression;
}

/** `extensionConfig name with {…}` of a `.bicepparam` file. */
export interface ExtensionConfigStatement extends Declaration {
  readonly kind: 'extensionConfig';
  readonly name: Identifier;
  readonly config: Expression | undefined;
}

/** Decorators with no declaration behind them: broken text, kept so that nothing is lost. */
export interface DanglingDecorators extends Declaration {
  readonly kind: 'decorators';
}

export type TypeExpression =
  | NamedType
  | LiteralType
  | UnionType
  | TupleType
  | ObjectType
  | ArrayType
  | NullableType
  | NonNullType
  | MemberType
  | ParameterizedType
  | ParenthesizedType
  | Skipped;

/** `string`, or a type declared in the file or imported. */
export interface NamedType extends Span {
  readonly kind: 'namedType';
  readonly name: string;
}

/** `'a'`, `42`, `-1`, `true`, `null` as a type. */
export interface LiteralType extends Span {
  readonly kind: 'literalType';
  readonly value: Expression;
}

export interface UnionType extends Span {
  readonly kind: 'unionType';
  readonly members: readonly TypeExpression[];
}

export interface TupleType extends Span {
  readonly kind: 'tupleType';
  readonly items: readonly TypeMember[];
}

export interface ObjectType extends Span {
  readonly kind: 'objectType';
  readonly members: readonly (TypeMember | Skipped)[];
}

/** A property of an object type, its `*` (then `name` is undefined and `rest` is true), or an item of a tuple. */
export interface TypeMember extends Span {
  readonly kind: 'typeMember';
  readonly decorators: readonly Decorator[];
  readonly key: Expression | undefined;
  readonly rest: boolean;
  readonly type: TypeExpression;
}

export interface ArrayType extends Span {
  readonly kind: 'arrayType';
  readonly item: TypeExpression;
}

/** `type?` */
export interface NullableType extends Span {
  readonly kind: 'nullableType';
  readonly type: TypeExpression;
}

/** `type!` */
export interface NonNullType extends Span {
  readonly kind: 'nonNullType';
  readonly type: TypeExpression;
}

/** `type.property`, `type[0]`, `type[*]`, `type.*`. */
export interface MemberType extends Span {
  readonly kind: 'memberType';
  readonly target: TypeExpression;
  /** An identifier, a number, or undefined for `*`. */
  readonly member: Expression | undefined;
}

/** `resourceInput<'type@version'>`, `resource<…>`, `sys.resourceInput<…>`, and the older `resource 'type@version'`. */
export interface ParameterizedType extends Span {
  readonly kind: 'parameterizedType';
  /** What stands before the dot of a qualified name. */
  readonly target: TypeExpression | undefined;
  readonly name: string;
  readonly arguments: readonly TypeExpression[];
}

export interface ParenthesizedType extends Span {
  readonly kind: 'parenthesizedType';
  readonly inner: TypeExpression;
}

/** A `#…` line that steers diagnostics. `codes` keep their own places, so that one can be removed. */
export interface Directive extends Span {
  readonly kind: 'directive';
  readonly name: 'disable-next-line' | 'disable-diagnostics' | 'restore-diagnostics';
  readonly codes: readonly Identifier[];
  /** The text of a `//` comment behind the codes, without the slashes; empty where there is none. */
  readonly comment: string;
}
