import { strict as assert } from 'node:assert';
import { LineIndex, type PositionEncoding } from '../../../server/src/base/line-index';

const text = 'eins\r\nzwei €\rdrei 😀\n\nfünf';
const lines = ['eins', 'zwei €', 'drei 😀', '', 'fünf'];

describe('LineIndex', () => {
  for (const encoding of ['utf-8', 'utf-16', 'utf-32'] satisfies PositionEncoding[]) {
    const index = new LineIndex(text, encoding);

    it(`finds the way back from every position of a line (${encoding})`, () => {
      for (const [line, content] of lines.entries()) {
        const start = index.lineStart(line);
        for (let end = 0; end <= content.length; end += (content.codePointAt(end) ?? 0) > 0xffff ? 2 : 1)
          assert.equal(index.offsetAt(index.positionAt(start + end)), start + end);
      }
    });

    it(`takes a character behind the end of a line for its end, before CR and LF (${encoding})`, () => {
      for (const [line, content] of lines.entries())
        assert.equal(index.offsetAt({ line, character: 99 }), index.lineStart(line) + content.length, content);
    });

    it(`takes a line behind the text for its end, and one before it for its start (${encoding})`, () => {
      assert.equal(index.offsetAt({ line: 99, character: 3 }), text.length);
      assert.equal(index.offsetAt({ line: -1, character: 3 }), 0);
    });
  }
});
