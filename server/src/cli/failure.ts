/** What is said of an error that ends a command, or one of its runs; with an end of line. */
export function failureText(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  // Each command is a bundle with its own copy of the class UsageError, so only the name tells.
  if (error instanceof Error && error.name === 'UsageError') return `pelint: ${text}\n`;
  const trace = error instanceof Error ? (error.stack ?? text) : text;
  const where = process.env['PELINT_DEBUG'] === undefined ? 'Set PELINT_DEBUG=1 to see where.' : trace;
  return `pelint has crashed, which is its own mistake: ${text}\n${where}\n`;
}
