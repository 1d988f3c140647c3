import assert from 'node:assert/strict';
import { validateXML } from 'xmllint-wasm';
import type { Diagram } from '../../../../server/src/formats/graph/diagram';
import { formatSvg } from '../../../../server/src/formats/graph/svg/format';
import { layOut, type PlacedBox } from '../../../../server/src/formats/graph/svg/layout';
import { turned, type Direction, type Point } from '../../../../server/src/formats/graph/svg/point';
import { elide, textWidth } from '../../../../server/src/formats/graph/svg/text-width';
import { endpoint, vault } from '../../../support/bicep-parts';
import { randomNumbers } from '../../../support/random';
import { diagramOfFiles, hostileDiagram, hostileText, wholeTemplate } from '../../../support/topology-parts';

const empty: Diagram = { title: 'empty', nodes: [], edges: [], otherFindings: [] };

describe('the topology as SVG', () => {
  it('is well-formed whatever is in its texts, and says them in full', async () => {
    const drawn = formatSvg([hostileDiagram(hostileText)]);
    await assertWellFormed(drawn);
    assert.match(drawn, /Private endpoint: \]&quot;&lt;&gt;&amp;;/);
    assert.doesNotMatch(drawn, /<script/);
  });

  it('is well-formed for several deployments and for none', async () => {
    const diagram = await diagramOfFiles({ 'main.bicep': wholeTemplate });
    const drawn = formatSvg([diagram, diagram, empty]);
    await assertWellFormed(drawn);
    const parts = [...drawn.matchAll(/data-part="([^"]*)"/g)].map(([, id]) => id);
    assert.equal(new Set(parts).size, 2 * diagram.nodes.length);
    assert.match(drawn, /deploys nothing for private endpoints/);
    assert.doesNotMatch(drawn, /NaN|Infinity|undefined/);
  });

  it('tells findings by rule, by word and by shape, and not by colour alone', async () => {
    const drawn = formatSvg([await diagramOfFiles({ 'main.bicep': wholeTemplate })]);
    const group = /<g class="part zone deployed has-warning" data-part="zoneGroup-1".*/.exec(drawn)?.[0] ?? '';
    assert.match(group, /aria-label="DNS zone group: default\. .*PE206 warning: [^"]+"/);
    assert.match(group, /<path class="symbol warning"/);
    assert.match(group, />PE206 warning<\/text>/);
  });

  it('says in words what lines show, from both of their ends', async () => {
    const drawn = formatSvg([await diagramOfFiles({ 'main.bicep': wholeTemplate })]);
    assert.match(
      drawn,
      /aria-label="Private endpoint: pe-1\. Connects to Recovery Services vault rsv-1 \(AzureBackup\)\. /,
    );
    assert.match(
      drawn,
      /aria-label="Recovery Services vault: rsv-1\. .*Reached through Private endpoint pe-1 \(AzureBackup\)\./,
    );
  });

  it('has a title and a description, and takes nothing from elsewhere', async () => {
    const drawn = formatSvg([await diagramOfFiles({ 'main.bicep': wholeTemplate })]);
    assert.match(drawn, /<title id="topology-title">Topology of main\.bicep<\/title>/);
    assert.match(drawn, /<desc id="topology-text">main\.bicep: 8 parts, \d+ warnings?/);
    assert.deepEqual(
      [...drawn.matchAll(/\b(?:href|src|url|@import)\b|https?:[^"]*/g)].map(([found]) => found),
      ['http://www.w3.org/2000/svg'],
    );
  });

  it('lays boxes out apart from each other, each within the picture', async () => {
    const { boxes, width, height } = layOut(await diagramOfFiles({ 'main.bicep': wholeTemplate }));
    for (const [index, box] of boxes.entries()) {
      assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height, box.node.id);
      for (const other of boxes.slice(index + 1)) {
        const apart =
          box.x + box.width <= other.x ||
          other.x + other.width <= box.x ||
          box.y + box.height <= other.y ||
          other.y + other.height <= box.y;
        assert.ok(apart, `${box.node.id} and ${other.node.id}`);
      }
    }
  });

  it('is no long strip: what a small template deploys is drawn from top to bottom', async () => {
    const { direction, width, height } = layOut(await diagramOfFiles({ 'main.bicep': wholeTemplate }));
    assert.equal(direction, 'down');
    assert.ok(width < 2 * height, `${width} × ${height}`);
  });

  it('leads no line through a box, whatever is connected', () => {
    const random = randomNumbers(7);
    const directions = new Set<Direction>();
    for (let round = 0; round < 25; round++) {
      const { direction, boxes, lines } = layOut(randomDiagram(random));
      directions.add(direction);
      for (const { edge, points } of lines) {
        const crossed = boxes.filter((box) => pointsOnLine(points, direction).some((point) => isInside(point, box)));
        assert.deepEqual(
          crossed.map(({ node }) => node.id),
          [],
          `round ${round}: ${edge.from} to ${edge.to}`,
        );
      }
    }
    assert.equal(directions.size, 2);
  });

  it('draws 200 endpoints in good time', async function () {
    this.timeout(20_000);
    const endpoints = Array.from({ length: 200 }, (_, index) => endpoint({ symbol: `pe${index}` }));
    const diagram = await diagramOfFiles({ 'main.bicep': vault() + endpoints.join('') });
    const started = performance.now();
    const drawn = formatSvg([diagram]);
    const took = performance.now() - started;
    assert.ok(took < 4000, `${took} ms`);
    assert.equal([...drawn.matchAll(/data-part="endpoint-/g)].length, 200);
  });

  it('draws the same twice', async () => {
    const diagram = await diagramOfFiles({ 'main.bicep': wholeTemplate });
    assert.equal(formatSvg([diagram]), formatSvg([diagram]));
  });
});

describe('a text in a drawing', () => {
  it('is cut in its middle where it is too wide, between characters', () => {
    assert.equal(elide('short', 100), 'short');
    assert.equal(elide('privatelink.ne.backup.windowsazure.com', 12).includes('…'), true);
    for (const text of ['a'.repeat(200), '😀'.repeat(50), 'W'.repeat(99)]) {
      const cut = elide(text, 20);
      assert.ok(textWidth(cut) <= 20, cut);
      assert.doesNotMatch(cut, /\p{Surrogate}/u);
      assert.match(cut, /^.+….+$/u);
    }
  });
});

/** Between 2 and 13 parts with names of all lengths, each connected with some that come after it, and some with those before it. */
function randomDiagram(random: () => number): Diagram {
  const kinds = ['vault', 'endpoint', 'zoneGroup', 'zone', 'network'] as const;
  const edgeKinds = ['connects', 'standsIn', 'binds', 'asks'] as const;
  const pick = <T>(from: readonly [T, ...T[]]): T => from[Math.floor(random() * from.length)] ?? from[0];
  const nodes = Array.from({ length: 2 + Math.floor(random() * 12) }, (_, index) => ({
    id: `n-${index}`,
    kind: pick(kinds),
    label: 'n'.repeat(1 + Math.floor(random() * 40)),
    details: Array.from({ length: Math.floor(random() * 4) }, () => 'detail'),
    presence: 'deployed' as const,
    place: undefined,
    extents: [],
    findings: [],
  }));
  const edges = nodes.flatMap((from) =>
    nodes
      .filter((to) => to !== from && random() < 0.2)
      .map((to) => ({ from: from.id, to: to.id, kind: pick(edgeKinds), label: '' })),
  );
  return { title: 'random', nodes, edges, otherFindings: [] };
}

/** Points on a line as `curve` draws it. */
function pointsOnLine(line: readonly Point[], direction: Direction): readonly Point[] {
  const points = line.map((point) => turned(point, direction));
  return points.slice(1).flatMap((end, index) => {
    const start = points[index] ?? end;
    return Array.from({ length: 21 }, (_, step) => {
      const t = step / 20;
      const x = 1.5 * t * (1 - t) + t ** 3;
      const y = 3 * t ** 2 * (1 - t) + t ** 3;
      return turned({ x: start.x + (end.x - start.x) * x, y: start.y + (end.y - start.y) * y }, direction);
    });
  });
}

/** Whether a point lies within a box and not at its border, where lines end. */
function isInside({ x, y }: Point, box: PlacedBox): boolean {
  return x > box.x + 1 && x < box.x + box.width - 1 && y > box.y + 1 && y < box.y + box.height - 1;
}

async function assertWellFormed(xml: string): Promise<void> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'drawing.svg', contents: xml }],
    normalization: 'c14n',
  });
  assert.deepEqual(errors, []);
}
