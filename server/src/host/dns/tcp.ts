import { connect } from 'node:net';
import type { DnsAnswer, DnsQuestion } from '../../domain/verify/outcome';
import { encodeQuestion, readReply } from './message';
import { newId } from './new-id';
import type { DnsServer } from './server-address';

/** Asks over TCP (RFC 7766) and waits that many milliseconds for the whole answer; undefined where there is none. Never rejects. */
export function askOverTcp(
  question: DnsQuestion,
  { address, port }: DnsServer,
  wait: number,
): Promise<DnsAnswer | undefined> {
  return new Promise((resolve) => {
    const id = newId();
    const socket = connect(port, address);
    let received: Buffer = Buffer.alloc(0);
    const end = (answer: DnsAnswer | undefined): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answer);
    };
    const timer = setTimeout(() => end(undefined), wait);
    socket.on('error', () => end(undefined));
    socket.on('close', () => end(undefined));
    socket.on('connect', () => socket.write(withLength(encodeQuestion(question, id))));
    socket.on('data', (bytes) => {
      received = Buffer.concat([received, bytes]);
      const message = firstMessage(received);
      if (message === undefined) return;
      const reply = readReply(message, question, id);
      end(reply.kind === 'answer' ? reply : undefined);
    });
  });
}

/** On a stream, each message stands behind its length in two bytes (RFC 1035, section 4.2.2). */
function withLength(message: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(message.length);
  return Buffer.concat([length, message]);
}

/** Undefined until all of it is there. */
function firstMessage(received: Buffer): Buffer | undefined {
  if (received.length < 2) return undefined;
  const end = 2 + received.readUInt16BE();
  return received.length < end ? undefined : received.subarray(2, end);
}
