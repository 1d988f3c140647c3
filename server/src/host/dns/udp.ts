import { createSocket } from 'node:dgram';
import { isIPv6 } from 'node:net';
import type { DnsQuestion } from '../../domain/verify/outcome';
import { encodeQuestion, readReply, type Reply } from './message';
import { newId } from './new-id';
import type { DnsServer } from './server-address';

/** What came of one question over UDP. */
export type UdpReply =
  Exclude<Reply, { kind: 'stray' }> | { readonly kind: 'none'; readonly reason: 'silence' | 'strays' | 'unreachable' };

/**
 * Asks once over UDP and waits that many milliseconds. The socket is connected, so that the system passes on only what comes from the
 * server's own address and port, and says so where nothing listens there. Never rejects.
 */
export function askOverUdp(question: DnsQuestion, { address, port }: DnsServer, wait: number): Promise<UdpReply> {
  return new Promise((resolve) => {
    const id = newId();
    const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4');
    let strays = 0;
    const timer = setTimeout(() => end({ kind: 'none', reason: strays > 0 ? 'strays' : 'silence' }), wait);
    const end = (reply: UdpReply): void => {
      clearTimeout(timer);
      socket.removeAllListeners().on('error', ignore);
      socket.close();
      resolve(reply);
    };
    socket.on('error', () => end({ kind: 'none', reason: 'unreachable' }));
    socket.on('message', (bytes) => {
      const reply = readReply(bytes, question, id);
      if (reply.kind === 'stray') strays += 1;
      else end(reply);
    });
    socket.connect(port, address, () => socket.send(encodeQuestion(question, id)));
  });
}

/** An error may still be on its way when the answer is there. */
function ignore(): void {}
