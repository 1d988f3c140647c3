import { sources } from '../data/links';
import type { Rule } from './rule';

/** Its findings are the parser's problems: the checker reports them for every file that it reads. */
export const syntaxError: Rule = {
  id: 'PE001',
  name: 'syntax-error',
  severity: 'warning',
  summary: 'The file cannot be read completely; what could be read was checked.',
  docs: {
    why: 'What pelint cannot read, it cannot check. The compiler or Azure will refuse the file as it is.',
    howToFix: 'Correct the text at the place of the finding.',
    sources: [sources.bicepLanguage],
    examples: [],
  },
};
