// One cold run of the Bicep reader for parse.ts: parses all Bicep files below a folder once and keeps the trees.
// Prints MB/s of UTF-8, from the first call on, files already read.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseBicep } from '../../server/src/syntax/bicep/parse';

const folder = process.argv[2] ?? '.';
const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.bicep'))
  .map((file) => readFileSync(path.join(folder, file), 'utf8'));
const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
const start = performance.now();
const results = texts.map(parseBicep);
const seconds = (performance.now() - start) / 1000;
if (results.length > 0) console.log(String(bytes / 1e6 / seconds));
