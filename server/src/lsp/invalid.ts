import { ErrorCodes, ResponseError } from 'vscode-languageserver';

/** The answer to a request that cannot be served as it was put; the message is shown to the user. */
export function invalid(message: string): ResponseError<undefined> {
  return new ResponseError(ErrorCodes.InvalidParams, message);
}
