import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { formatDot } from '../../../../server/src/formats/graph/dot';
import { hasProgram } from '../../../support/program';
import { diagramOfFiles, hostileDiagram, hostileText, wholeTemplate } from '../../../support/topology-parts';

describe('the topology for Graphviz', () => {
  it('is a digraph of nodes with their findings, and of edges', async () => {
    const drawn = formatDot([await diagramOfFiles({ 'main.bicep': wholeTemplate })]);
    assertStatements(drawn);
    assert.match(drawn, /^ {2}"endpoint-1" -> "vault-1" \[label="AzureBackup"\];$/m);
    assert.match(drawn, /^ {2}"zoneGroup-1" \[label=".*\\nPE206 warning", color=/m);
  });

  it('keeps every text inside its quotes, whatever is in it', () => {
    const drawn = formatDot([hostileDiagram(hostileText)]);
    assertStatements(drawn);
    const label = /"endpoint-1" \[label="Private endpoint\\n((?:[^"\\]|\\.)*?)\\n/.exec(drawn)?.[1];
    const read = label?.replace(/\\(.)/g, '$1').replaceAll('&amp;', '&');
    assert.equal(read, hostileText.replace(/\p{Cc}+/gu, ' '));
  });

  it('has a cluster for each of several deployments, and says where there is nothing', async () => {
    const diagram = await diagramOfFiles({ 'main.bicep': wholeTemplate });
    const drawn = formatDot([diagram, { title: 'empty', nodes: [], edges: [], otherFindings: [] }]);
    assertStatements(drawn);
    assert.match(drawn, /subgraph cluster_2 \{\n {4}label="empty";\n {4}"d2-nothing"/);
  });

  it('is read by Graphviz itself', function () {
    if (!hasProgram('dot')) return this.skip();
    const { status, stderr } = spawnSync('dot', ['-Tplain'], {
      input: formatDot([hostileDiagram(hostileText)]),
      encoding: 'utf8',
    });
    assert.equal(stderr, '');
    assert.equal(status, 0);
  });
});

/** Every line is a whole statement, the begin of a block or its end, by the grammar of the DOT language as far as we write it. */
function assertStatements(drawn: string): void {
  const string = '"(?:[^"\\\\\\n]|\\\\.)*"';
  const attributes = `\\[\\w+=(?:${string}|\\w+)(?:, \\w+=(?:${string}|\\w+))*\\]`;
  const statements = [
    /^(?:digraph topology| *subgraph cluster_\d+) \{$/,
    /^ *\}$/,
    new RegExp(`^ +\\w+=(?:${string}|\\w+);$`),
    new RegExp(`^ +(?:node|edge|${string}) ${attributes};$`),
    new RegExp(`^ +${string} -> ${string}(?: ${attributes})?;$`),
  ];
  const lines = drawn.trimEnd().split('\n');
  assert.deepEqual(
    lines.filter((line) => !statements.some((pattern) => pattern.test(line))),
    [],
  );
  const depth = lines.reduce((sum, line) => sum + Number(line.endsWith('{')) - Number(/^ *\}$/.test(line)), 0);
  assert.equal(depth, 0);
}
