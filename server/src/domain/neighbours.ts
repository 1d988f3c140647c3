import type { Uri } from '../base/uri';
import type { DeployedResource, Deployment } from '../deployment/deployment';
import { parseResourceId } from '../deployment/resource-id';
import type { ResourceIdParts } from '../deployment/resource-id';
import type { TextValue } from '../deployment/value';
import { knownText } from '../deployment/values';
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

/** The neighbours of one deployment among all. `others` is asked only when something is looked for. */
export function neighboursOf(
  own: Deployment,
  others: () => DeclarationIndex,
  onJoint: (joint: Joint) => void,
): Neighbours {
  return {
    declarationsOf(id) {
      const wanted = parseResourceId(id);
      const name = wanted && knownName(wanted);
      if (!wanted || name === undefined) return [];
      const found = others()
        .named(wanted.type, name)
        .filter(({ root, resource }) => root !== own.root && mayBeSame(wanted, parseResourceId(resource.id)));
      for (const { root } of found) onJoint({ from: own.root, to: root, resource: `${wanted.type}/${name}` });
      return found;
    },
    declarationsOfType: (type) =>
      others()
        .ofType(type)
        .filter(({ root }) => root !== own.root),
  };
}

/** What several deployments declare, by type and name. */
export class DeclarationIndex {
  private readonly declarations = new Map<string, Declaration[]>();
  private readonly types = new Map<string, Declaration[]>();

  constructor(deployments: readonly Deployment[]) {
    for (const deployment of deployments) {
      for (const resource of deployment.resources) if (!resource.existing) this.add(resource, deployment.root);
    }
  }

  ofType(type: string): readonly Declaration[] {
    return this.types.get(type.toLowerCase()) ?? [];
  }

  named(type: string, name: string): readonly Declaration[] {
    return this.declarations.get(keyOf(type, name)) ?? [];
  }

  private add(resource: DeployedResource, root: Uri): void {
    const declaration = { resource, root };
    addTo(this.types, resource.type.toLowerCase(), declaration);
    const parts = parseResourceId(resource.id);
    const name = parts && knownName(parts);
    if (parts && name !== undefined) addTo(this.declarations, keyOf(parts.type, name), declaration);
  }
}

function addTo(map: Map<string, Declaration[]>, key: string, declaration: Declaration): void {
  const list = map.get(key);
  if (list) list.push(declaration);
  else map.set(key, [declaration]);
}

function keyOf(type: string, name: string): string {
  return `${type}|${name}`.toLowerCase();
}

/** All names of an ID, where every one is known. */
function knownName({ names }: ResourceIdParts): string | undefined {
  const known = names.map(knownText);
  return known.includes(undefined) ? undefined : known.join('/');
}
