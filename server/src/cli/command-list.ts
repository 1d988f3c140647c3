/** The commands, without loading them. `check` is the one meant when none is named. */
export const commandSummaries = {
  check: 'Find what would not work in Bicep and ARM templates (the command when none is named).',
  merge: 'Put the reports of several runs together, such as those of shards.',
  fqdn: 'Print the FQDNs that Azure Backup needs in a region behind private endpoints.',
  'allow-list': 'Print rules that let Azure Backup through a firewall or proxy.',
  dns: 'Print what a DNS server or Azure needs so that the names of Azure Backup resolve privately.',
  checklist: 'Print what to make sure of that no template shows, filled in with what a template tells.',
  graph: 'Draw what a template deploys for private endpoints, with the findings on the parts that they concern.',
  verify: 'Ask a DNS server whether the names of Azure Backup resolve to private addresses.',
  evaluate: 'Print what a template would deploy, as far as that can be known before.',
  init: 'Look at the templates here, and propose a configuration file.',
  lsp: 'Serve an editor that speaks the Language Server Protocol.',
  rules: 'List the rules.',
  explain: 'Say what a rule finds, why it matters and how to fix it.',
} as const;

export type CommandName = keyof typeof commandSummaries;

export function isCommandName(text: string): text is CommandName {
  return Object.hasOwn(commandSummaries, text);
}
