import type { Memento } from 'vscode';
import type { Client } from './client';
import type { ServerTexts } from './server-texts';
import type { TemplateInFront } from './template-in-front';
import type { TopologyViews } from './topology/topology-views';

/** What commands work with. */
export interface Surroundings {
  readonly client: Client;
  readonly texts: ServerTexts;
  readonly topologies: TopologyViews;
  readonly inFront: TemplateInFront;
  /** Outlives the window. */
  readonly memory: Memento;
}
