import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { repositoryRoot } from '../../support/repository';
import { temporaryFolder } from '../../support/temporary-folder';

describe('uninterrupted', () => {
  const folder = temporaryFolder();
  after(folder.remove);
  const source = pathToFileURL(path.join(repositoryRoot, 'server/src/host/uninterrupted.ts')).href;

  for (const [signal, status] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    it(`ends the process after the action when ${signal} comes during it, and not much later`, () => {
      const [whole, late] = [path.join(folder.path, `${signal}.whole`), path.join(folder.path, `${signal}.late`)];
      const script = folder.write(
        `${signal}.mts`,
        `import { writeFileSync } from 'node:fs';
import { uninterrupted } from '${source}';
uninterrupted(() => {
  process.kill(process.pid, '${signal}');
  writeFileSync('${whole}', 'whole');
});
setTimeout(() => writeFileSync('${late}', ''), 2000);
`,
      );
      const result = spawnSync(process.execPath, ['--import', 'tsx', script], { cwd: repositoryRoot });
      assert.equal(result.status, status, String(result.stderr));
      assert.equal(readFileSync(whole, 'utf8'), 'whole');
      assert.ok(!existsSync(late));
    });
  }

  it('leaves signals alone afterwards', async () => {
    const { uninterrupted } = await import('../../../server/src/host/uninterrupted');
    const before = process.listenerCount('SIGINT');
    assert.equal(
      uninterrupted(() => 1),
      1,
    );
    await new Promise((resolve) => setTimeout(resolve, 10));
    assert.equal(process.listenerCount('SIGINT'), before);
  });
});
