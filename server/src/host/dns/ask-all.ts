import type { Ask, DnsOutcome, DnsQuestion } from '../../domain/verify/outcome';

export interface AskLimits {
  /** How many questions wait for an answer at a time. */
  readonly atOnce: number;
  /** After that many milliseconds no further question is asked. */
  readonly within: number;
  /** Milliseconds since some moment. */
  readonly now: () => number;
}

/**
 * Asks all questions, some at a time, and returns the outcomes in their order. Where the first round is not answered at all, or time has
 * run out, the others are not asked.
 */
export async function askAll(
  questions: readonly DnsQuestion[],
  ask: Ask,
  { atOnce, within, now }: AskLimits,
): Promise<readonly DnsOutcome[]> {
  const outcomes: DnsOutcome[] = questions.map(() => ({ kind: 'none', reason: 'notAsked' }));
  const queue = questions.entries();
  const end = now() + within;
  let answered = false;
  let unanswered = 0;
  const goesOn = (): boolean => now() < end && (answered || unanswered < atOnce);
  const worker = async (): Promise<void> => {
    while (goesOn()) {
      const next = queue.next();
      if (next.done === true) return;
      const [index, question] = next.value;
      const outcome = await ask(question);
      outcomes[index] = outcome;
      if (outcome.kind === 'answer') answered = true;
      else unanswered += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return outcomes;
}
