import { addMember, type Collection } from '../../model/edit/add-member';
import type { Change } from '../../model/edit/change';
import { findValue } from '../../model/edit/find-node';
import { parametersWriter, templateWriter } from '../../model/edit/json-writer';
import type { NewValue } from '../../model/edit/new-value';
import { writeProperty, writeValue } from '../../model/edit/write-value';
import type { SourceFile } from '../../model/source-file';
import type { ObjectExpression } from '../../syntax/expression';
import { findProperty } from '../../syntax/properties';

/** What stands in `metadata.pelint.disable`. */
export interface DisabledRule {
  readonly rule: string;
  readonly reason: string;
}

/**
 * Adds an entry to `metadata.pelint.disable` of a template, a parameters file or a resource, on one line. Metadata that are not there yet
 * come behind the property called `behind`. Undefined where something else stands in the way.
 */
export function addToMetadata(
  owner: ObjectExpression,
  behind: string,
  { rule, reason }: DisabledRule,
  file: SourceFile,
): readonly Change[] | undefined {
  const entry: NewValue = { properties: { rule, reason } };
  const add = (
    collection: Collection,
    write: () => string | undefined,
    after?: string,
  ): readonly Change[] | undefined => {
    const anchor = collection.kind === 'object' && after !== undefined ? findProperty(collection, after) : undefined;
    const enclosing = file.tree.kind === 'file' ? undefined : findValue(file.tree, collection)?.enclosing;
    return addMember({ text: file.text, collection, enclosing, commas: true, write, anchor });
  };
  const writer = file.kind === 'template' ? templateWriter : parametersWriter;
  const property = (name: string, value: NewValue) => (): string | undefined =>
    writeProperty(writer, name, value, undefined);

  const metadata = findProperty(owner, 'metadata')?.value;
  if (metadata === undefined)
    return add(owner, property('metadata', { properties: { pelint: { properties: { disable: [entry] } } } }), behind);
  if (metadata.kind !== 'object') return undefined;
  const pelint = findProperty(metadata, 'pelint')?.value;
  if (pelint === undefined) return add(metadata, property('pelint', { properties: { disable: [entry] } }));
  if (pelint.kind !== 'object') return undefined;
  const disabled = findProperty(pelint, 'disable')?.value;
  if (disabled === undefined) return add(pelint, property('disable', [entry]));
  const written = writeValue(writer, entry, undefined);
  if (disabled.kind === 'array') return add(disabled, () => written);
  // A single entry that is no list yet.
  if (written === undefined || (disabled.kind !== 'string' && disabled.kind !== 'object')) return undefined;
  const { start, end } = disabled;
  return [
    { start, end: start, newText: '[' },
    { start: end, end, newText: `, ${written}]` },
  ];
}
