import assert from 'node:assert/strict';
import { entraIdSections } from '../../../server/src/data/entra-id-fqdns';
import { serviceTags } from '../../../server/src/data/service-tags';
import { workloadFqdns } from '../../../server/src/data/workload-fqdns';
import { workloadIds, workloads } from '../../../server/src/data/workloads';

describe('data: names beyond the tables of the primary source', () => {
  it('name each host of Entra ID once in a list, with the date of the list', () => {
    for (const list of ['public', 'usgov', 'usdod', 'china']) {
      const sections = entraIdSections.filter((section) => section.list === list);
      assert.equal(sections.length, 2, list);
      const names = sections.flatMap((section) => section.names);
      assert.equal(new Set(names).size, names.length, list);
      for (const { source } of sections) assert.match(source.edition, /^\d{4}-\d{2}-\d{2}$/);
    }
  });

  it('know every workload once', () => {
    assert.deepEqual(
      workloads.map(({ id }) => id),
      workloadIds,
    );
  });

  it('give a reason for the workloads that need nothing', () => {
    for (const { client, remark } of workloads) if (client === 'none') assert.ok(remark?.startsWith('Nothing'));
  });

  it('have no row that nobody needs', () => {
    for (const { fqdn, workloads: neededBy } of workloadFqdns) assert.ok(neededBy.length > 0, fqdn);
  });

  it('name each service tag once', () => {
    assert.equal(new Set(serviceTags.map(({ tag }) => tag)).size, serviceTags.length);
  });
});
