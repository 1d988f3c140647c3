import assert from 'node:assert/strict';
import { getEntry, knownText } from '../../../../server/src/deployment/values/values';
import type { ProjectFiles } from '../../../support/check-files';
import { deployFiles } from '../../../support/deploy-files';

/** The location of the only resource where callers may give something in place of an empty default. */
function cautiousLocation(files: ProjectFiles): string | undefined {
  const [resource] = deployFiles(files).withoutPlaceholders().resources;
  return knownText(resource && getEntry(resource.body, 'location')?.value);
}

const template = (parameter: string, location: string): string => `param p ${parameter}
resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'a.example'
  location: ${location}
}
`;

describe('A deployment without placeholders', () => {
  for (const [what, parameter, location] of [
    ['an empty text', "string = ''", "empty(p) ? 'x' : p"],
    ['an empty list', 'array = []', "empty(p) ? 'x' : p[0]"],
    ['an empty object', 'object = {}', "p.?a ?? 'x'"],
    ['a switch', 'bool = false', "p ? 'y' : 'x'"],
    ['nothing', 'string?', "p ?? 'x'"],
  ] as const) {
    it(`does not know ${what}`, () => {
      assert.equal(cautiousLocation({ 'main.bicep': template(parameter, location) }), undefined);
    });
    it(`knows ${what} where a parameter file tells`, () => {
      const files = { 'main.bicep': template(parameter, location), 'main.bicepparam': "using 'main.bicep'\n" };
      assert.equal(cautiousLocation(files), 'x');
    });
  }

  it('knows any other default', () => {
    assert.equal(cautiousLocation({ 'main.bicep': template("string = 'global'", 'p') }), 'global');
  });
});
