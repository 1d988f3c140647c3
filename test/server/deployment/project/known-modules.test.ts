import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { fileUri, joinUri } from '../../../../server/src/base/uri';
import { knownModuleTexts, knownModules } from '../../../../server/src/data/known-modules';
import { deploy } from '../../../../server/src/deployment/deploy';
import type { Deployment } from '../../../../server/src/deployment/deployment';
import { isStandIn, standInFor } from '../../../../server/src/deployment/project/known-modules';
import { Session } from '../../../../server/src/deployment/project/session';
import { evaluatedResource } from '../../../../server/src/formats/evaluated-json';
import { createDiskHost, overlayHost } from '../../../../server/src/host/check-host';
import { uriOfPath } from '../../../../server/src/host/paths';
import { readAll } from '../../../../server/src/lint/read-all';
import { readSourceFile } from '../../../../server/src/model/source-file';
import { layOutModuleCache, publicModulesBelow } from '../../../support/module-cache';
import { sharedPath } from '../../../support/shared';
import { temporaryFolder } from '../../../support/temporary-folder';

const endpoint = 'avm/res/network/private-endpoint';
const zones = 'avm/ptn/network/private-link-private-dns-zones';

describe('stand-ins for well-known modules', () => {
  const fileFor = (repository: string, version: string): string | undefined =>
    standInFor(joinUri(fileUri('/cache'), `br/r.io/${repository.replaceAll('/', '$')}/${version}/main.json`))?.uri;

  it('are chosen by module and version, from whichever registry', () => {
    assert.equal(fileFor(`bicep/${endpoint}`, '0.7.0$'), 'pelint-module:/private-endpoint.bicep');
    assert.equal(fileFor(endpoint, 'latest$'), 'pelint-module:/private-endpoint.bicep');
    assert.equal(fileFor(`our/copy/${zones}`, '0.2.0$'), 'pelint-module:/private-link-zones-0.1.bicep');
    assert.equal(fileFor(`bicep/${zones}`, '0.2.1$'), 'pelint-module:/private-link-zones.bicep');
    assert.equal(fileFor(`bicep/${zones}`, '0.10.0$'), 'pelint-module:/private-link-zones.bicep');
    assert.equal(fileFor(`bicep/${zones}`, 'sha256#0a'), 'pelint-module:/private-link-zones.bicep');
  });

  it('are there for no other module', () => {
    assert.equal(fileFor('bicep/avm/res/network/virtual-network', '0.7.0$'), undefined);
    assert.equal(fileFor(`bicep/${endpoint}/private-dns-zone-group`, '0.1.0$'), undefined);
    assert.equal(fileFor(`bicep/x${endpoint}`, '0.1.0$'), undefined);
    assert.equal(standInFor(fileUri('/project/main.bicep')), undefined);
  });

  it('are in the table for every module', () => {
    assert.deepEqual(
      knownModules.filter(({ file }) => !knownModuleTexts.has(file)),
      [],
    );
  });

  for (const [name, text] of knownModuleTexts) {
    it(`are Bicep without a problem: ${name}`, () => {
      const file = readSourceFile(fileUri(`/${name}`), text);
      assert.deepEqual(file?.kind === 'template' && file.template.problems, []);
    });
  }
});

/** The modules that the corpus calls by path, each with a version for it to have. The endpoint's callers in the corpus have versions. */
const calledByPath: Readonly<Record<string, string>> = {
  'avm/res/recovery-services/vault': '0.13.0',
  'avm/res/network/private-dns-zone': '0.8.1',
  [endpoint]: '0.12.1',
};

const COMPARED =
  /^Microsoft\.(Network\/privateEndpoints(\/|$)|Network\/privateDnsZones(\/virtualNetworkLinks)?$|RecoveryServices\/vaults$)/i;

describe('a stand-in and its module', () => {
  it('make the same endpoints, zones and vaults for the callers in the corpus', async function () {
    this.timeout(120_000);
    const corpus = sharedPath('corpus', 'verified-modules');
    if (corpus === undefined) return this.skip();
    const folder = temporaryFolder();
    try {
      const modules = [
        ...publicModulesBelow(corpus),
        ...Object.entries(calledByPath).map(([name, version]) => ({ path: name, version })),
      ];
      layOutModuleCache(corpus, path.join(folder.path, 'whole'), modules);
      const others = modules.filter((module) => !Object.hasOwn(calledByPath, module.path));
      layOutModuleCache(corpus, path.join(folder.path, 'lacking'), others);
      let endpoints = 0;
      for (const caller of callersIn(corpus)) {
        const real = await deployedWith(path.join(folder.path, 'whole'), caller);
        const ours = await deployedWith(path.join(folder.path, 'lacking'), caller);
        assert.ok(ours.unread.some(({ standIn }) => standIn) && !real.unread.some(({ standIn }) => standIn));
        assert.deepEqual(compared(ours), sameProperties(compared(real), compared(ours)), caller.file);
        endpoints += real.resources.filter(({ type }) => /\/privateEndpoints$/i.test(type)).length;
      }
      assert.ok(endpoints > 40, `only ${endpoints} endpoints were compared`);
    } finally {
      folder.remove();
    }
  });
});

interface Caller {
  readonly file: string;
  readonly text: string;
}

/** The tests of the well-known modules, and of every fifth module that makes endpoints with the endpoint module. */
function callersIn(corpus: string): Caller[] {
  const tests = globSync('avm/res/**/tests/e2e/*/main.test.bicep', { cwd: corpus }).sort();
  const own: Caller[] = [];
  const others: Caller[] = [];
  for (const test of tests) {
    const module = test.replace(/\/tests\/e2e\/.*/, '');
    const file = path.join(corpus, test);
    const text = readFileSync(file, 'utf8');
    const version = calledByPath[module];
    const reference = `'br/public:${module}:${version ?? ''}'`;
    if (version !== undefined) own.push({ file, text: text.replaceAll("'../../../main.bicep'", reference) });
    else if (text.includes('privateEndpoints') && usesEndpoint(path.join(corpus, module))) others.push({ file, text });
  }
  return [...own, ...others.filter((_, index) => index % 5 === 0)];
}

function usesEndpoint(module: string): boolean {
  return readFileSync(path.join(module, 'main.bicep'), 'utf8').includes(`br/public:${endpoint}:`);
}

async function deployedWith(cache: string, { file, text }: Caller): Promise<Deployment> {
  const uri = uriOfPath(file);
  const session = new Session();
  const modules = { cache: uriOfPath(cache) };
  const host = overlayHost(new Map([[uri, text]]), createDiskHost());
  const request = { first: [uri], reported: [], modules, configuration: undefined, findStarts: () => [uri] };
  const { sources } = await readAll(request, host, session);
  const template = sources.template(uri);
  assert.ok(template);
  const deployment = deploy(
    { template, parameters: undefined, cloud: 'public', known: {}, deploymentName: 'main' },
    sources,
  );
  assert.ok(!isStandIn(deployment.root));
  return deployment;
}

type Compared = ReadonlyMap<string, { readonly location: unknown; readonly properties: Record<string, unknown> }>;

/** What rules read of the resources, by their IDs. */
function compared({ resources }: Deployment): Compared {
  const chosen = resources.filter(({ existing, type }) => !existing && COMPARED.test(type)).map(evaluatedResource);
  return new Map(
    chosen.map(({ id, location, properties }) => [
      JSON.stringify(id),
      { location, properties: { ...(properties as Record<string, unknown> | undefined) } },
    ]),
  );
}

/** Without the properties that the other side leaves open: a stand-in says so where its module writes more. */
function sameProperties(real: Compared, ours: Compared): Compared {
  return new Map(
    [...real].map(([id, { location, properties }]) => {
      const described = ours.get(id)?.properties ?? {};
      if (!('*' in described)) return [id, { location, properties }];
      const named = Object.entries(properties).filter(([name]) => name in described);
      return [id, { location, properties: { ...Object.fromEntries(named), '*': described['*'] } }];
    }),
  );
}
