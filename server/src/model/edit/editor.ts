import type { Place } from '../../base/place';
import type { TextEdit } from '../../base/text-edit';
import type { Uri } from '../../base/uri';
import type { SourceFile } from '../source-file';
import type { LookUpMap } from './look-up';
import type { Code, NewValue } from './new-value';

/**
 * Says changes in the model's terms and writes them in the file's language, keeping its style: indentation, quotes, commas, comments,
 * line ends. Every method answers undefined where the place is not what it should be; nothing is ever guessed.
 */
export interface Editor {
  /** Puts a text in place of a stretch inside a string; `place` covers no quotes. */
  replaceInText(place: Place, text: string): TextEdit | undefined;
  /** Puts a string or another value in place of a whole value: a literal or an expression. */
  replaceValue(value: Place, to: NewValue): TextEdit | undefined;
  /** Puts an expression in place of a whole value; undefined in parameter files, which know few of a template's names and functions. */
  replaceWithExpression(value: Place, expression: Code): TextEdit | undefined;
  /** Takes a property out of its object, by the place of its name, with what stands behind it on its line. Comments above it stay. */
  removeProperty(key: Place): readonly TextEdit[] | undefined;
  /** Takes an item out of its array, in the same way. */
  removeItem(item: Place): readonly TextEdit[] | undefined;
  /** Adds a property with a text value behind the last one of an object. Undefined also where it has a property of that name. */
  addTextProperty(object: Place, name: string, text: string): readonly TextEdit[] | undefined;
  /** The same with any value. */
  addProperty(object: Place, name: string, value: NewValue): readonly TextEdit[] | undefined;
  /** Puts a look-up in a map in place of an expression inside a text, and declares the map as a variable of the template. */
  lookUp(value: Place, map: LookUpMap): readonly TextEdit[] | undefined;
  /** Adds items behind the last one of an array. */
  appendItem(array: Place, ...items: readonly NewValue[]): readonly TextEdit[] | undefined;
  /** Adds items behind the last one of the array that a value is an item of. */
  appendBeside(value: Place, ...items: readonly NewValue[]): readonly TextEdit[] | undefined;
  /** Makes a resource wait for another one of the same template: an entry in `dependsOn`. Both are the places of whole resources. */
  addDependency(resource: Place, other: Place): readonly TextEdit[] | undefined;
}

/** Files by their URIs, as they were read. */
export type FileLookup = (uri: Uri) => SourceFile | undefined;
