import type { Uri } from '../base/uri';
import type { Cloud } from '../data/clouds';
import type { Deployment } from '../deployment/deployment';
import { knownText } from '../deployment/values/values';
import { findTopology } from '../domain/topology/find-topology';
import type { DnsMode } from '../domain/resources/settings';
import type { CheckResult } from './check';

/** A setting that a project seems to need, and the file that shows it. */
export interface Proposed<Value> {
  readonly value: Value;
  /** In a clause: what the file does. */
  readonly because: string;
  readonly file: Uri;
}

export interface ProposedSettings {
  readonly dns: Proposed<DnsMode> | undefined;
  readonly cloud: Proposed<Cloud> | undefined;
}

/** What a project's templates tell of their surroundings. What they do not tell is left open: a wrong setting is worse than none. */
export function proposeSettings({ deployments, texts }: CheckResult): ProposedSettings {
  const deployed = deployments.flatMap(({ deployment }) => deployment ?? []);
  const found = (look: (deployment: Deployment) => ReturnType<typeof privateZone>): ReturnType<typeof privateZone> =>
    deployed.map(look).find((it) => it !== undefined);
  return {
    // A policy is told first: zones are declared beside it, too, but no template binds them.
    dns: found((it) => policy(it, texts)) ?? found(forwarder) ?? found(privateZone),
    cloud: cloudOf(deployed),
  };
}

type Dns = Proposed<DnsMode> | undefined;

function policy({ resources }: Deployment, texts: ReadonlyMap<Uri, string>): Dns {
  const definition = resources.find(
    ({ type, place }) =>
      /^microsoft\.authorization\/policy(set)?definitions$/i.test(type) &&
      texts.get(place.uri)?.includes('privateDnsZoneGroups'),
  );
  if (definition === undefined) return undefined;
  return { value: 'policy', because: 'defines a policy that makes zone groups', file: definition.place.uri };
}

function forwarder({ resources }: Deployment): Dns {
  const ruleset = resources.find(({ type }) => /^microsoft\.network\/dnsforwardingrulesets$/i.test(type));
  if (ruleset === undefined) return undefined;
  return { value: 'forwarder', because: 'declares conditional forwarders', file: ruleset.place.uri };
}

function privateZone(deployment: Deployment): Dns {
  const zone = findTopology(deployment).zones.find(
    ({ resource }) => !resource.existing && knownText(resource.name)?.startsWith('privatelink.'),
  );
  if (zone === undefined) return undefined;
  return { value: 'private-zones', because: 'declares private DNS zones', file: zone.resource.place.uri };
}

/** Only one that all share: the setting holds for the whole project. */
function cloudOf(deployments: readonly Deployment[]): Proposed<Cloud> | undefined {
  const [first] = deployments;
  if (first === undefined || first.cloud === 'public' || first.cloud === 'airgapped') return undefined;
  if (deployments.some(({ cloud }) => cloud !== first.cloud)) return undefined;
  return { value: first.cloud, because: 'deploys to its regions, as all others do', file: first.root };
}
