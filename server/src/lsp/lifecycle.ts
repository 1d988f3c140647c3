import {
  ErrorCodes,
  ExitNotification,
  InitializeRequest,
  Message,
  ResponseError,
  ShutdownRequest,
  type Connection,
  type MessageStrategy,
  type RequestMessage,
} from 'vscode-languageserver';

/** Under this name a refused request is handed on, so that it gets an answer. */
const refusedRequest = 'pelint/refused';

/** JSON-RPC's code, and why, for whoever writes the client. */
interface Refusal {
  readonly code: number;
  readonly message: string;
}

/**
 * Lets through what comes between `initialize` and `shutdown`. The library serves everything at any time, where LSP wants requests to be
 * refused and notifications to be passed over.
 */
export class Lifecycle implements MessageStrategy {
  private phase: 'new' | 'running' | 'ended' = 'new';

  /** Whether a client has ever begun to speak. */
  get hasBegun(): boolean {
    return this.phase !== 'new';
  }

  handleMessage: MessageStrategy['handleMessage'] = (message, next) => {
    const refusal = this.refusalOf(message);
    if (refusal === undefined) return next(message);
    if (!Message.isRequest(message)) return;
    const refused: RequestMessage = { ...message, method: refusedRequest, params: refusal };
    return next(refused);
  };

  private refusalOf(message: Message): Refusal | undefined {
    if (!Message.isRequest(message) && !Message.isNotification(message)) return undefined;
    const { method, params } = message;
    if (method === ExitNotification.method) return undefined;
    if (method === InitializeRequest.method) return this.begin(params);
    if (this.phase === 'new')
      return { code: ErrorCodes.ServerNotInitialized, message: 'The first request must be initialize.' };
    if (this.phase === 'ended') return { code: ErrorCodes.InvalidRequest, message: 'The server has been shut down.' };
    if (method === ShutdownRequest.method) this.phase = 'ended';
    return undefined;
  }

  private begin(params: unknown): Refusal | undefined {
    if (this.phase !== 'new')
      return { code: ErrorCodes.InvalidRequest, message: 'The server serves one client, once.' };
    if (!saysWhatTheClientCan(params))
      return { code: ErrorCodes.InvalidParams, message: 'initialize must say what the client is capable of.' };
    this.phase = 'running';
    return undefined;
  }
}

/** Answers what `Lifecycle` refuses. */
export function answerRefused(connection: Connection): void {
  connection.onRequest(refusedRequest, ({ code, message }: Refusal) => new ResponseError(code, message));
}

function saysWhatTheClientCan(params: unknown): boolean {
  if (typeof params !== 'object' || params === null || !('capabilities' in params)) return false;
  return typeof params.capabilities === 'object' && params.capabilities !== null;
}
