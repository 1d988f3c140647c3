/** What is asked: addresses, or the start of authority, which only a zone's own name has. */
export type DnsType = 'A' | 'AAAA' | 'SOA';

export interface DnsQuestion {
  /** In lower case, without a dot at its end. */
  readonly name: string;
  readonly type: DnsType;
}

/** A record of the types that matter here. */
export interface DnsRecord {
  /** In lower case, without a dot at its end. */
  readonly name: string;
  readonly type: DnsType | 'CNAME';
  /** In seconds. */
  readonly ttl: number;
  /** An address; for an alias the name that it leads to; for a start of authority the primary server. */
  readonly data: string;
  /** Of a start of authority, the mailbox of who is responsible, written as a name: `hostmaster.example.com`. */
  readonly mailbox?: string;
}

/** What a server answered to a question. */
export interface DnsAnswer {
  readonly kind: 'answer';
  /** `NOERROR`, `NXDOMAIN` and so on (RFC 1035, section 4.1.1). */
  readonly code: string;
  /** The server says that the answer is its own and no other's. */
  readonly authoritative: boolean;
  readonly records: readonly DnsRecord[];
  /** Of the section that names who is responsible, the starts of authority. */
  readonly authority: readonly DnsRecord[];
}

/** There was no answer that could be used. */
export interface NoAnswer {
  readonly kind: 'none';
  readonly reason:
    | 'silence'
    /** The system says that nothing listens there, or that no way leads there. */
    | 'unreachable'
    /** Something came, but none of it answered the question. */
    | 'strays'
    /** The answer was too long for UDP, and TCP did not work. */
    | 'noTcp'
    /** The question was left out, since time had run out. */
    | 'notAsked';
}

export type DnsOutcome = DnsAnswer | NoAnswer;

/** Asks a question. Never rejects, and always ends in bounded time. */
export type Ask = (question: DnsQuestion) => Promise<DnsOutcome>;
