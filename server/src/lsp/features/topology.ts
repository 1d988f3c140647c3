import type { Place } from '../../base/place';
import type { Deployment } from '../../deployment/deployment';
import { diagramOf, diagramTitle, idPrefix } from '../../formats/graph/diagram';
import { formatMermaid } from '../../formats/graph/mermaid';
import { connectionsOf, findingSentence, nameOf } from '../../formats/graph/words';
import type { Finding } from '../../lint/finding';
import type { SourcePlace, Topology, TopologyFinding, TopologyParams } from '../../protocol';
import type { Ranges } from '../convert';
import { evaluated, type TemplateReader } from '../template-reader';
import { pathIn } from '../workspace-folders';

/** Draws what a template deploys, as it stands in the editor, with what is found in it. A file that is none is the request's mistake. */
export async function topologyOf({ template }: TopologyParams, reader: TemplateReader): Promise<Topology> {
  // With what lays it out, it is loaded when something is drawn: most users of the server never do.
  const { formatSvg } = await import('../../formats/graph/svg/format');
  const { documents, projects, diagnostics } = reader;
  const { deployments, regions, texts } = await evaluated(template, reader);
  const file = documents.uriOf(template);
  const project = await projects.of(file);
  const placeIn = (ranges: Ranges, place: Place): SourcePlace => ({
    uri: documents.clientUri(place.uri),
    range: ranges.of(place),
  });
  const found = new Map<Finding, TopologyFinding>();
  for (const { finding, ranges } of await diagnostics.around(file)) found.set(finding, told(finding, ranges, placeIn));
  const titleOf = (deployment: Deployment): string => diagramTitle(deployment, (uri) => pathIn(project, uri));
  const diagrams = deployments.map((it) => diagramOf(it, regions, [...found.keys()], titleOf(it)));
  const ranges = documents.rangesIn(texts);
  return {
    svg: formatSvg(diagrams),
    mermaid: formatMermaid(diagrams),
    deployments: diagrams.map((diagram, index) => ({
      title: diagram.title,
      parts: diagram.nodes.map((node) => ({
        id: `${idPrefix(index, diagrams)}${node.id}`,
        name: nameOf(node),
        facts: [...node.details, ...connectionsOf(node, diagram)],
        findings: node.findings.flatMap((finding) => found.get(finding) ?? []),
        place: node.place ? placeIn(ranges, node.place) : null,
        extents: node.extents.map((extent) => placeIn(ranges, extent)),
      })),
      otherFindings: diagram.otherFindings.flatMap((finding) => found.get(finding) ?? []),
    })),
  };
}

function told(
  finding: Finding,
  ranges: Ranges,
  placeIn: (ranges: Ranges, place: Place) => SourcePlace,
): TopologyFinding {
  return { severity: finding.severity, text: findingSentence(finding), place: placeIn(ranges, finding.place) };
}
