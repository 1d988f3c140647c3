import assert from 'node:assert/strict';
import { Session } from '../../../../server/src/deployment/project/session';
import { randomNumbers } from '../../../support/random';

const words = ['backup', 'vhd', "'br", 'privatednszones'];
const pieces = [
  'backup',
  'BackUp',
  'back',
  'up',
  'vh',
  'd',
  "'",
  'br',
  'privateDns',
  'Zones',
  '\\u',
  '\\',
  'u',
  ' ',
  'x',
];

describe('the words that a session finds in a file', () => {
  it('are after each of many changes those that one finds that reads the file for the first time', () => {
    const random = randomNumbers(5);
    const below = (end: number): number => Math.floor(random() * end);
    for (let run = 0; run < 100; run++) {
      const session = new Session(words);
      let text = '';
      for (let edit = 0; edit < 40; edit++) {
        const start = below(text.length + 1);
        const end = start + below(Math.min(12, text.length - start + 1));
        text = text.slice(0, start) + (pieces[below(pieces.length)] ?? '') + text.slice(end);
        const found = [...session.words('file:///main.bicep', text)].sort();
        assert.deepEqual(found, [...new Session(words).words('file:///main.bicep', text)].sort(), text);
      }
    }
  });

  it('are all where something hides them', () => {
    for (const text of ["'\\u{62}ackup'", "base64ToString('YmFja3Vw')", "URIComponentToString('b%61ckup')"])
      assert.deepEqual([...new Session(words).words('file:///main.bicep', text)], words);
  });
});
