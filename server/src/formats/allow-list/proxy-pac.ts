import type { FqdnEntry } from '../../domain/fqdns/expected-fqdns';
import { single } from '../artefact';
import { domainSuffixes } from './domain-suffixes';
import { originOf, type AllowListExporter } from './input';

/**
 * A proxy auto-configuration file: names with private addresses go past the proxy, the public ones of the list through it, everything else
 * goes as if there were none. It is written for the oldest engines that read such files.
 */
export const proxyPac: AllowListExporter = (input) => {
  const of = (kind: FqdnEntry['resolvesTo']): string[] =>
    list(domainSuffixes(input.entries.filter(({ resolvesTo }) => resolvesTo === kind)));
  return single([
    `// ${originOf(input)}`,
    'function FindProxyForURL(url, host) {',
    `  var proxy = 'PROXY ${input.proxy}';`,
    '  // They resolve to private addresses, which no proxy elsewhere can reach.',
    '  var past = [',
    ...of('private'),
    '  ];',
    '  var through = [',
    ...of('public'),
    '  ];',
    '  host = host.toLowerCase();',
    '  function isIn(names) {',
    '    for (var i = 0; i < names.length; i++) {',
    '      var name = names[i];',
    "      var isEnd = name.charAt(0) === '.' && ('.' + host).slice(-name.length) === name;",
    '      if (isEnd || host === name) return true;',
    '    }',
    '    return false;',
    '  }',
    "  if (isIn(past)) return 'DIRECT';",
    "  return isIn(through) ? proxy : 'DIRECT';",
    '}',
  ]);
};

function list(names: readonly string[]): string[] {
  return names.map((name, index) => `    '${name}'${index < names.length - 1 ? ',' : ''}`);
}
