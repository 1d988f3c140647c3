import { CancellationToken, LSPErrorCodes, ResponseError, type Position } from 'vscode-languageserver';

/** Where failures are said. */
export interface Log {
  /** `what` failed; the details, to be read right behind it, tell where and why. */
  failed(what: string, details: string): void;
}

/**
 * Makes a handler that never fails: what it throws is told with `name`, and `fallback` is the answer. A `ResponseError`
 * is an answer of its own and passes through. A request that was cancelled meanwhile is answered as such, whatever came out.
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
      if (!token.isCancellationRequested) return result;
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      log.failed(name, `${placeIn(params)}: ${describe(error)}`);
      return fallback;
    }
    throw new ResponseError(LSPErrorCodes.RequestCancelled, `${name} was cancelled.`);
  };
}

/** Where a request asked, as ` at URI:LINE:CHARACTER` with both from 1, as far as it says. */
function placeIn(params: unknown): string {
  if (typeof params !== 'object' || params === null) return '';
  const { textDocument, position, range } = params as Partial<Record<string, Readonly<Record<string, unknown>>>>;
  if (typeof textDocument?.['uri'] !== 'string') return '';
  const start = (position ?? range?.['start']) as { readonly line?: unknown; readonly character?: unknown } | undefined;
  const { line, character } = start ?? {};
  const isPosition = typeof line === 'number' && typeof character === 'number';
  return atPlace(textDocument['uri'], isPosition ? { line, character } : undefined);
}

/** A place as the log has it: ` at URI:LINE:CHARACTER`, both from 1. */
export function atPlace(uri: string, start: Position | undefined): string {
  return ` at ${uri}${start ? `:${start.line + 1}:${start.character + 1}` : ''}`;
}

/** An exception as text, with its stack where it has one. */
export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
