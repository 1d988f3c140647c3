import assert from 'node:assert/strict';
import path from 'node:path';
import { createDiskHost } from '../../../server/src/host/check-host';
import { moduleLocations } from '../../../server/src/host/module-locations';
import { uriOfPath } from '../../../server/src/host/paths';
import { temporaryFolder, type TemporaryFolder } from '../../support/temporary-folder';

describe('documents on disk', () => {
  let folder: TemporaryFolder;
  before(() => {
    folder = temporaryFolder({
      'work/main.bicep': 'inside',
      'cache/br/main.json': 'cached',
      'workshop/main.bicep': 'outside',
    });
  });
  after(() => folder.remove());

  const uri = (file: string): string => uriOfPath(path.join(folder.path, file));

  it('are read wherever they are', async () => {
    const host = createDiskHost();
    assert.equal(await host.read(uri('work/main.bicep')), 'inside');
    assert.equal(await host.read(uri('workshop/main.bicep')), 'outside');
    assert.equal(await host.read(uri('work/none.bicep')), undefined);
    assert.equal(await host.read('untitled:Untitled-1'), undefined);
  });

  it('are read below the given folders alone', async () => {
    const host = createDiskHost([path.join(folder.path, 'work'), path.join(folder.path, 'cache')]);
    assert.equal(await host.read(uri('work/main.bicep')), 'inside');
    assert.equal(await host.read(uri('cache/br/main.json')), 'cached');
    assert.equal(await host.read(uri('workshop/main.bicep')), undefined);
    assert.equal(await host.read(uri('work/../workshop/main.bicep')), undefined);
  });

  it('have published modules in the named cache, else below the home folder', () => {
    const cache = path.join(folder.path, 'cache');
    assert.equal(moduleLocations(cache).cache, uriOfPath(cache));
    assert.equal(moduleLocations().cache, undefined);
    assert.match(moduleLocations().home ?? '', /^file:\/\/\//);
  });
});
