// The language server with two rules more, which fail: `node --import tsx failing-server.ts --stdio`.
import '../../server/src/lsp/node';
import { rules } from '../../server/src/rules/index';
import type { Rule } from '../../server/src/rules/rule';

const failing: Rule = {
  id: 'PE999',
  name: 'out-of-paper',
  severity: 'error',
  summary: 'This rule fails.',
  docs: { why: '', howToFix: '', sources: [], examples: [] },
  check: ({ topology }) => {
    if (topology.zones.length > 0) throw new Error('out of paper');
    return [];
  },
};

/** Once it has seen a template with several resources, it takes a whole check down with it, as no rule should be able to. */
class Breaking implements Rule {
  readonly name = 'out-of-order';
  readonly severity = 'error';
  readonly summary = 'This rule breaks what it is checked with.';
  readonly docs = failing.docs;
  private breaks = false;

  get id(): Rule['id'] {
    if (!this.breaks) return 'PE998';
    this.breaks = false;
    throw new Error('out of order');
  }

  readonly check: NonNullable<Rule['check']> = ({ deployment }) => {
    this.breaks = deployment.resources.length > 1;
    return [];
  };
}

// The list is not to be changed by anyone else; before the server has read its first message, it is still in time.
(rules as Rule[]).push(failing, new Breaking());
