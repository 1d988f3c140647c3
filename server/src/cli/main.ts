import { isCommandName, type CommandName } from './command-list';
import { failureText } from './failure';
import { processIo, type Io } from './io';

/** Runs with the arguments behind its name and returns the exit status. Throws a UsageError for wrong use. */
type Command = (args: readonly string[], io: Io) => Promise<number> | number;

/** The commands by name. Each is loaded when it runs and not before. */
const commands: Readonly<Record<CommandName, () => Promise<{ readonly run: Command }>>> = {
  check: () => import('./commands/check'),
  merge: () => import('./commands/merge'),
  fqdn: () => import('./commands/fqdn'),
  'allow-list': () => import('./commands/allow-list'),
  dns: () => import('./commands/dns'),
  checklist: () => import('./commands/checklist'),
  graph: () => import('./commands/graph'),
  verify: () => import('./commands/verify'),
  evaluate: () => import('./commands/evaluate'),
  init: () => import('./commands/init'),
  lsp: () => import('./commands/lsp'),
  rules: () => import('./commands/rules'),
  explain: () => import('./commands/explain'),
};

/** Runs the command and sets the exit status. It does not end the process, so that all that was printed arrives. */
async function main(args: readonly string[]): Promise<void> {
  const [first = '', ...rest] = args;
  try {
    const { run } = await commands[isCommandName(first) ? first : 'check']();
    const io = processIo();
    const status = await run(isCommandName(first) ? rest : args, io);
    process.exitCode = io.isBroken() ? 2 : status;
  } catch (error) {
    fail(error);
  }
}

function fail(error: unknown): void {
  process.exitCode = 2;
  processIo().err(failureText(error));
}

process.on('uncaughtException', (error) => {
  fail(error);
  process.exit();
});
void main(process.argv.slice(2));
