import { colorPalette, plainPalette, type Palette } from '../formats/palette';
import type { Io } from './io';

/** When output is coloured. */
export const colorModes = ['auto', 'always', 'never'] as const;
export type ColorMode = (typeof colorModes)[number];

/** What `--color` says, whose value has been checked before; `auto` without it. */
export function readColorMode(text: string | undefined): ColorMode {
  return colorModes.find((mode) => mode === text) ?? 'auto';
}

/**
 * The palette for standard output. An explicit mode wins over NO_COLOR and FORCE_COLOR (no-color.org, force-color.org:
 * any text but the empty one counts; FORCE_COLOR=0 is widely used for "no"), and those over what the terminal is.
 */
export function stdoutPalette(mode: ColorMode, io: Io): Palette {
  return isColored(mode, io) ? colorPalette : plainPalette;
}

function isColored(mode: ColorMode, { env, stdoutIsTerminal }: Io): boolean {
  if (mode !== 'auto') return mode === 'always';
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: terminal } = env;
  if (no !== undefined && no !== '') return false;
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  return stdoutIsTerminal() && terminal !== 'dumb';
}
