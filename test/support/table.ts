/** The rows of a table of tab-separated values whose first line names the columns. */
export function readTable(text: string): Record<string, string>[] {
  const [header = '', ...lines] = text.split(/\r?\n/).filter((line) => line !== '');
  const names = header.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(names.map((name, column) => [name, cells[column] ?? '']));
  });
}
