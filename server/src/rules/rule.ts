import type { SourceReference } from '../data/links';
import type { Deployment } from '../deployment/deployment';
import type { RegionTable } from '../domain/regions';
import type { Topology } from '../domain/topology';
import type { Editor } from '../model/edit/editor';
import type { Report, Severity } from './report';

/** What pelint knows about one kind of mistake. Everything that is said of a rule elsewhere is generated from here. */
export interface Rule {
  /** Fixed for ever: users suppress by it. */
  readonly id: `PE${number}`;
  /** Fixed for ever, as the ID: a word that people read. */
  readonly name: string;
  /** The level where a report does not give its own. */
  readonly severity: Severity;
  /** Off until the user sets a level for it. */
  readonly offByDefault?: boolean;
  /** What is wrong, in one sentence. */
  readonly summary: string;
  readonly docs: RuleDocs;
  /** Looks at one deployment. A rule whose findings come from elsewhere, such as from the parser, has none. */
  readonly check?: (context: RuleContext) => Iterable<Report>;
}

export interface RuleDocs {
  /** What goes wrong when the mistake is deployed. */
  readonly why: string;
  readonly howToFix: string;
  readonly sources: readonly SourceReference[];
  /** A wrong template with the finding, and the same put right, in each language. Run as tests. */
  readonly examples: readonly RuleExample[];
}

export interface RuleExample {
  readonly language: 'bicep' | 'json';
  readonly wrong: string;
  readonly right: string;
}

/** What a rule may look at: one deployment. It knows neither languages nor files. */
export interface RuleContext {
  readonly deployment: Deployment;
  readonly topology: Topology;
  readonly regions: RegionTable;
  readonly editor: Editor;
}
