import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { AUTHORITATIVE_ANSWER, decode, encode, TRUNCATED_RESPONSE, type Answer, type DecodedPacket } from 'dns-packet';

/** What the server does with a question. */
export interface Script {
  /** By the response code's number (RFC 1035, section 4.1.1); 0 if left out. */
  readonly code?: number;
  readonly answers?: readonly Answer[];
  readonly authorities?: readonly Answer[];
  readonly authoritative?: boolean;
  /** Over UDP the answer is cut short. */
  readonly truncated?: boolean;
  /** Nothing is sent. */
  readonly silent?: boolean;
  /** What goes wrong with the message. */
  readonly flaw?: 'id' | 'question' | 'query' | 'garbage' | 'half';
}

export interface ScriptedServer {
  readonly port: number;
  /** `TYPE name` of each question that came, over UDP and TCP. */
  readonly asked: readonly string[];
  readonly stop: () => Promise<void>;
}

export interface ServerOptions {
  readonly address?: string;
  /** Whether it listens for TCP too; it does if left out. */
  readonly tcp?: boolean;
}

/** A DNS server on a port of this machine that answers by the script: `undefined` for a name is NXDOMAIN. */
export async function startDnsServer(
  script: (type: string, name: string) => Script | undefined,
  { address = '127.0.0.1', tcp = true }: ServerOptions = {},
): Promise<ScriptedServer> {
  const asked: string[] = [];
  const scriptOf = (query: DecodedPacket): Script => {
    const { type = '', name = '' } = query.questions?.[0] ?? {};
    asked.push(`${type} ${name}`);
    return script(type, name) ?? { code: 3 };
  };
  const udp = createSocket(address.includes(':') ? 'udp6' : 'udp4');
  udp.on('message', (bytes, { port, address: from }) => {
    const query = decode(bytes);
    const reply = scriptOf(query);
    if (!reply.silent) udp.send(messageOf(query, reply, reply.truncated === true), port, from);
  });
  udp.bind(0, address);
  await once(udp, 'listening');
  const { port } = udp.address();
  const stream = tcp ? await listen(port, address, scriptOf) : undefined;
  return { port, asked, stop: () => stop(udp, stream) };
}

async function listen(port: number, address: string, scriptOf: (query: DecodedPacket) => Script): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.on('data', (bytes) => {
      const query = decode(bytes.subarray(2));
      const reply = scriptOf(query);
      if (reply.silent) return;
      const message = messageOf(query, reply, false);
      const framed = Buffer.concat([Buffer.from([message.length >> 8, message.length & 0xff]), message]);
      // In two pieces, as a network may deliver it.
      socket.write(framed.subarray(0, 1));
      setTimeout(() => socket.end(reply.flaw === 'half' ? framed.subarray(1, 20) : framed.subarray(1)), 5);
    });
  });
  server.listen(port, address);
  await once(server, 'listening');
  return server;
}

function messageOf(query: DecodedPacket, reply: Script, cut: boolean): Buffer {
  if (reply.flaw === 'garbage') return Buffer.from('no message');
  const flags = (reply.code ?? 0) | (reply.authoritative ? AUTHORITATIVE_ANSWER : 0) | (cut ? TRUNCATED_RESPONSE : 0);
  const [asked] = query.questions ?? [];
  return encode({
    type: reply.flaw === 'query' ? 'query' : 'response',
    id: ((query.id ?? 0) + (reply.flaw === 'id' ? 1 : 0)) & 0xffff,
    flags,
    questions: reply.flaw === 'question' ? [{ type: 'A', name: 'other.example' }] : asked === undefined ? [] : [asked],
    answers: cut ? [] : [...(reply.answers ?? [])],
    authorities: [...(reply.authorities ?? [])],
  });
}

async function stop(udp: Socket, stream: Server | undefined): Promise<void> {
  udp.close();
  if (stream === undefined) return;
  stream.close();
  await once(stream, 'close');
}
