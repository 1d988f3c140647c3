import { CancellationToken, ResponseError } from 'vscode-languageserver';

/** Where failures are said. */
export interface Log {
  error(message: string): void;
}

/**
 * Makes a handler that never fails: what it throws is logged with `name`, and `fallback` is the answer. A `ResponseError`
 * is an answer of its own and passes through. A request that was cancelled meanwhile is answered with `fallback`, too.
 */
export function safely<Params, Result>(
  log: Log,
  name: string,
  fallback: Result,
  handler: (params: Params, token: CancellationToken) => Result | Promise<Result>,
): (params: Params, token?: CancellationToken) => Promise<Result> {
  return async (params, token = CancellationToken.None) => {
    try {
      const result = await handler(params, token);
      return token.isCancellationRequested ? fallback : result;
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      log.error(`${name} failed: ${describe(error)}`);
      return fallback;
    }
  };
}

/** An exception as text, with its stack where it has one. */
export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
