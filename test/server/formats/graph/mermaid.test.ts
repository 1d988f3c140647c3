import assert from 'node:assert/strict';
import { formatMermaid } from '../../../../server/src/formats/graph/mermaid';
import { diagramOfFiles, hostileDiagram, hostileText, wholeTemplate } from '../../../support/topology-parts';

/** All that a line of ours may be: texts stand in quotes, in which nothing but `#` and a number means anything to Mermaid. */
const text = '"(?:[\\p{L}\\p{N} .,:…()/_-]|#\\d+;|<br>)*"';
const id = '[a-zA-Z0-9-]+';
const lines = [
  /^flowchart LR$/,
  new RegExp(`^ +${id}\\[${text}\\](?::::(?:error|warning|info|elsewhere))?$`, 'u'),
  new RegExp(`^ +${id} -->(?:\\|${text}\\|)? ${id}$`, 'u'),
  new RegExp(`^  subgraph ${id}\\[${text}\\]$`, 'u'),
  /^ {2}end$/,
  /^ {2}classDef \w+ [\w#,: -]+$/,
];

describe('the topology as Mermaid', () => {
  it('is a flowchart of nodes with their findings, and of edges', async () => {
    const drawn = formatMermaid([await diagramOfFiles({ 'main.bicep': wholeTemplate })]);
    assertGrammar(drawn);
    assert.match(drawn, /^ {2}vault-1\["Recovery Services vault<br>rsv-1<br>North Europe"\]$/m);
    assert.match(drawn, /^ {2}endpoint-1 -->\|"AzureBackup"\| vault-1$/m);
    assert.match(drawn, /^ {2}zoneGroup-1\[.*PE206 warning"\]:::warning$/m);
  });

  it('says every text letter by letter, whatever is in it', () => {
    const drawn = formatMermaid([hostileDiagram(hostileText)]);
    assertGrammar(drawn);
    const label = /endpoint-1\["Private endpoint<br>(.*?)<br>/.exec(drawn)?.[1];
    const [first = ''] = hostileText.split('\n');
    assert.equal(
      label?.replace(/#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))),
      first,
    );
  });

  it('has a subgraph for each of several deployments, with nodes of its own', async () => {
    const diagram = await diagramOfFiles({ 'main.bicep': wholeTemplate });
    const drawn = formatMermaid([diagram, { ...diagram, title: 'other' }]);
    assertGrammar(drawn);
    assert.match(drawn, /subgraph d2\["other"\]\n {4}d2-vault-1\[/);
  });

  it('says that there is nothing', () => {
    const drawn = formatMermaid([{ title: 'empty', nodes: [], edges: [], otherFindings: [] }]);
    assertGrammar(drawn);
    assert.match(drawn, /Nothing for private endpoints/);
  });
});

function assertGrammar(drawn: string): void {
  const wrong = drawn
    .trimEnd()
    .split('\n')
    .filter((line) => !lines.some((pattern) => pattern.test(line)));
  assert.deepEqual(wrong, []);
}
