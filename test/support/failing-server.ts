// The language server with one rule more, which fails: `node --import tsx failing-server.ts --stdio`.
import '../../server/src/lsp/node';
import { rules } from '../../server/src/rules/index';
import type { Rule } from '../../server/src/rules/rule';

const failing: Rule = {
  id: 'PE999',
  name: 'out-of-paper',
  severity: 'error',
  summary: 'This rule fails.',
  docs: { why: '', howToFix: '', sources: [], examples: [] },
  check: () => {
    throw new Error('out of paper');
  },
};

// The list is not to be changed by anyone else; before the server has read its first message, it is still in time.
(rules as Rule[]).push(failing);
