/** Letters beyond ASCII are in no word that is looked for. */
const ALPHABET = 128;

/** Where a search stands: what it has read ends with the first letters of some words. */
interface State {
  /** By the next letter of such a word. */
  readonly next: Map<number, number>;
  /** The words that end here. */
  ends: readonly string[];
}

/**
 * Looks for many words in a text at once, in whatever case: each character is looked at once, however many words there are. See A. Aho,
 * M. Corasick, Efficient string matching, Communications of the ACM 18 (6), 1975.
 */
export class WordSearch {
  /** Where each state leads, by the character that comes next. Where a word ends, it is the complement of the state. */
  private readonly table: Int16Array;
  private readonly states: readonly State[];

  /** `words` are in lower case and ASCII. */
  constructor(words: readonly string[]) {
    this.states = statesOf(words);
    this.table = new Int16Array(this.states.length * ALPHABET);
    this.connect();
  }

  /** The words that stand in a text, be it within others. */
  find(text: string): ReadonlySet<string> {
    const found = new Set<string>();
    const { table } = this;
    let state = 0;
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      state = code < ALPHABET ? (table[state * ALPHABET + code] ?? 0) : 0;
      if (state >= 0) continue;
      state = ~state;
      for (const word of this.states[state]?.ends ?? []) found.add(word);
    }
    return found;
  }

  /** Fills the table, the states that fewer letters lead to first. */
  private connect(): void {
    /** What is still true of a state when none of its words goes on: the longest end of its letters with which another word begins. */
    const fallbacks = new Map<number, number>();
    const order = [0];
    for (const state of order) {
      const fallback = fallbacks.get(state);
      if (fallback !== undefined)
        this.table.copyWithin(state * ALPHABET, fallback * ALPHABET, (fallback + 1) * ALPHABET);
      for (const [code, next] of this.states[state]?.next ?? []) {
        const otherwise = this.table[state * ALPHABET + code] ?? 0;
        const rest = otherwise < 0 ? ~otherwise : otherwise;
        fallbacks.set(next, rest);
        order.push(next);
        this.lead(state, code, next, this.states[rest]?.ends ?? []);
      }
    }
  }

  private lead(from: number, code: number, to: number, alsoEnding: readonly string[]): void {
    const state = this.states[to];
    if (!state) return;
    state.ends = [...state.ends, ...alsoEnding];
    const target = state.ends.length > 0 ? ~to : to;
    this.table[from * ALPHABET + code] = target;
    this.table[from * ALPHABET + String.fromCharCode(code).toUpperCase().charCodeAt(0)] = target;
  }
}

/** A state for each beginning of a word; the first is that of none. */
function statesOf(words: readonly string[]): readonly State[] {
  const newState = (): State => ({ next: new Map<number, number>(), ends: [] });
  const states = [newState()];
  for (const word of new Set(words)) {
    let state = states[0];
    for (let index = 0; index < word.length; index++) {
      const code = word.charCodeAt(index);
      const next: number = state?.next.get(code) ?? states.push(newState()) - 1;
      state?.next.set(code, next);
      state = states[next];
    }
    if (state) state.ends = [word];
  }
  return states;
}
