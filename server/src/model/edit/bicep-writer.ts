import type { Writer } from './writer';

export const bicepWriter: Writer = {
  commas: false,
  scalar: (value) => {
    if (typeof value === 'object') return value.bicep;
    return typeof value === 'string' ? quote(value) : String(value);
  },
  key: (name) => (isPlainName(name) ? name : quote(name)),
};

/** Writes values of a `.bicepparam`, where functions such as `environment()` do not compile. */
export const bicepparamWriter: Writer = {
  ...bicepWriter,
  scalar: (value) => bicepWriter.scalar(typeof value === 'object' ? (value.text ?? value) : value),
};

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ["'", "\\'"],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['${', '\\${'],
]);

/** Words that are values wherever they stand. */
const LITERALS: ReadonlySet<string> = new Set(['true', 'false', 'null']);

/** A text as it stands between the quotes of a string of one line. */
export function escapeBicep(text: string): string {
  return text.replace(/[\\'\n\r\t]|\$\{/g, (found) => ESCAPES.get(found) ?? found);
}

function quote(text: string): string {
  return `'${escapeBicep(text)}'`;
}

function isPlainName(name: string): boolean {
  return /^[a-z_]\w*$/i.test(name) && !LITERALS.has(name);
}
