import type { Uri } from '../../base/uri';
import type { DeployedResource, Deployment } from '../../deployment/deployment';
import { parseResourceId } from '../../deployment/identity/resource-id';
import type { ResourceIdParts } from '../../deployment/identity/resource-id';
import type { TextValue } from '../../deployment/values/value';
import { knownText } from '../../deployment/values/values';
import { mayBeSame } from './same-resource';

/** A resource that another deployment of the project declares. */
export interface Declaration {
  readonly resource: DeployedResource;
  /** The other deployment's template. */
  readonly root: Uri;
}

/**
 * What the other deployments of a project declare: in real repositories vaults, zones and endpoints live in different templates. What is
 * found here may complete a value or silence a rule; it never makes an absence a finding.
 */
export interface Neighbours {
  /** The declarations that an ID may mean, as far as names, groups and subscriptions are known; empty where a name is not. */
  declarationsOf(id: TextValue): readonly Declaration[];
  /** All declarations of a type, compared without case. */
  declarationsOfType(type: string): readonly Declaration[];
}

/** A meeting of two deployments, for those who want to know why a finding says what it does. */
export interface Joint {
  readonly from: Uri;
  readonly to: Uri;
  /** The type and name of the resource that both speak of. */
  readonly resource: string;
}

/** The neighbours of one deployment among all. */
export function neighboursOf(own: Deployment, others: DeclarationIndex, onJoint: (joint: Joint) => void): Neighbours {
  return {
    declarationsOf(id) {
      const wanted = parseResourceId(id);
      const name = wanted && knownName(wanted);
      if (!wanted || name === undefined) return [];
      const found = others
        .named(wanted.type, name)
        .filter(({ root, resource }) => root !== own.root && mayBeSame(wanted, parseResourceId(resource.id)));
      for (const { root } of found) onJoint({ from: own.root, to: root, resource: `${wanted.type}/${name}` });
      return found;
    },
    declarationsOfType: (type) => others.ofType(type).filter(({ root }) => root !== own.root),
  };
}

/** Words without which no template declares what rules look for in other deployments, in lower case; the last two name published modules. */
export const NEIGHBOUR_WORDS = [
  'recoveryservices',
  'privateendpoints',
  'privatednszones',
  'virtualnetworks',
  'networksecuritygroups',
  'firewallpolicies',
  'storageaccounts',
  "'br",
  "'ts",
] as const;

/** What several deployments declare. Each type is looked for when it is first asked for. */
export class DeclarationIndex {
  private readonly types = new Map<string, readonly Declaration[]>();
  private readonly names = new Map<string, ReadonlyMap<string, readonly Declaration[]>>();

  /** `deploymentsWith` gives every deployment that declares something of a type, in lower case; there may be more in them. */
  constructor(private readonly deploymentsWith: (type: string) => readonly Deployment[]) {}

  ofType(type: string): readonly Declaration[] {
    const key = type.toLowerCase();
    const declared = this.types.get(key) ?? this.declaredIn(this.deploymentsWith(key), key);
    this.types.set(key, declared);
    return declared;
  }

  named(type: string, name: string): readonly Declaration[] {
    const key = type.toLowerCase();
    const named = this.names.get(key) ?? byName(this.ofType(key));
    this.names.set(key, named);
    return named.get(name.toLowerCase()) ?? [];
  }

  private declaredIn(deployments: readonly Deployment[], type: string): readonly Declaration[] {
    return deployments.flatMap(({ root, resources }) =>
      resources
        .filter((resource) => !resource.existing && resource.type.toLowerCase() === type)
        .map((resource) => ({ resource, root })),
    );
  }
}

function byName(declarations: readonly Declaration[]): ReadonlyMap<string, readonly Declaration[]> {
  const named = new Map<string, Declaration[]>();
  for (const declaration of declarations) {
    const parts = parseResourceId(declaration.resource.id);
    const key = parts && knownName(parts)?.toLowerCase();
    if (key !== undefined) named.set(key, [...(named.get(key) ?? []), declaration]);
  }
  return named;
}

/** All names of an ID, where every one is known. */
function knownName({ names }: ResourceIdParts): string | undefined {
  const known = names.map(knownText);
  return known.includes(undefined) ? undefined : known.join('/');
}
