/** As much of `node:assert` as the suites use, for the web worker, where Node's modules are absent. */
function ok(value: unknown, message?: string): asserts value {
  if (!value) throw new Error(message ?? `${JSON.stringify(value)} is not true`);
}

function equal(actual: unknown, expected: unknown, message = ''): void {
  ok(Object.is(actual, expected), `${message} ${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`);
}

/** Compares what JSON says of the two: the suites compare nothing else. */
function deepEqual(actual: unknown, expected: unknown, message = ''): void {
  equal(JSON.stringify(actual), JSON.stringify(expected), message);
}

function match(text: string, wanted: RegExp, message = ''): void {
  ok(wanted.test(text), `${message} ${JSON.stringify(text)} does not match ${wanted.source}`);
}

export const strict = Object.assign(ok, { ok, equal, deepEqual, match });
