import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { withGeneratedPart } from './between-marks';
import type { GeneratedFile } from './generated-file';

const args = ['check', 'examples/backup-private-endpoint', '--color', 'never'];

/** The picture in the README: what the command, run from its sources, really says of the example. */
export function demonstration(root: string): GeneratedFile[] {
  const main = path.join(root, 'server/src/cli/main.ts');
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', main, ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 1) throw new Error(`The example should have findings, but pelint ended with ${status}: ${stderr}`);
  const picture = `\`\`\`text\n$ pelint ${args.slice(0, 2).join(' ')}\n\n${stdout.trim()}\n\`\`\``;
  return [['README.md', withGeneratedPart(root, 'README.md', 'demo', picture)]];
}
