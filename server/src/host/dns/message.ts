import { decode, encode, RECURSION_DESIRED, type Answer, type DecodedPacket, type SoaData } from 'dns-packet';
import type { DnsAnswer, DnsQuestion, DnsRecord } from '../../domain/verify/outcome';

/** The bytes of a question, as UDP carries them. `id` has 16 bits. */
export function encodeQuestion({ name, type }: DnsQuestion, id: number): Buffer {
  return encode({ type: 'query', id, flags: RECURSION_DESIRED, questions: [{ name, type, class: 'IN' }] });
}

/** What a message is to a question: its answer, an answer cut short, or nothing to do with it. */
export type Reply = DnsAnswer | { readonly kind: 'truncated' } | { readonly kind: 'stray' };

/** Reads a message as the reply to a question. Whatever is malformed, or has another ID or question, is a stray. */
export function readReply(bytes: Buffer, { name, type }: DnsQuestion, id: number): Reply {
  const packet = decoded(bytes);
  // Of a failure, some servers do not repeat the question (RFC 1035 asks for it, RFC 8906 tells of those that do not).
  const [asked, ...others] = packet?.questions ?? [];
  const isOurs =
    packet !== undefined &&
    packet.type === 'response' &&
    packet.id === id &&
    others.length === 0 &&
    (asked === undefined ? failed(packet) : plainName(asked.name) === name && asked.type === type);
  if (!isOurs) return { kind: 'stray' };
  if (packet.flag_tc) return { kind: 'truncated' };
  return {
    kind: 'answer',
    code: codeOf(packet),
    authoritative: packet.flag_aa,
    records: recordsOf(packet.answers),
    authority: recordsOf(packet.authorities).filter((record) => record.type === 'SOA'),
  };
}

function decoded(bytes: Buffer): DecodedPacket | undefined {
  try {
    return decode(bytes);
  } catch {
    // Anyone on the way can send bytes that are no message.
    return undefined;
  }
}

/** The library reads the code, but its types do not tell. */
function codeOf(packet: DecodedPacket): string {
  return 'rcode' in packet && typeof packet.rcode === 'string' ? packet.rcode : 'NOERROR';
}

function failed(packet: DecodedPacket): boolean {
  return codeOf(packet) !== 'NOERROR';
}

function recordsOf(answers: readonly Answer[] = []): DnsRecord[] {
  return answers.flatMap((answer): DnsRecord[] => {
    const { name } = answer;
    switch (answer.type) {
      case 'A':
      case 'AAAA':
        return [{ name: plainName(name), type: answer.type, ttl: answer.ttl ?? 0, data: answer.data }];
      case 'CNAME':
        return [{ name: plainName(name), type: 'CNAME', ttl: answer.ttl ?? 0, data: plainName(answer.data) }];
      case 'SOA':
        return [startOfAuthority(plainName(name), answer.ttl ?? 0, answer.data)];
      default:
        return [];
    }
  });
}

function startOfAuthority(name: string, ttl: number, { mname, rname }: SoaData): DnsRecord {
  return { name, type: 'SOA', ttl, data: plainName(mname), mailbox: plainName(rname) };
}

/** The root is the empty name. */
function plainName(name: string): string {
  return name.replace(/\.$/, '').toLowerCase();
}
