import type { Ask, DnsOutcome, DnsQuestion, NoAnswer } from '../../domain/verify/outcome';
import type { DnsServer } from './server-address';
import { askOverTcp } from './tcp';
import { askOverUdp } from './udp';

export interface AskOptions {
  /** The servers to ask, the preferred one first; another is asked where one says nothing. At least one. */
  readonly servers: readonly DnsServer[];
  /** How many milliseconds to wait for each answer. */
  readonly wait: number;
}

/** A question is asked at least this often over UDP, which loses packets. */
const leastTries = 2;
/** More servers than this are not tried one after the other. */
const mostTries = 3;

/** Asks DNS servers over UDP, and over TCP where an answer is cut short. */
export function createAsk({ servers, wait }: AskOptions): Ask {
  const tries = Math.min(mostTries, Math.max(leastTries, servers.length));
  return async (question) => {
    let last: NoAnswer = { kind: 'none', reason: 'unreachable' };
    for (let attempt = 0; attempt < tries; attempt++) {
      const server = servers[attempt % servers.length];
      if (server === undefined) break;
      const outcome = await askOnce(question, server, wait);
      if (outcome.kind === 'answer') return outcome;
      last = outcome;
    }
    return last;
  };
}

async function askOnce(question: DnsQuestion, server: DnsServer, wait: number): Promise<DnsOutcome> {
  const reply = await askOverUdp(question, server, wait);
  if (reply.kind !== 'truncated') return reply;
  return (await askOverTcp(question, server, wait)) ?? { kind: 'none', reason: 'noTcp' };
}
