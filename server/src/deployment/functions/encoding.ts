import type { Value } from '../values/value';
import { ofKnownTexts, ofOne, ofValues, segmentsOfText } from './arguments';
import { base64Decoded, base64Encoded } from './base64';
import type { CallContext, FunctionFamily } from './function';
import { readJson } from './json-reader';
import { computedText } from './results';
import { hasHoles } from './segments';
import { percentDecoded, utf8Bytes, utf8Text, wellFormed } from './utf8';

/** JSON, Base64, and percent signs. */
export const encodingFunctions: FunctionFamily = {
  json: ofOne(json),
  base64: ofKnownTexts(([text = ''], context) => computedText(base64Encoded(utf8Bytes(text)), context)),
  base64tostring: ofKnownTexts(([text = ''], context) => computed(base64Text(text), context)),
  base64tojson: ofKnownTexts(([text = ''], context) => {
    const decoded = computed(base64Text(text), context);
    return decoded && json(decoded, context);
  }),
  uricomponent: ofKnownTexts(([text = ''], context) => computedText(percentEncoded(text), context)),
  uricomponenttostring: ofKnownTexts(([text = ''], context) => computed(formDecoded(text), context)),
  datauri: ofKnownTexts(([text = ''], context) =>
    computedText(`data:text/plain;charset=utf-8;base64,${base64Encoded(utf8Bytes(text))}`, context),
  ),
  datauritostring: ofKnownTexts(([text = ''], context) => computed(dataUriText(text), context)),
  null: ofValues((_, { trail }) => ({ kind: 'null', trail })),
  true: ofValues((_, { trail }) => ({ kind: 'boolean', value: true, trail })),
  false: ofValues((_, { trail }) => ({ kind: 'boolean', value: false, trail })),
};

function computed(text: string | undefined, context: CallContext): Value | undefined {
  return text === undefined ? undefined : computedText(text, context);
}

function json(value: Value, context: CallContext): Value | undefined {
  const segments = segmentsOfText(value);
  if (!segments || hasHoles(segments)) return undefined;
  return readJson(segments, context.trail, context.step);
}

function base64Text(text: string): string | undefined {
  const bytes = base64Decoded(text);
  return bytes && utf8Text(bytes);
}

/** All but letters, digits and `-._~`: more than JavaScript encodes. */
function percentEncoded(text: string): string {
  return encodeURIComponent(wellFormed(text)).replace(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** As in a form's answer: a plus sign stands for a blank. */
function formDecoded(text: string): string | undefined {
  return percentDecoded(text.replaceAll('+', ' '));
}

/** `data:[type][;charset=…][;base64],content`; the engine takes no charset but UTF-8 and ASCII. */
function dataUriText(uri: string): string | undefined {
  const parts = /^data:([^,;]*)((?:;[^,;]*)*),(.*)$/is.exec(uri);
  if (!parts) return undefined;
  const attributes = (parts[2] ?? '').toLowerCase().split(';').filter(Boolean);
  const charset = attributes.find((attribute) => attribute.startsWith('charset='))?.slice('charset='.length);
  if (charset !== undefined && !/^(?:utf-?8|us-ascii)$/.test(charset)) return undefined;
  const content = parts[3] ?? '';
  return attributes.includes('base64') ? base64Text(content) : formDecoded(content);
}
