import type { Uri } from '../base/uri';
import type { ConfigLayer, Configurations } from '../lint/config/configurations';
import { Levels, type RuleChoice } from '../lint/levels';
import { rules } from '../rules/index';

/** What is asked of the configuration. */
export interface ResolvedInput {
  readonly uri: Uri;
  readonly configurations: Configurations;
  /** What the options say of the rules. */
  readonly choice: RuleChoice;
  /** Settings that options give. */
  readonly cloud: string | undefined;
  readonly location: string | undefined;
  /** A document's path as the reader is to see it. */
  readonly pathOf: (uri: Uri) => string;
}

/** The configuration that holds for a file, as JSON: each rule's level and each setting, with what says so. */
export function formatResolvedConfiguration(input: ResolvedInput): string {
  const { uri, configurations, choice, pathOf } = input;
  const layers = configurations.layersOf(uri);
  const { ignored, geoCodes } = configurations.of(uri);
  const levels = new Levels(choice, configurations);
  const document = {
    file: pathOf(uri),
    configurations: [...new Set(layers.map((layer) => pathOf(layer.uri)))].reverse(),
    ignored,
    dns: setting(undefined, layers, ({ dns }) => dns, pathOf),
    cloud: setting(input.cloud, layers, ({ cloud }) => cloud, pathOf),
    defaultLocation: setting(input.location, layers, ({ defaultLocation }) => defaultLocation, pathOf),
    geoCodes: Object.fromEntries(geoCodes),
    rules: Object.fromEntries(
      rules.map((rule) => {
        const level = levels.of(rule, uri);
        // A rule that is selected by itself is on whatever the configuration says.
        const selected = choice.selected?.has(rule.id) === true && level !== 'off';
        const chosen = choice.levels.get(rule.id) ?? (selected ? level : undefined);
        const { from } = setting(chosen, layers, (part) => part.levels.get(rule.id), pathOf);
        return [rule.id, { name: rule.name, level, from }];
      }),
    ),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

interface Setting {
  readonly value: string | null;
  readonly from: string;
}

/** A value with what says it: the options, the last layer that has it, or nothing. */
function setting(
  option: string | undefined,
  layers: readonly ConfigLayer[],
  valueOf: (part: ConfigLayer['part']) => string | undefined,
  pathOf: (uri: Uri) => string,
): Setting {
  if (option !== undefined) return { value: option, from: 'options' };
  const layer = layers.findLast(({ part }) => valueOf(part) !== undefined);
  if (layer === undefined) return { value: null, from: 'default' };
  const override = layer.override === undefined ? '' : `, override ${layer.override}`;
  return { value: valueOf(layer.part) ?? null, from: `${pathOf(layer.uri)}${override}` };
}
