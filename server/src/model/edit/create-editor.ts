import type { Place } from '../../base/place';
import type { Span } from '../../base/span';
import type { TextEdit } from '../../base/text-edit';
import { findProperty } from '../../syntax/properties';
import type { SourceFile } from '../source-file';
import { addDependency } from './add-dependency';
import { addMember, type Collection } from './add-member';
import { replaceHole, replaceInBicepText } from './bicep-text';
import type { Change } from './change';
import type { Editor, FileLookup } from './editor';
import { findPropertyAt, findString, findValue, isArmExpression, type FoundValue } from './find-node';
import { replaceInJsonText } from './json-text';
import { armWriter } from './json-writer';
import { hasLineBreak, layoutAt, type Layout } from './layout';
import { lookUp } from './look-up';
import { isScalar, type NewValue } from './new-value';
import { parenthesized } from './parentheses';
import { removeMember } from './remove-member';
import { writeItems, writeProperty, writeValue } from './write-value';
import { writerOf } from './writer-of';

/** An editor of the files that `files` knows. The texts are never changed: every answer is about the text as it was read. */
export function createEditor(files: FileLookup): Editor {
  const one = (place: Place, change: (file: SourceFile) => Change | undefined): TextEdit | undefined => {
    const file = files(place.uri);
    const made = file && change(file);
    return made && { uri: place.uri, ...made };
  };
  const several = (
    place: Place,
    change: (file: SourceFile) => readonly Change[] | undefined,
  ): readonly TextEdit[] | undefined => {
    const file = files(place.uri);
    return file && change(file)?.map((made) => ({ uri: place.uri, ...made }));
  };
  const addProperty: Editor['addProperty'] = (object, name, value) =>
    several(object, (file) => propertyAddition(file, object, name, value));
  return {
    replaceInText: (place, text) => one(place, (file) => textReplacement(file, place, text)),
    replaceValue: (value, to) => one(value, (file) => valueReplacement(file, value, to)),
    replaceWithExpression: (value, expression) =>
      one(value, (file) => (file.kind === 'template' ? valueReplacement(file, value, expression) : undefined)),
    removeProperty: (key) => several(key, (file) => propertyRemoval(file, key)),
    removeItem: (item) => several(item, (file) => itemRemoval(file, item)),
    addTextProperty: addProperty,
    addProperty,
    lookUp: (value, map) =>
      several(value, (file) =>
        lookUp(file, value, map, (object, name, to) => propertyAddition(file, object, name, to)),
      ),
    appendItem: (array, ...items) => several(array, (file) => itemAddition(file, array, items)),
    appendBeside: (value, ...items) =>
      several(value, (file) => {
        const array = findValue(file.tree, value)?.parent;
        return array?.kind === 'array' ? itemAddition(file, array, items) : undefined;
      }),
    addDependency: (resource, other) =>
      several(resource, (file) => {
        if (file.kind !== 'template' || other.uri !== resource.uri) return undefined;
        return addDependency(file, resource, other, {
          property: (object, name, value) => propertyAddition(file, object, name, value),
          item: (array, item) => itemAddition(file, array, [item]),
        });
      }),
  };
}

function textReplacement({ text, tree, kind }: SourceFile, place: Place, newText: string): Change | undefined {
  const literal = findString(tree, place);
  if (!literal) return undefined;
  if (tree.kind === 'file') return replaceInBicepText(text, literal, place, newText);
  return literal.kind === 'string' ? replaceInJsonText(text, literal, place, newText, kind === 'template') : undefined;
}

function valueReplacement(file: SourceFile, place: Place, to: NewValue): Change | undefined {
  const found = findValue(file.tree, place);
  if (!found) return undefined;
  const { text, tree } = file;
  if (tree.kind === 'file' && found.parent?.kind === 'interpolation' && typeof to === 'string') {
    const change = replaceHole(text, found.parent, place, to);
    if (change) return change;
  }
  const newText = writtenInPlace(file, found, to);
  return newText === undefined ? undefined : { start: place.start, end: place.end, newText };
}

/** A value as it is written in place of another one. */
function writtenInPlace(file: SourceFile, { node, parent, enclosing }: FoundValue, to: NewValue): string | undefined {
  const { text, tree } = file;
  if (tree.kind !== 'file' && parent && isArmExpression(parent)) return isScalar(to) ? armWriter.scalar(to) : undefined;
  const isOneLine = enclosing !== undefined && !hasLineBreak(text, enclosing.start, enclosing.end);
  const written = writeValue(writerOf(file), to, isOneLine ? undefined : layoutAt(text, node.start));
  return written !== undefined && tree.kind === 'file' && parent ? parenthesized(written, node, parent) : written;
}

function propertyRemoval({ text, tree }: SourceFile, key: Place): readonly Change[] | undefined {
  const found = findPropertyAt(tree, key.start);
  return found && removeMember(text, found.object, found.property);
}

function itemRemoval({ text, tree }: SourceFile, item: Place): readonly Change[] | undefined {
  const found = findValue(tree, item);
  return found?.parent?.kind === 'array' ? removeMember(text, found.parent, found.node) : undefined;
}

function propertyAddition(file: SourceFile, place: Span, name: string, value: NewValue): readonly Change[] | undefined {
  const found = findValue(file.tree, place);
  if (found?.node.kind !== 'object' || findProperty(found.node, name)) return undefined;
  const writer = writerOf(file);
  return addition(file, found.node, found, (layout) => writeProperty(writer, name, value, layout));
}

function itemAddition(file: SourceFile, place: Span, items: readonly NewValue[]): readonly Change[] | undefined {
  const found = findValue(file.tree, place);
  if (found?.node.kind !== 'array') return undefined;
  const writer = writerOf(file);
  return addition(file, found.node, found, (layout) => writeItems(writer, items, layout));
}

function addition(
  file: SourceFile,
  collection: Collection,
  { enclosing }: FoundValue,
  write: (layout: Layout | undefined) => string | undefined,
): readonly Change[] | undefined {
  const { commas } = writerOf(file);
  return addMember({ text: file.text, collection, enclosing, commas, write });
}
