import assert from 'node:assert/strict';
import { stdoutPalette, type ColorMode } from '../../../server/src/cli/color';
import { plainPalette } from '../../../server/src/formats/palette';
import { memoryIo } from './memory-io';

describe('stdoutPalette', () => {
  const table: readonly (readonly [
    mode: ColorMode,
    terminal: boolean,
    env: Record<string, string>,
    colored: boolean,
  ])[] = [
    ['auto', true, {}, true],
    ['auto', false, {}, false],
    ['auto', true, { TERM: 'dumb' }, false],
    ['auto', true, { NO_COLOR: '1' }, false],
    ['auto', true, { NO_COLOR: '' }, true],
    ['auto', false, { FORCE_COLOR: '1' }, true],
    ['auto', true, { FORCE_COLOR: '0' }, false],
    ['auto', false, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    ['always', false, { NO_COLOR: '1' }, true],
    ['never', true, { FORCE_COLOR: '1' }, false],
  ];
  for (const [mode, terminal, env, colored] of table) {
    it(`${mode}, ${terminal ? 'a terminal' : 'a pipe'}, ${JSON.stringify(env)}: ${colored ? 'coloured' : 'plain'}`, () => {
      const io = { ...memoryIo('/', '', env), stdoutIsTerminal: () => terminal };
      assert.equal(stdoutPalette(mode, io) !== plainPalette, colored);
    });
  }
});
