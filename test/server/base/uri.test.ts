import assert from 'node:assert/strict';
import { URI, Utils } from 'vscode-uri';
import { joinUri, normalizeUri, parentUri } from '../../../server/src/base/uri';

const uris = [
  'file:///project/infra/main.bicep',
  'file:///project/infra',
  'file:///main.bicep',
  'file:///',
  'file:///project/folder/',
  'file:///project//main.bicep',
  'file:///c:/project/main.bicep',
  'file://server/share/main.bicep',
  'file:///a folder/b#c/d?e/main.bicep',
  'file:///project/%F0%9F%98%80/main.bicep',
  'vscode-vfs://github/owner/project/main.bicep',
  'vscode-vfs://github/main.bicep',
  'untitled:Untitled-1',
  'git:/project/infra/main.bicep?{"path":"/project/infra/main.bicep","ref":"HEAD"}',
  'memfs:/project/infra/main.bicep#L1',
].map(normalizeUri);

describe('URIs', () => {
  for (const uri of uris)
    it(`${uri} is in the folder that the library says`, () => {
      assert.equal(parentUri(uri), Utils.dirname(URI.parse(uri)).toString());
    });

  for (const uri of uris.filter((it) => URI.parse(it).path.startsWith('/')))
    for (const path of ['pelint.config.json', '.pelint', '..', '.', 'a b.json', 'deeper/main.json', 'ä.json'])
      it(`${path} below ${uri} is where the library says`, () => {
        assert.equal(joinUri(uri, path), Utils.joinPath(URI.parse(uri), path).toString());
      });
});
