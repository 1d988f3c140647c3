import { sources } from '../data/links';
import type { Rule } from './rule';

/** Its findings are the parser's problems: the checker reports them for every file that it reads. */
export const syntaxError: Rule = {
  id: 'PE001',
  name: 'syntax-error',
  severity: 'warning',
  summary: 'The file cannot be read completely; what could be read was checked.',
  docs: {
    why: 'pelint cannot check what it cannot read, so mistakes may stay hidden there. The Bicep compiler or Azure will reject the file as it is.',
    howToFix:
      'Correct the text at the place of the finding. If the Bicep compiler or Azure accepts the file, the mistake is pelint’s: please report it.',
    sources: [sources.bicepLanguage],
    examples: [],
  },
};
