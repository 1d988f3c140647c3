const signals = ['SIGINT', 'SIGTERM'] as const;

/**
 * Does something at once that must not be left half done: where the user ends the process meanwhile, it ends right after. Where someone
 * else decides what a signal means, this does not.
 */
export function uninterrupted<T>(action: () => T): T {
  const held = signals.filter((signal) => process.listenerCount(signal) === 0);
  const end = (_: NodeJS.Signals, number: number): void => {
    process.exit(128 + number);
  };
  for (const signal of held) process.on(signal, end);
  try {
    return action();
  } finally {
    // A signal that has come is told of between one turn of the event loop and the next, which is the second from here at the latest.
    setImmediate(() => {
      setImmediate(() => {
        for (const signal of held) process.off(signal, end);
      });
    });
  }
}
