import { createHash } from 'node:crypto';
import type { Uri } from '../../base/uri';
import type { CheckHost } from '../../lint/check';

type Answer = Awaited<ReturnType<CheckHost['read']>>;

/** Reads through another host, each document once, and knows afterwards what a check has been told. */
export class Snapshot implements CheckHost {
  private readonly answers = new Map<Uri, Answer>();

  constructor(private readonly host: CheckHost) {}

  async read(uri: Uri): Promise<Answer> {
    if (this.answers.has(uri)) return this.answers.get(uri);
    const answer = await this.host.read(uri);
    this.answers.set(uri, answer);
    return answer;
  }

  pause(): Promise<void> | undefined {
    return this.host.pause?.();
  }

  /** The texts of those documents that are there. */
  get texts(): ReadonlyMap<Uri, string> {
    return new Map([...this.answers].flatMap(([uri, it]) => (typeof it === 'string' ? [[uri, it] as const] : [])));
  }

  /** What was asked for, and a fingerprint of each answer: that there is nothing is an answer, too. */
  fingerprints(): readonly (readonly [Uri, string])[] {
    return [...this.answers].map(([uri, answer]) => [uri, fingerprint(answer)]);
  }

  /** Whether each document is as it was when its fingerprint was taken. Reads no further than to the first that is not. */
  async agrees(fingerprints: readonly (readonly [Uri, string])[]): Promise<boolean> {
    for (const [uri, expected] of fingerprints) if (fingerprint(await this.read(uri)) !== expected) return false;
    return true;
  }
}

/** Short for what is not there: a check looks in many places for what may be in each of them. */
function fingerprint(answer: Answer): string {
  if (answer === undefined) return '';
  return typeof answer === 'string' ? digest(answer) : `! ${answer.message}`;
}

/** A text that no other text has. */
export function digest(text: string | Buffer): string {
  return createHash('sha256').update(text).digest('hex');
}
