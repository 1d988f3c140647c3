import assert from 'node:assert/strict';
import { clouds } from '../../../server/src/data/clouds';
import { ENVIRONMENTS, type EnvironmentFacts } from '../../../server/src/data/environments';

describe('data: clouds', () => {
  it('has each cloud and each suffix once', () => {
    for (const column of ['cloud', 'displayName', 'backupDomain', 'storageSuffix', 'loginHost'] as const) {
      const values = clouds.flatMap((row) => row[column] ?? []);
      assert.equal(new Set(values).size, values.length, column);
    }
  });

  it('agrees with what the template function environment() gives', () => {
    for (const { cloud, storageSuffix, loginHost } of clouds) {
      if (storageSuffix === undefined || loginHost === undefined) continue;
      assert.equal(textAt(ENVIRONMENTS[cloud], 'suffixes', 'storage'), storageSuffix);
      assert.equal(textAt(ENVIRONMENTS[cloud], 'authentication', 'loginEndpoint'), `https://${loginHost}/`);
    }
  });
});

function textAt(facts: EnvironmentFacts, group: string, name: string): unknown {
  const inner = facts[group];
  return typeof inner === 'object' ? inner[name] : undefined;
}
