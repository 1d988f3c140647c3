import type { Scalar } from './new-value';
import type { ScalarWriter, Writer } from './writer';

/** Writes JSON values of a template. */
export const templateWriter: Writer = {
  commas: true,
  scalar: (value) => {
    if (typeof value === 'object') return `"[${escapeJson(value.arm)}]"`;
    return typeof value === 'string' ? JSON.stringify(isBracketed(value) ? `[${value}` : value) : String(value);
  },
  key: (name) => JSON.stringify(isBracketed(name) ? `[${name}` : name),
};

/** Writes JSON values of a parameters file, where brackets are text and expressions do not exist: of those the text stands. */
export const parametersWriter: Writer = {
  commas: true,
  scalar: (value) => {
    const plain = typeof value === 'object' ? value.text : value;
    return plain === undefined ? undefined : JSON.stringify(plain);
  },
  key: (name) => JSON.stringify(name),
};

/** Writes parts of the expression that a JSON string holds. */
export const armWriter: ScalarWriter = {
  scalar: (value: Scalar) => {
    if (typeof value === 'object') return escapeJson(value.arm);
    if (typeof value === 'string') return `'${escapeArm(value)}'`;
    return typeof value === 'boolean' ? `${String(value)}()` : String(value);
  },
};

/** A text as it stands between the double quotes of JSON. */
export function escapeJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** A text as it stands between the single quotes of an expression, which itself is in a JSON string. */
export function escapeArm(text: string): string {
  return escapeJson(text.replaceAll("'", "''"));
}

/** Whether a template's string with this content is not read as the text it is (see `parseTemplateString`). */
export function isBracketed(content: string): boolean {
  return content.length > 1 && content.startsWith('[') && content.endsWith(']');
}
