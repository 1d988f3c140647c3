import assert from 'node:assert/strict';
import type { Place } from '../../../../server/src/base/place';
import { LiteralUses, namesZone } from '../../../../server/src/domain/resources/literal-uses';
import { vault, zone } from '../../../support/bicep-parts';
import { projectUri } from '../../../support/check-files';
import { deployFiles } from '../../../support/deploy-files';
import { readMarks } from '../../../support/marks';

const zoneName = (name: string): string => zone('z', name);

describe('uses of literals', () => {
  it('are found through variables, interpolation and lists, each value once', () => {
    const { paths } = usesIn(`var region = ‹'westeurope'›
var regions = [region]
${vault(undefined, 'regions[0]')}${zoneName("'privatelink.${region}.backup.windowsazure.com'")}`);
    assert.deepEqual(paths, ['Microsoft.RecoveryServices/vaults location', 'Microsoft.Network/privateDnsZones name']);
  });

  it('are found from a part of a literal', () => {
    const { paths } = usesIn(zoneName("'privatelink.‹weu›.backup.windowsazure.com'"));
    assert.deepEqual(paths, ['Microsoft.Network/privateDnsZones name']);
  });

  it('are none for what nothing is made of', () => {
    assert.deepEqual(usesIn(`var unused = ‹'we'›\n${vault()}`).paths, []);
  });

  it('tell a zone’s name from other things', () => {
    const alone = `var name = ‹'privatelink.we.backup.windowsazure.com'›\n${zoneName('name')}`;
    assert.equal(isShared(alone), false);
    assert.equal(isShared(`${alone}${vault('tags: { zone: name }')}`), true);
  });
});

function isShared(marked: string): boolean {
  const { uses, place } = usesIn(marked);
  return uses.isShared(place, namesZone);
}

/** The uses of the literal that the mark stands at. */
function usesIn(marked: string): {
  readonly uses: LiteralUses;
  readonly place: Place;
  readonly paths: readonly string[];
} {
  const { text, spans } = readMarks(marked);
  const [span = { start: 0, end: 0 }] = spans;
  const place = { uri: projectUri('main.bicep'), ...span };
  const uses = new LiteralUses(() => deployFiles({ 'main.bicep': text }));
  return { uses, place, paths: uses.at(place).map(({ resource, path }) => `${resource.type} ${path}`) };
}
