import assert from 'node:assert/strict';
import type { Uri } from '../../../server/src/base/uri';
import { check, createSession, type CheckHost, type CheckRequest } from '../../../server/src/lint/check';

const count = 50;

const zone = (name: string): string => `resource ${name} 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.we.backup.windowsazure.com'
  location: 'westeurope'
}
`;
const names = (letter: string): readonly string[] => Array.from({ length: count }, (_, index) => `${letter}${index}`);
const files = new Map([
  [
    'file:///project/main.bicep',
    `${names('a').map(zone).join('')}module inner 'inner.bicep' = {\n  name: 'inner'\n}\n`,
  ],
  ['file:///project/inner.bicep', names('b').map(zone).join('')],
]);
const request: CheckRequest = {
  project: [...files.keys()],
  report: [...files.keys()],
  options: { levels: new Map(), cloud: undefined, location: undefined, syntaxErrors: () => true },
};
const read = (uri: Uri): Promise<string | undefined> => Promise.resolve(files.get(uri));

describe('a check in turns', () => {
  it('pauses between any two resources, whichever template they are in', async () => {
    let turns = 0;
    const pause = (): undefined => void turns++;
    const { deployments } = await check(request, { read, pause }, createSession());
    assert.equal(deployments[0]?.deployment?.resources.length, 2 * count);
    assert.ok(turns > 2 * count, `${turns} turns for ${2 * count} resources`);
  });

  it('finds the same after having been left at any turn', async () => {
    const session = createSession();
    const expected = (await check(request, { read }, createSession())).findings;
    assert.ok(expected.length > count);
    for (let most = 0; most < 1000; most += 97) {
      await check(request, leftAfter(most), session).catch((error: unknown) => assert.equal(error, left));
      assert.deepEqual((await check(request, { read }, session)).findings, expected);
      session.keep(new Set());
    }
  });

  it('finds the same when another check of the session runs between two turns', async () => {
    const session = createSession();
    const pause = (): Promise<void> => Promise.resolve();
    const [one, other] = await Promise.all([1, 2].map(() => check(request, { read, pause }, session)));
    assert.deepEqual(one?.findings, (await check(request, { read }, createSession())).findings);
    assert.deepEqual(other?.findings, one?.findings);
  });
});

const left = new Error('left');

/** A host that has no time for more than some turns. */
function leftAfter(most: number): CheckHost {
  let turns = 0;
  return { read, pause: () => (++turns > most ? Promise.reject(left) : undefined) };
}
