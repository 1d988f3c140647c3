import type { SourceReference } from '../data/links';
import type { Deployment } from '../deployment/deployment';
import type { FreeParameter } from '../deployment/world';
import type { LiteralUses } from '../domain/resources/literal-uses';
import type { Neighbours } from '../domain/resources/neighbours';
import type { RegionTable } from '../domain/names/regions';
import type { Settings } from '../domain/resources/settings';
import type { Topology } from '../domain/topology/topology';
import type { Editor } from '../model/edit/editor';
import type { Report, Severity } from './report';
import type { TopicName } from './topics';

/** What pelint knows about one kind of mistake. Everything that is said of a rule elsewhere is generated from here. */
export interface Rule {
  /** Fixed for ever: users suppress by it. */
  readonly id: `PE${number}`;
  /** Fixed for ever, as the ID: a word that people read. */
  readonly name: string;
  /** What has to do with every mistake that it finds; without it the rule may speak of any template. */
  readonly about?: TopicName;
  /** The level where a report does not give its own. */
  readonly severity: Severity;
  /** The level that some of its reports give themselves. */
  readonly otherSeverity?: OtherSeverity;
  /** Off until the user sets a level for it. */
  readonly offByDefault?: boolean;
  /** What is wrong, in one sentence. */
  readonly summary: string;
  readonly docs: RuleDocs;
  /** Looks at one deployment. A rule whose findings come from elsewhere, such as from the parser, has none. */
  readonly check?: (context: RuleContext) => Iterable<Report>;
}

export interface OtherSeverity {
  readonly severity: Severity;
  /** When it counts, in words that end a sentence. */
  readonly when: string;
}

/** What is said of a rule on its page. Texts are Markdown: sentences with inline code, no headings. */
export interface RuleDocs {
  /** What goes wrong when the mistake is deployed. */
  readonly why: string;
  readonly howToFix: string;
  /** What its fixes do. */
  readonly fixes?: readonly FixDocs[];
  readonly sources: readonly SourceReference[];
  /** A wrong template with the finding, and the same put right, in each language. Run as tests. */
  readonly examples: readonly RuleExample[];
}

export interface FixDocs {
  /** A verb and what follows it, as in `it removes the property`. */
  readonly does: string;
  /** As in Fix. */
  readonly safe: boolean;
}

export interface RuleExample {
  readonly language: 'bicep' | 'json';
  /** What tells it from others of its language; needed where there are several. */
  readonly title?: string;
  /** A whole template. Marks `‹…›` stand where the rule speaks, and nothing else is wrong. */
  readonly wrong: string;
  /** The same put right: what the preferred fix makes of it, where the rule has one. */
  readonly right: string;
  /** Modules that the template names, by their paths beside it. They are right, and the same in both. */
  readonly modules?: Readonly<Record<string, string>>;
  /** The fix writes more than the page shows, such as a map of every region. */
  readonly shortened?: boolean;
}

/** What a rule may look at: one deployment. It knows neither languages nor files. */
export interface RuleContext {
  readonly deployment: Deployment;
  readonly topology: Topology;
  readonly regions: RegionTable;
  /** What the project's other deployments declare. */
  readonly neighbours: Neighbours;
  readonly settings: Settings;
  readonly editor: Editor;
  /** What a fix would change besides what is wrong. */
  readonly uses: LiteralUses;
  /** The topology where a parameter's default does not count: what is still known does not depend on it. */
  readonly withoutDefault: (free: FreeParameter) => Topology | undefined;
}
