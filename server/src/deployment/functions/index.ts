import type { FunctionFamily, TemplateFunction } from './function';

const families: readonly FunctionFamily[] = [];

/** The functions of the template language that need nothing but their arguments, by name in lower case. */
export const builtinFunctions: ReadonlyMap<string, TemplateFunction> = new Map(families.flatMap(Object.entries));
