// Bundles everything that ships into dist/. With --watch, bundles anew whenever a source file changes.
import { chmodSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, context } from 'esbuild';
import { bundleOptions, entryPoints, root } from './bundles.mjs';
import { thirdPartyNotices } from './notices.mjs';

const watch = process.argv.includes('--watch');
const dist = path.join(root, 'dist');
const bundles = entryPoints();
const metafiles = [];

// A Map visits what is added while it is walked: the sibling bundles that an entry asks for.
for (const [name, source] of bundles) {
  const options = bundleOptions(name, source, (sibling, target) => bundles.set(sibling, target));
  const { metafile } = watch ? await bundleAndWatch(options) : await build(options);
  metafiles.push(metafile);
}

writeFileSync(path.join(dist, 'THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(metafiles));
for (const file of readdirSync(dist)) {
  if (file.endsWith('.js') && !bundles.has(file.slice(0, -'.js'.length))) rmSync(path.join(dist, file));
}
chmodSync(path.join(dist, 'cli.js'), 0o755);
console.log(`${watch ? 'Watching' : 'Built'} ${[...bundles.keys()].map((name) => `dist/${name}.js`).join(', ')}`);

async function bundleAndWatch(options) {
  const watched = await context(options);
  const result = await watched.rebuild();
  await watched.watch();
  return result;
}
