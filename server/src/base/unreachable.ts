/** For the `default` of an exhaustive switch: a compile error when a case is forgotten, an exception if one slips through. */
export function unreachable(value: never): never {
  throw new Error(`Unexpected ${JSON.stringify(value)}`);
}
