import assert from 'node:assert/strict';
import { zoneInText } from '../../../../server/src/domain/insight/zone-in-text';
import { createRegionTable } from '../../../../server/src/domain/names/regions';
import { readMarks } from '../../../support/marks';

const regions = createRegionTable();
const nameAt = (marked: string): string | undefined => {
  const { text, spans } = readMarks(marked);
  const found = zoneInText(text, spans[0]?.start ?? 0, regions);
  return found && text.slice(found.span.start, found.span.end);
};

describe('zoneInText', () => {
  it('finds a name from any part of it, both ends included', () => {
    const name = 'privatelink.we.backup.windowsazure.com';
    for (let at = 0; at <= name.length; at++)
      assert.equal(nameAt(`var unused = '${name.slice(0, at)}‹›${name.slice(at)}'`), name);
  });

  it('finds nothing in other words', () => {
    for (const marked of [
      "'‹›westeurope'",
      "'‹›backup.windowsazure.com'",
      "'‹›privatelink.contoso.local'",
      '‹›',
      '"‹›"',
    ])
      assert.equal(nameAt(marked), undefined);
  });

  it('does not read on and on', () => {
    assert.equal(nameAt(`${'a.'.repeat(500_000)}‹›privatelink.we.backup.windowsazure.com`), undefined);
  });
});
