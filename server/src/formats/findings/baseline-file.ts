/** A finding that was there when the baseline was written. */
export interface BaselineEntry {
  /** As seen from the folder of the baseline, with forward slashes. */
  readonly file: string;
  /** The ID of the rule. */
  readonly rule: string;
  /** Tells the finding from the others of its rule, and stays the same when its line moves. */
  readonly fingerprint: string;
}

/** The version of the file's shape. Another one is refused: taking it for this one would hide the wrong findings. */
const version = 1;

/** Reads a baseline. The problem, if there is one, completes "cannot use the baseline FILE: …". */
export function parseBaseline(text: string): { entries: readonly BaselineEntry[] } | { problem: string } {
  const document = parseJson(text);
  if (document === undefined) return { problem: 'it is no JSON' };
  if (!isObject(document) || document['version'] === undefined) return { problem: 'it has no version' };
  if (document['version'] !== version) {
    const found = JSON.stringify(document['version']);
    return { problem: `it has version ${found}, and this pelint reads version ${version}` };
  }
  const { findings } = document;
  if (!Array.isArray(findings)) return { problem: 'its "findings" are no list' };
  const entries = findings.flatMap((it: unknown) => entryOf(it) ?? []);
  if (entries.length < findings.length) {
    return { problem: 'one of its "findings" is without "file", "rule" or "fingerprint"' };
  }
  // A merge of two branches may have left one twice.
  return { entries: [...new Map(entries.map((entry) => [entryKey(entry), entry])).values()] };
}

/** Writes a baseline: one finding a line and sorted, so that a diff shows what came and went. */
export function formatBaseline(entries: readonly BaselineEntry[]): string {
  const rows = [...entries].sort(compareEntries).map(row);
  const list = rows.length === 0 ? '[]' : `[\n${rows.join(',\n')}\n  ]`;
  return `{\n  "version": ${version},\n  "findings": ${list}\n}\n`;
}

/** Equal for entries that mean the same finding. */
export function entryKey({ file, rule, fingerprint }: BaselineEntry): string {
  return `${file}\0${rule}\0${fingerprint}`;
}

function row({ file, rule, fingerprint }: BaselineEntry): string {
  const members = Object.entries({ file, rule, fingerprint });
  return `    { ${members.map(([name, value]) => `"${name}": ${JSON.stringify(value)}`).join(', ')} }`;
}

function compareEntries(a: BaselineEntry, b: BaselineEntry): number {
  const [left, right] = [entryKey(a), entryKey(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function entryOf(value: unknown): BaselineEntry | undefined {
  if (!isObject(value)) return undefined;
  const { file, rule, fingerprint } = value;
  const isWhole = typeof file === 'string' && typeof rule === 'string' && typeof fingerprint === 'string';
  return isWhole ? { file, rule, fingerprint } : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
