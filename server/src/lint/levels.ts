import type { Uri } from '../base/uri';
import { rules } from '../rules/index';
import type { Rule } from '../rules/rule';
import type { Configurations } from './config/configurations';
import type { Severity } from './finding';

/** What the user wants of the rules for one run, whatever the configuration says. */
export interface RuleChoice {
  /** A level or 'off' for a rule by ID. */
  readonly levels: ReadonlyMap<string, Severity | 'off'>;
  /** The same for a file, where not all files have the same: then this counts. */
  readonly levelsAt?: ((uri: Uri) => ReadonlyMap<string, Severity | 'off'>) | undefined;
  /** Rules that were picked one by one: they are on even where they would be off. */
  readonly selected?: ReadonlySet<string> | undefined;
}

/** Decides at which level a rule speaks of a file. */
export class Levels {
  constructor(
    private readonly choice: RuleChoice,
    private readonly configurations: Configurations,
  ) {}

  /**
   * The level of a rule in a file, or of one of its findings there where that has its own: a level that the user set replaces all of them.
   * What is chosen for the run goes before what the configuration says.
   */
  of({ id, severity, offByDefault }: Rule, uri: Uri, own: Severity = severity): Severity | 'off' {
    const chosen = (this.choice.levelsAt?.(uri) ?? this.choice.levels).get(id);
    if (chosen !== undefined) return chosen;
    const level = this.configurations.of(uri).levels.get(id) ?? (offByDefault ? 'off' : own);
    return level === 'off' && this.choice.selected?.has(id) ? own : level;
  }

  /** The rules that may speak of one of some files, of those that are wanted: a rule that is off costs nothing. */
  enabled(files: readonly Uri[], isWanted: (rule: Rule) => boolean): readonly Rule[] {
    const able = rules.filter((rule) => rule.check !== undefined && isWanted(rule));
    return able.filter((rule) => files.some((uri) => this.of(rule, uri) !== 'off'));
  }
}
