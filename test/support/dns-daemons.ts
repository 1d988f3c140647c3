import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { askOverUdp } from '../../server/src/host/dns/udp';
import { programEnvironment } from './program';
import { temporaryFolder } from './temporary-folder';

/** A real DNS server that runs on this machine. */
export interface Daemon {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/** The files beside the configuration, by name. */
type Files = Readonly<Record<string, string>>;

/** Starts dnsmasq with these lines of configuration, and no others. */
export function startDnsmasq(configuration: string): Promise<Daemon> {
  return start('dnsmasq', {}, (port) => ({
    configuration: `port=${port}\nlisten-address=127.0.0.1\nbind-interfaces\nno-resolv\nno-hosts\nuser=\ngroup=\npid-file=\n${configuration}`,
    args: (file) => ['--keep-in-foreground', `--conf-file=${file}`],
  }));
}

/** Starts Unbound with this configuration, whose first lines may go on with the clause `server:`. */
export function startUnbound(configuration: string): Promise<Daemon> {
  return start('unbound', {}, (port) => ({
    configuration: `server:
  interface: 127.0.0.1@${port}
  username: ""
  chroot: ""
  pidfile: ""
  use-syslog: no
  module-config: "iterator"
  do-not-query-localhost: no
${configuration}
remote-control:
  control-enable: no
`,
    args: (file) => ['-d', '-c', file],
  }));
}

/** Starts BIND with these options and clauses. */
export function startBind(options: string, clauses: string, files: Files): Promise<Daemon> {
  return start('named', files, (port, folder) => ({
    configuration: `options {
  directory "${folder}";
  listen-on port ${port} { 127.0.0.1; };
  listen-on-v6 { none; };
  pid-file none;
  session-keyfile none;
  dnssec-validation no;
  ${options}
};
controls { };
${clauses}`,
    args: (file) => ['-g', '-c', file, '-n', '1'],
  }));
}

interface Setup {
  readonly configuration: string;
  readonly args: (file: string) => readonly string[];
}

async function start(name: string, files: Files, setup: (port: number, folder: string) => Setup): Promise<Daemon> {
  const port = await freePort();
  const folder = temporaryFolder(files);
  const { configuration, args } = setup(port, folder.path);
  const child = spawn(name, args(folder.write('server.conf', configuration)), {
    cwd: folder.path,
    env: programEnvironment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => output.push(String(text)));
  const ended = once(child, 'exit');
  const stop = async (): Promise<void> => {
    if (child.exitCode === null) child.kill('SIGKILL');
    await ended;
    folder.remove();
  };
  for (let attempt = 0; attempt < 100; attempt++) {
    if (child.exitCode !== null) break;
    // Any answer will do, a refusal too; and a server that looks for one is there.
    const reply = await askOverUdp({ name: 'ready.test', type: 'A' }, { address: '127.0.0.1', port }, 500);
    if (reply.kind !== 'none' || reply.reason === 'silence') return { port, stop };
    await sleep(100);
  }
  await stop();
  throw new Error(`${name} did not start:\n${output.join('')}\n${configuration}`);
}

async function freePort(): Promise<number> {
  const socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address();
  socket.close();
  return port;
}
