import type { Span } from '../../base/span';
import { findProperty } from '../../syntax/properties';
import type { BicepFile, Statement } from '../../syntax/bicep/nodes';
import type { ObjectExpression } from '../../syntax/expression';
import type { SourceFile } from '../source-file';
import { bicepWriter } from './bicep-writer';
import type { Change } from './change';
import { findValue, pathTo } from './find-node';
import { layoutAt, lineStart } from './layout';
import type { NewObject } from './new-value';
import { writeValue } from './write-value';

/** A map from lower-case names, under the name of the variable that is to hold it. */
export interface LookUpMap {
  readonly name: string;
  readonly map: NewObject;
}

/** Adds a property to an object of the file: the caller's own way of doing it. */
export type AddProperty = (object: Span, name: string, value: NewObject) => readonly Change[] | undefined;

/**
 * Puts a look-up in a map in place of an expression inside a text, and declares the map as a variable of the template unless it has a
 * variable of that name. Several look-ups in one file declare it with the same edit, so that they can be made together.
 */
export function lookUp(
  file: SourceFile,
  place: Span,
  wanted: LookUpMap,
  add: AddProperty,
): readonly Change[] | undefined {
  const { text, tree, kind } = file;
  if (kind !== 'template' || !findValue(tree, place)) return undefined;
  const declaration = tree.kind === 'file' ? bicepVariable(text, tree, wanted) : armVariable(tree, place, wanted, add);
  if (!declaration) return undefined;
  const value = text.slice(place.start, place.end);
  const key = /^toLower\s*\(/i.test(value) ? value : `toLower(${value})`;
  const map = tree.kind === 'file' ? wanted.name : `variables('${wanted.name}')`;
  return [...declaration, { start: place.start, end: place.end, newText: `${map}[${key}]` }];
}

/** A variable goes before the first statement that is more than a declaration of what is given. */
function bicepVariable(
  text: string,
  { statements }: BicepFile,
  { name, map }: LookUpMap,
): readonly Change[] | undefined {
  if (statements.some((statement) => statement.kind === 'var' && statement.name.name === name)) return [];
  const first = statements.find(({ kind }) => NEEDS_VARIABLES.has(kind));
  const layout = layoutAt(text, first?.start ?? 0);
  const written = writeValue(bicepWriter, map, layout);
  if (!first || written === undefined || lineStart(text, first.start) !== first.start) return undefined;
  const newText = `var ${name} = ${written}${layout.lineBreak}${layout.lineBreak}`;
  return [{ start: first.start, end: first.start, newText }];
}

const NEEDS_VARIABLES: ReadonlySet<Statement['kind']> = new Set(['var', 'resource', 'module', 'output']);

/** A template inside the template has variables of its own: there, nothing is changed. */
function armVariable(
  root: ObjectExpression,
  place: Span,
  { name, map }: LookUpMap,
  add: AddProperty,
): readonly Change[] | undefined {
  const inner = pathTo(root, place).some((node) => node.kind === 'property' && node.name?.toLowerCase() === 'template');
  const parent = pathTo(root, place).at(-2)?.kind;
  if (inner || (parent !== 'call' && parent !== 'methodCall')) return undefined;
  const variables = findProperty(root, 'variables')?.value;
  if (findProperty(variables, name)) return [];
  if (variables) return variables.kind === 'object' ? add(variables, name, map) : undefined;
  return add(root, 'variables', { properties: { [name]: map } });
}
