import { strict as assert } from 'node:assert';
import { innermostFolder, pathIn } from '../../../server/src/lsp/workspace-folders';

describe('folders and what is in them', () => {
  for (const [folder, uri, path] of [
    ['file:///project', 'file:///project/infra/main.bicep', 'infra/main.bicep'],
    ['file:///project/', 'file:///project/infra/main.bicep', 'infra/main.bicep'],
    ['file:///', 'file:///main.bicep', 'main.bicep'],
    ['file:///a%20folder', 'file:///a%20folder/b%23c/main.bicep', 'b#c/main.bicep'],
    ['file:///project', 'file:///project-two/infra/main.bicep', 'main.bicep'],
    ['untitled:Untitled-1', 'untitled:Untitled-1', 'Untitled-1'],
  ] as const)
    it(`give ${uri} the path ${path} in ${folder}`, () => {
      assert.equal(pathIn(folder, uri), path);
    });

  it('within each other: the innermost counts', () => {
    const folders = ['file:///a', 'file:///a/b', 'file:///a/bc'];
    assert.equal(innermostFolder('file:///a/b/main.bicep', folders), 'file:///a/b');
    assert.equal(innermostFolder('file:///other/main.bicep', folders), undefined);
  });
});
