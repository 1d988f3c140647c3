import assert from 'node:assert/strict';
import { fileUri, uriPath } from '../../../../server/src/base/uri';
import { parseModuleConfig } from '../../../../server/src/deployment/project/module-config';
import {
  cachedTemplate,
  isCachedTemplate,
  isPublished,
  parseModuleReference,
} from '../../../../server/src/deployment/project/registry';

const subscription = '11111111-2222-3333-4444-555555555555';
const digest = `sha256:${'0a'.repeat(32)}`;
const config = parseModuleConfig(`{
  // Our own names.
  "moduleAliases": {
    "br": {
      "acme": { "registry": "acme.azurecr.io", "modulePath": "bicep/modules" },
      "bare": { "registry": "acme.azurecr.io" },
      "broken": { "modulePath": "bicep" },
    },
    "ts": { "specs": { "subscription": "${subscription}", "resourceGroup": "Spec-RG" }, "half": { "resourceGroup": "rg" } }
  }
}`);

/** Where the compiled template of a reference is in a cache; undefined for what is no valid reference. */
function cached(reference: string, aliases = config): string | undefined {
  const module = parseModuleReference(reference, aliases);
  return module && uriPath(cachedTemplate(fileUri('/cache'), module));
}

describe('references to published modules', () => {
  const table: readonly [reference: string, file: string][] = [
    [
      'br/public:avm/res/network/private-endpoint:0.7.0',
      'br/mcr.microsoft.com/bicep$avm$res$network$private-endpoint/0.7.0$',
    ],
    ['br:mcr.microsoft.com/bicep/samples/hello:1.0', 'br/mcr.microsoft.com/bicep$samples$hello/1.0$'],
    ['br:ACME.azurecr.io/app:v1', 'br/acme.azurecr.io/app/v1$'],
    ['br:localhost:5000/pass/port:v1', 'br/localhost$5000/pass$port/v1$'],
    ['br:[::1]:5000/pass:v1', 'br/[$$1]$5000/pass/v1$'],
    [`br:acme.azurecr.io/app@${digest}`, `br/acme.azurecr.io/app/${digest.replace(':', '#')}`],
    ['br/acme:net/endpoint:v2', 'br/acme.azurecr.io/bicep$modules$net$endpoint/v2$'],
    ['br/bare:endpoint:v2', 'br/acme.azurecr.io/endpoint/v2$'],
    [`ts:${subscription}/Rg/Spec:1.0`, `ts/${subscription}/rg/spec/1.0`],
    ['ts/specs:Storage:V2', `ts/${subscription}/spec-rg/storage/v2`],
  ];
  for (const [reference, folder] of table) {
    it(`finds ${reference}`, () => {
      assert.equal(cached(reference), `/cache/${folder}/main.json`);
      assert.ok(isCachedTemplate(fileUri(`/cache/${folder}/main.json`)));
    });
  }

  // The rows of Bicep's own tests of its encoding.
  const tags = {
    v1: 'v1$',
    V1: 'V1$1',
    AbCd: 'AbCd$5',
    ABCDABCDABCDABCDAB: 'ABCDABCDABCDABCDAB$3ffff',
    ABCDABCDABCDABCDABCDABCDABCDABCDAbC: 'ABCDABCDABCDABCDABCDABCDABCDABCDAbC$5ffffffff',
    ['A'.repeat(128)]: `${'A'.repeat(128)}$${'f'.repeat(32)}`,
  };
  for (const [tag, folder] of Object.entries(tags)) {
    it(`tells ${tag.slice(0, 40)} from the same tag in other case`, () => {
      assert.equal(cached(`br:r.io/m:${tag}`), `/cache/br/r.io/m/${folder}/main.json`);
    });
  }

  const invalid = [
    './main.bicep',
    'br:acme.azurecr.io/app',
    'br:app:v1',
    'br:acme.azurecr.io/App:v1',
    'br:acme.azurecr.io/../app:v1',
    `br:acme.azurecr.io/app:${'a'.repeat(129)}`,
    'br:acme.azurecr.io/app@sha256:12',
    'br/unknown:app:v1',
    'br/broken:app:v1',
    'ts:rg/spec:1',
    'ts/half:spec:1',
    `ts:${subscription}/../spec:1`,
    `ts:${subscription}/rg/spec:..`,
  ];
  for (const reference of invalid) {
    it(`finds nothing for ${reference.slice(0, 52)}`, () => assert.equal(cached(reference), undefined));
  }

  it('are told from files of a project by where they are', () => {
    const own = ['/br/main.json', '/br/a/b/c/main.json', '/br/a/b/c$/other.json', '/ts/a/b/c/d/main.json'];
    assert.deepEqual(
      own.filter((file) => isCachedTemplate(fileUri(file))),
      [],
    );
  });

  it('are told from paths', () => {
    assert.deepEqual(['br:a/b:c', 'br/a:b:c', 'ts:a', 'ts/a:b'].map(isPublished), [true, true, true, true]);
    assert.deepEqual(['./br:x.bicep', 'brr.bicep', '../ts/main.bicep'].map(isPublished), [false, false, false]);
  });
});

describe('bicepconfig.json', () => {
  it('may give the built-in alias another meaning', () => {
    const own = parseModuleConfig('{ "moduleAliases": { "br": { "public": { "registry": "mirror.io" } } } }');
    assert.equal(cached('br/public:app:v1', own), '/cache/br/mirror.io/app/v1$/main.json');
  });

  for (const text of [
    '',
    '[]',
    '{ "moduleAliases": null }',
    '{ "moduleAliases": { "br": [1] }, "cacheRootDirectory": 3',
    '{',
  ]) {
    it(`is passed over where it makes no sense: ${text}`, () => {
      const own = parseModuleConfig(text);
      assert.equal(own.cacheRootDirectory, undefined);
      assert.equal(cached('br/public:app:v1', own), '/cache/br/mcr.microsoft.com/bicep$app/v1$/main.json');
    });
  }

  it('names a cache', () => {
    assert.equal(parseModuleConfig('{ "cacheRootDirectory": "~/modules" }').cacheRootDirectory, '~/modules');
  });
});
