import type { Uri } from '../../base/uri';
import type { CheckHost, CheckOptions, CheckRequest, CheckResult } from '../../lint/check';

/** What a thread is to check: a request without what cannot be sent, and the texts that are known already. */
export interface Work {
  readonly request: Omit<CheckRequest, 'now' | 'options'> & {
    readonly options: Omit<CheckOptions, 'syntaxErrors'>;
  };
  /** Whether it is to be told how long things take. */
  readonly isTimed: boolean;
  readonly texts: ReadonlyMap<Uri, string>;
}

/** What a thread says: it needs a document, or it is done. */
export type FromThread =
  { readonly kind: 'read'; readonly uri: Uri } | { readonly kind: 'done'; readonly result: ThreadResult };

/** A result without the texts, which all came from the main thread. */
export type ThreadResult = Omit<CheckResult, 'texts'>;

/** A document that a thread has asked for. */
export interface ToThread {
  readonly uri: Uri;
  readonly answer: Awaited<ReturnType<CheckHost['read']>>;
}
