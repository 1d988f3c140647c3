import type { Problem } from '../base/problem';
import type { Span } from '../base/span';
import type { Uri } from '../base/uri';
import type { Expression } from '../syntax/expression';

/** Where a template is deployed to. */
export type TargetScope = 'resourceGroup' | 'subscription' | 'managementGroup' | 'tenant';

/** One Bicep or ARM JSON file, or one inner template of a nested deployment: what both languages lower to. Immutable, a function of the text alone. */
export interface Template {
  readonly uri: Uri;
  readonly language: 'bicep' | 'arm';
  readonly span: Span;
  readonly scope: TargetScope;
  /** Keyed by the name in lower case: Azure compares them without case. */
  readonly parameters: ReadonlyMap<string, ParameterDefinition>;
  readonly variables: ReadonlyMap<string, VariableDefinition>;
  readonly outputs: ReadonlyMap<string, OutputDefinition>;
  /** User-defined functions; ARM's carry their namespace as `namespace.name`. */
  readonly functions: ReadonlyMap<string, FunctionDefinition>;
  readonly imports: readonly ImportDefinition[];
  /** Top-level resources in the order of the text; nested ones hang below their parent. */
  readonly resources: readonly ResourceDefinition[];
  readonly modules: readonly ModuleDefinition[];
  /** Files that this one names. What they hold decides what this template deploys. */
  readonly references: readonly FileReference[];
  readonly directives: readonly SuppressionDirective[];
  readonly problems: readonly Problem[];
  /** Whether `metadata._generator` says that Bicep made this JSON. */
  readonly generatedByBicep: boolean;
}

/** A `.bicepparam` or a JSON parameters file. */
export interface ParameterFile {
  readonly uri: Uri;
  readonly language: 'bicepparam' | 'armParameters';
  /** The template named by `using`; undefined for `using none` and for JSON, where the file's name tells. */
  readonly using: FileReference | undefined;
  readonly extends: FileReference | undefined;
  /** Keyed by the name in lower case. */
  readonly assignments: ReadonlyMap<string, VariableDefinition>;
  readonly variables: ReadonlyMap<string, VariableDefinition>;
  readonly functions: ReadonlyMap<string, FunctionDefinition>;
  readonly imports: readonly ImportDefinition[];
  readonly references: readonly FileReference[];
  readonly directives: readonly SuppressionDirective[];
  readonly problems: readonly Problem[];
}

export interface ParameterDefinition {
  readonly name: string;
  readonly span: Span;
  readonly nameSpan: Span;
  /** `string`, `object`, `array`, `int`, `bool`, a user-defined type's name, or undefined where the type is composed. */
  readonly type: string | undefined;
  readonly default: Expression | undefined;
  /** `@allowed([...])`, `allowedValues`, or the literals of a union type. */
  readonly allowed: readonly Expression[] | undefined;
  readonly secure: boolean;
  /** A nullable type: without a value the parameter is null. */
  readonly nullable: boolean;
}

export interface VariableDefinition {
  readonly name: string;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly value: Expression;
  /** `@export()`: visible to `import`. */
  readonly exported: boolean;
}

export interface OutputDefinition {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: Expression;
  readonly condition: Expression | undefined;
}

export interface FunctionDefinition {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly body: Expression;
  readonly exported: boolean;
}

/** Names that come from another Bicep file (or a compiled one) at compile time. */
export interface ImportDefinition {
  readonly from: FileReference;
  /** What is imported under which local name; empty for a wildcard. */
  readonly items: readonly { readonly name: string; readonly alias: string }[];
  /** `import * as alias`. */
  readonly wildcard: string | undefined;
}

export interface ResourceDefinition {
  readonly span: Span;
  /** The symbolic name: Bicep's, or the key in an ARM `resources` object. */
  readonly symbol: string | undefined;
  /** Where a reader looks for the resource: the symbol in Bicep, the name's value in ARM. */
  readonly nameSpan: Span;
  /** The whole type, `Microsoft.Network/privateDnsZones/virtualNetworkLinks`, also for a nested resource. Empty where it could not be read. */
  readonly type: string;
  readonly apiVersion: string;
  readonly typeSpan: Span;
  readonly existing: boolean;
  readonly name: Expression | undefined;
  /** Bicep's `parent:`; a nested resource has `enclosing` instead. */
  readonly parent: Expression | undefined;
  readonly scope: Expression | undefined;
  readonly condition: Expression | undefined;
  readonly loop: LoopDefinition | undefined;
  /** The whole body as written: `name`, `location`, `properties`, … in Bicep without nested resources; in ARM without `resources`, `copy`, `condition`. An ObjectExpression or skipped text. */
  readonly body: Expression;
  readonly dependsOn: Expression | undefined;
  /** Resources written inside this one. Bicep and ARM differ in how their names are joined: see `relativeName`. */
  readonly children: readonly ResourceDefinition[];
  /** Nested: the name in the text is the last segment alone and the parent's comes before it. False in ARM where the name holds all segments. */
  readonly nested: boolean;
}

export type LoopDefinition = ItemLoop | CountLoop;

/** Bicep's `for`. */
export interface ItemLoop {
  readonly kind: 'items';
  readonly span: Span;
  readonly item: string;
  readonly index: string | undefined;
  readonly iterable: Expression;
}

/** ARM's `copy` of a resource. */
export interface CountLoop {
  readonly kind: 'count';
  readonly span: Span;
  readonly name: string;
  readonly count: Expression;
}

/** A Bicep module, or an ARM `Microsoft.Resources/deployments`. */
export interface ModuleDefinition {
  readonly span: Span;
  readonly symbol: string | undefined;
  readonly nameSpan: Span;
  readonly name: Expression | undefined;
  readonly source: ModuleSource;
  /** Name → value: an object in Bicep; in ARM the `parameters` object, whose members hold `{ value }` or `{ reference }`. */
  readonly parameters: Expression | undefined;
  /** Bicep's `scope:`. */
  readonly scope: Expression | undefined;
  /** ARM's `resourceGroup` and `subscriptionId`. */
  readonly resourceGroup: Expression | undefined;
  readonly subscriptionId: Expression | undefined;
  readonly condition: Expression | undefined;
  readonly loop: LoopDefinition | undefined;
  readonly dependsOn: Expression | undefined;
}

export type ModuleSource =
  | { readonly kind: 'file'; readonly reference: FileReference }
  /** A template written inside the deployment. With outer scope its expressions mean the outer template's parameters and variables. */
  | { readonly kind: 'inline'; readonly template: Template; readonly expressions: 'inner' | 'outer' }
  /** `link` is what names the template, where anything does. */
  | { readonly kind: 'unknown'; readonly reason: string; readonly link: Span | undefined };

/** A place that names another file. */
export interface FileReference {
  readonly kind: 'module' | 'using' | 'extends' | 'import' | 'load' | 'templateLink';
  /** As written: a relative path, `br/public:…`, `br:…`, `ts:…`. */
  readonly path: string;
  readonly span: Span;
}

/** A comment or metadata entry that silences rules. */
export interface SuppressionDirective {
  readonly span: Span;
  /** What a line directive hides is the next line; a range lasts until it is restored or the file ends; a node hides what stands within `scope`. */
  readonly effect: 'next-line' | 'disable' | 'restore' | 'node';
  readonly scope: Span | undefined;
  readonly codes: readonly { readonly code: string; readonly span: Span }[];
  readonly reason: string | undefined;
}
