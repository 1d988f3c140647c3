import assert from 'node:assert/strict';
import { toJson } from '../../../server/src/deployment/functions/json-writer';
import type { Deployment } from '../../../server/src/deployment/deployment';
import type { Trail, Value } from '../../../server/src/deployment/values/value';
import { getEntry } from '../../../server/src/deployment/values/values';
import type { ProjectFiles } from '../../support/check-files';
import { deployFiles } from '../../support/deploy-files';

/** Hands each of its parameters to a tag of the same name. */
const template = `
param a string = 'default a'
param b string = 'default b'
param c string?
param list array = []
param whole object = {}

resource group 'Microsoft.Network/networkSecurityGroups@2024-01-01' = {
  name: 'group'
  tags: { a: a, b: b, c: c, list: list, whole: whole }
}
`;

// What the compiler says was asked of Bicep 0.49.2 (`bicep build-params` and `bicep snapshot`).
describe('parameter files', () => {
  it('give values, and leave to the template what they give nothing for', () => {
    const tags = tagsOf({
      'main.bicep': template,
      'main.bicepparam': "using 'main.bicep'\nvar own = 'x'\nparam a = '${own}-${b}'\nparam b = toUpper('b')\n",
    });
    assert.deepEqual(tags, { a: 'x-B', b: 'B', c: null, list: [], whole: {} });
  });

  it('let null stand for the default, and for nothing where there is none', () => {
    const tags = tagsOf({
      'main.bicep': template,
      'main.bicepparam': "using 'main.bicep'\nparam a = null\nparam b = a ?? 'was null'\nparam c = null\n",
    });
    assert.deepEqual([tags['a'], tags['b'], tags['c']], ['default a', 'was null', null]);
  });

  it('extend others: the base counts where nothing else is given, and base is all of its parameters', () => {
    const tags = tagsOf({
      'main.bicep': template,
      'prod.bicepparam': `using 'main.bicep'
extends 'shared/base.bicepparam'
param a = '\${base.a} and \${base.b}'
param whole = { ...base.whole, z: 3 }
`,
      'shared/base.bicepparam':
        "using none\nparam a = 'base a'\nparam b = 'base b'\nparam whole = { x: 1, y: { z: 2 } }\n",
    });
    assert.deepEqual([tags['a'], tags['b']], ['base a and base b', 'base b']);
    assert.deepEqual(tags['whole'], { x: 1, y: { z: 2 }, z: 3 });
  });

  it('see through a chain of bases', () => {
    const tags = tagsOf({
      'main.bicep': template,
      'prod.bicepparam': "using 'main.bicep'\nextends 'mid.bicepparam'\nparam list = [base.a, base.b]\n",
      'mid.bicepparam': "using none\nextends 'base.bicepparam'\nparam b = '${base.b}-mid'\n",
      'base.bicepparam': "using none\nparam a = 'base a'\nparam b = 'base b'\n",
    });
    assert.deepEqual(tags['list'], ['base a', 'base b-mid']);
    assert.deepEqual([tags['a'], tags['b']], ['base a', 'base b-mid']);
  });

  it('end where they extend themselves', () => {
    const deployment = deployFiles({
      'main.bicep': template,
      'prod.bicepparam': "using 'main.bicep'\nextends 'prod.bicepparam'\nparam a = 'mine'\nparam b = base.b\n",
    });
    assert.equal(toJson(tag(deployment, 'a')), '"mine"');
    assert.equal(tag(deployment, 'b').kind, 'unknown');
  });

  it('import variables, functions and whole files', () => {
    const tags = tagsOf({
      'main.bicep': template,
      'main.bicepparam': `using 'main.bicep'
import { shared as mine, greet } from 'library.bicep'
import * as library from 'library.bicep'
type own = 'a' | 'b'
var typed own = 'a'
param a = greet(mine)
param b = library.greet(library.shared)
param list = [typed]
`,
      'library.bicep': `@export()
var shared = 'shared'
@export()
func greet(name string) string => 'hello \${name}'
`,
    });
    assert.deepEqual([tags['a'], tags['b'], tags['list']], ['hello shared', 'hello shared', ['a']]);
  });

  it('read no real environment: a variable has its default, which is said to be one, or is unknown', () => {
    const before = process.env['PELINT_TEST'];
    process.env['PELINT_TEST'] = 'real';
    try {
      const deployment = deployFiles({
        'main.bicep': template,
        'main.bicepparam': `using 'main.bicep'
param a = readEnvironmentVariable('PELINT_TEST', toLower('NONE'))
param b = sys.readEnvironmentVariable('PELINT_TEST')
`,
      });
      const a = tag(deployment, 'a');
      assert.equal(toJson(a), '"none"');
      assert(steps(a.trail).some(({ via }) => via?.byDefault && via.name === 'PELINT_TEST'));
      assert.equal(reason(tag(deployment, 'b')), 'readEnvironmentVariable() is answered when the deployment starts');
    } finally {
      if (before === undefined) delete process.env['PELINT_TEST'];
      else process.env['PELINT_TEST'] = before;
    }
  });

  it('leave unknown what the pipeline or a key vault gives', () => {
    const deployment = deployFiles({
      'main.bicep': template,
      'main.bicepparam': `using 'main.bicep'
param a = az.getSecret('00000000-0000-0000-0000-000000000001', 'rg', 'kv', 'name')
param b = externalInput('sys.cli', 'b')
`,
    });
    const [a, b] = [tag(deployment, 'a'), tag(deployment, 'b')];
    assert(a.kind === 'unknown' && a.nature === 'secret');
    assert.equal(reason(b), 'externalInput() is answered when the deployment starts');
  });

  it('are JSON with comments, names in any case, references and expressions', () => {
    const deployment = deployFiles({
      'main.bicep': template,
      'main.parameters.json': `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#",
  "contentVersion": "1.0.0.0",
  // What follows is spelled as the template spells nothing.
  "Parameters": {
    "A": { "Value": "[not an expression]" },
    "b": { "reference": { "keyVault": { "id": "/vaults/kv" }, "secretName": "name" } },
    "C": { "expression": "[format('{0}-y', externalInputs('c'))]" }, /* and a comma too many */
  }
}`,
    });
    assert.equal(toJson(tag(deployment, 'a')), '"[not an expression]"');
    const b = tag(deployment, 'b');
    assert(b.kind === 'unknown' && b.nature === 'secret');
    const c = tag(deployment, 'c');
    assert(c.kind === 'text');
    assert.deepEqual(
      c.segments.map((segment) => (segment.kind === 'known' ? segment.text : '*')),
      ['*', '-y'],
    );
  });
});

/** The tags of the one resource, as JSON gives them. */
function tagsOf(files: ProjectFiles): Record<string, unknown> {
  const [resource] = deployFiles(files).resources;
  const tags = resource && getEntry(resource.body, 'tags')?.value;
  return JSON.parse((tags && toJson(tags)) ?? 'null') as Record<string, unknown>;
}

function tag({ resources: [resource] }: Deployment, name: string): Value {
  const tags = resource && getEntry(resource.body, 'tags')?.value;
  const value = tags?.kind === 'object' ? getEntry(tags, name)?.value : undefined;
  assert(value);
  return value;
}

function reason(value: Value): string | undefined {
  return value.kind === 'unknown' ? value.reason : undefined;
}

function steps(trail: Trail | undefined): readonly Trail[] {
  return trail ? [trail, ...steps(trail.from)] : [];
}
