import type { CancellationToken, Disposable } from 'vscode-languageserver';

/** Waits for something, but no longer than the client does. */
export async function whileWanted(work: Promise<unknown>, token: CancellationToken): Promise<void> {
  if (token.isCancellationRequested) return;
  let listening: Disposable | undefined;
  const givenUp = new Promise<void>((resolve) => {
    listening = token.onCancellationRequested(() => resolve());
  });
  try {
    await Promise.race([work, givenUp]);
  } finally {
    listening?.dispose();
  }
}
