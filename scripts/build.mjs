// Bundles everything that ships into dist/. With --watch, bundles anew whenever a source file changes.
import { chmodSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build, context } from 'esbuild';
import { bundleOptions, existingEntryPoints, root } from './bundles.mjs';

const watch = process.argv.includes('--watch');
const bundles = existingEntryPoints();
const found = (name, source) => bundles.set(name, source);

// A Map visits what is added while it is walked: the sibling bundles that an entry asks for.
for (const [name, source] of bundles) {
  const options = bundleOptions(name, source, found);
  if (watch) {
    const watched = await context(options);
    await watched.rebuild();
    await watched.watch();
  } else {
    await build(options);
  }
}

const dist = path.join(root, 'dist');
for (const file of readdirSync(dist)) {
  if (file.endsWith('.js') && !bundles.has(file.slice(0, -'.js'.length))) rmSync(path.join(dist, file));
}
if (bundles.has('cli')) chmodSync(path.join(dist, 'cli.js'), 0o755);
console.log(`${watch ? 'Watching' : 'Built'} ${[...bundles.keys()].map((name) => `dist/${name}.js`).join(', ')}`);
