import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  fqdnsWithoutPrivateEndpoint,
  fqdnsWithPrivateEndpoint,
  type FqdnRow,
} from '../../../server/src/data/backup-fqdns';
import { sharedPath } from '../../support/shared';

describe('data: FQDNs of Azure Backup', () => {
  for (const [title, rows] of [
    ['with a private endpoint', fqdnsWithPrivateEndpoint],
    ['without one', fqdnsWithoutPrivateEndpoint],
  ] as const) {
    it(`names each pattern once ${title}`, () => {
      const names = rows.map(({ fqdn }) => fqdn);
      assert.equal(new Set(names).size, names.length);
    });
  }

  it('has the names and ports of the primary source, in its order', function () {
    const path = sharedPath('domain', 'private-endpoints-v2-overview.md');
    if (path === undefined) this.skip();
    const [without, withEndpoint] = domainTables(readFileSync(path, 'utf8'));
    assert.deepEqual(fqdnsWithoutPrivateEndpoint.map(asPrinted), without);
    assert.deepEqual(fqdnsWithPrivateEndpoint.map(asPrinted), withEndpoint);
  });
});

/** The tables "Service | Domain name | Port" of the article, a line for each name in code style. */
function domainTables(article: string): string[][] {
  const [, ...tables] = article.split('| Service | Domain name | Port |');
  return tables.map((table) => {
    const [rows = ''] = table.split('\n\n');
    return rows
      .split('\n')
      .slice(2)
      .flatMap((row) => {
        const [, service = '', names = '', port = ''] = row.split('|').map((cell) => cell.trim());
        return [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => `${service} ${name} ${port.slice(0, 3)}`);
      });
  });
}

function asPrinted({ service, fqdn, ports }: FqdnRow): string {
  const name = fqdn
    .replace('{geo}', '<geo>')
    .replace('{backupDomain}', 'windowsazure.com')
    .replace('{storageSuffix}', 'core.windows.net');
  return `${service} ${name} ${ports.join(',')}`;
}
