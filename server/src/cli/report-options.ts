import { findingFormatNames } from '../formats/findings/formats';
import { colorModes } from './color';
import type { OptionSpec } from './options';

/** How findings are printed, and where. */
export const printingOptions = [
  { name: 'format', value: 'FORMAT', choices: findingFormatNames, help: 'How findings are printed; may be repeated.' },
  { name: 'output', value: 'FILE', help: 'Where the --format before it goes instead of standard output.' },
  { name: 'color', value: 'WHEN', choices: colorModes, help: 'Colour the findings.' },
  { name: 'quiet', help: 'Print errors only; the exit status stays the same.' },
] as const satisfies readonly OptionSpec[];

/** What decides the exit status besides the findings. */
export const judgingOptions = [
  { name: 'max-warnings', value: 'N', help: 'Fail if there are more warnings than this.' },
  { name: 'exit-zero', help: 'Exit with 0 even if there are findings.' },
  { name: 'strict', help: 'Fail if any file could not be read.' },
] as const satisfies readonly OptionSpec[];
