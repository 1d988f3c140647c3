import type { ArrayValue, ObjectValue, RuntimeValue, TextSegment, UnknownValue, Value } from '../values/value';
import { knownText, segmentsOf } from '../values/values';
import { workOf } from './results';
import type { Argument, CallContext, LambdaArgument, TemplateFunction } from './function';

/** A function of values alone: a lambda among its arguments is not known to it. */
export function ofValues(
  apply: (values: readonly Value[], context: CallContext) => Value | undefined,
): TemplateFunction {
  return {
    apply: (values, context) => {
      const plain = values.filter((value) => value.kind !== 'lambda');
      if (plain.length < values.length) return undefined;
      context.step(plain.reduce((work, value) => work + workOf(value), 0));
      return apply(plain, context);
    },
  };
}

/** A function of one value. */
export function ofOne(apply: (value: Value, context: CallContext) => Value | undefined): TemplateFunction {
  return ofValues(([value, ...more], context) => (value && more.length === 0 ? apply(value, context) : undefined));
}

/** A function of texts that are all fully known. */
export function ofKnownTexts(
  apply: (texts: readonly string[], context: CallContext) => Value | undefined,
): TemplateFunction {
  return ofValues((values, context) => {
    const texts = allKnownTexts(values);
    return texts && apply(texts, context);
  });
}

export function allKnownTexts(values: readonly Value[]): readonly string[] | undefined {
  const texts: string[] = [];
  for (const value of values) {
    const known = knownText(value);
    if (known === undefined) return undefined;
    texts.push(known);
  }
  return texts;
}

/** The value of a number that a double holds exactly, else undefined. */
export function integer(value: Argument | undefined): number | undefined {
  return value?.kind === 'number' && Number.isSafeInteger(value.value) ? value.value : undefined;
}

/** A text's segments, each with the text's own way; undefined for anything but a text. */
export function segmentsOfText(value: Value | undefined): readonly TextSegment[] | undefined {
  return value?.kind === 'text' ? segmentsOf(value) : undefined;
}

export function isUncertain(value: Argument): value is UnknownValue | RuntimeValue {
  return value.kind === 'unknown' || value.kind === 'runtime';
}

export function asArray(value: Argument | undefined): ArrayValue | undefined {
  return value?.kind === 'array' ? value : undefined;
}

export function asObject(value: Argument | undefined): ObjectValue | undefined {
  return value?.kind === 'object' ? value : undefined;
}

export function asLambda(value: Argument | undefined): LambdaArgument | undefined {
  return value?.kind === 'lambda' ? value : undefined;
}
