import { collectionFunctions } from './collections';
import { concatFunctions } from './concat';
import type { FunctionFamily, TemplateFunction } from './function';
import { lambdaFunctions } from './lambda';
import { numericFunctions } from './numeric';
import { searchFunctions } from './search';
import { sequenceFunctions } from './sequence';
import { textFunctions } from './text';

const families: readonly FunctionFamily[] = [
  collectionFunctions,
  concatFunctions,
  lambdaFunctions,
  numericFunctions,
  searchFunctions,
  sequenceFunctions,
  textFunctions,
];

/** The functions of the template language that need nothing but their arguments, by name in lower case. */
export const builtinFunctions: ReadonlyMap<string, TemplateFunction> = new Map(families.flatMap(Object.entries));
