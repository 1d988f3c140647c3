import { cidrFunctions } from './cidr';
import { collectionFunctions } from './collections';
import { concatFunctions } from './concat';
import { conversionFunctions } from './conversion';
import { dateFunctions } from './date';
import { encodingFunctions } from './encoding';
import { formatFunctions } from './format';
import type { FunctionFamily, TemplateFunction } from './function';
import { identityFunctions } from './identity';
import { lambdaFunctions } from './lambda';
import { numericFunctions } from './numeric';
import { searchFunctions } from './search';
import { sequenceFunctions } from './sequence';
import { textFunctions } from './text';
import { uriFunctions } from './uri';

const families: readonly FunctionFamily[] = [
  cidrFunctions,
  collectionFunctions,
  concatFunctions,
  conversionFunctions,
  dateFunctions,
  encodingFunctions,
  formatFunctions,
  identityFunctions,
  lambdaFunctions,
  numericFunctions,
  searchFunctions,
  sequenceFunctions,
  textFunctions,
  uriFunctions,
];

/** The functions of the template language that need nothing but their arguments, by name in lower case. */
export const builtinFunctions: ReadonlyMap<string, TemplateFunction> = new Map(families.flatMap(Object.entries));
