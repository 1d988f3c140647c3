import type { TextValue, Value } from '../values/value';
import { text } from '../values/values';
import { allKnownTexts, ofKnownTexts } from './arguments';
import type { FunctionFamily } from './function';
import { murmurHash64 } from './murmur-hash';
import { computedText } from './results';
import { sha1 } from '../../base/sha1';
import { utf8Bytes } from './utf8';

/** Names that are made of other names, always the same ones of the same. */
export const identityFunctions: FunctionFamily = {
  uniquestring: ofKnownTexts((texts, context) => computedText(uniqueString(texts.join('-')), context)),
  guid: ofKnownTexts((texts, context) => computedText(guid(texts.join('-')), context)),
};

/** `uniqueString()` of texts; undefined where one of them is not known. */
export function uniqueStringOf(values: readonly Value[]): TextValue | undefined {
  const texts = allKnownTexts(values);
  return texts && text(uniqueString(texts.join('-')));
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';
const LETTERS_OF_UNIQUE_STRING = 13;

/** The bits of the hash from the highest on, five to a letter; the last letter's missing bit is 0. */
function uniqueString(text: string): string {
  let bits = murmurHash64(utf8Bytes(text));
  let result = '';
  for (let index = 0; index < LETTERS_OF_UNIQUE_STRING; index++) {
    result += LETTERS.charAt(Number(bits >> 59n));
    bits = BigInt.asUintN(64, bits << 5n);
  }
  return result;
}

/** The namespace in which Azure makes its GUIDs. */
const NAMESPACE = '11fb06fb712d4ddd98c7e71bbd588830';

/** RFC 4122, version 5: the SHA-1 of the namespace and the name. */
function guid(name: string): string {
  const namespace = (NAMESPACE.match(/../g) ?? []).map((digits) => Number.parseInt(digits, 16));
  const bytes = sha1([...namespace, ...utf8Bytes(name)]).slice(0, 16);
  const marked = bytes.map((byte, index) => {
    if (index === 6) return (byte & 0x0f) | 0x50;
    return index === 8 ? (byte & 0x3f) | 0x80 : byte;
  });
  const digits = marked.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
