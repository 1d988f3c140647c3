import { parseGlob } from '../../base/glob';
import { dnsModes, type DnsMode } from '../../domain/resources/settings';
import type { Rule } from '../../rules/rule';
import type { Severity } from '../finding';
import type { ListShape, MemberShape, ObjectShape, Shape, TextShape } from './shape';

/** The names of a configuration file; in a folder that has both the first one counts. */
export const configurationNames = ['pelint.config.json', 'pelint.config.jsonc'] as const;

/** The level that a user gives a rule. */
export type Level = Severity | 'off';

/** The clouds that a user can name. */
export const configurableClouds = ['public', 'usgov', 'china', 'germany'] as const;

export const levels = ['error', 'warning', 'info', 'off'] as const satisfies readonly Level[];

const dnsModeDescriptions: Readonly<Record<DnsMode, string>> = {
  'private-zones': 'Private DNS zones that the templates bind to the endpoints.',
  policy: 'Private DNS zones that Azure Policy binds to the endpoints.',
  custom: 'DNS servers of one’s own, with records that are kept there.',
  hosts: 'Files named hosts on the machines.',
  forwarder: 'DNS servers of one’s own that forward to Azure.',
};

const path: TextShape = { kind: 'text', what: 'a path', pattern: '\\S' };
const region: TextShape = { kind: 'text', what: 'a region', pattern: '[a-zA-Z]' };
const glob: TextShape = { kind: 'text', what: 'a pattern for paths', check: globProblem };
const globs: ListShape = { kind: 'list', items: glob, orOne: true };
const reason: TextShape = { kind: 'text', what: 'a reason', pattern: '\\S' };

const day: TextShape = {
  kind: 'text',
  what: 'a day such as 2027-06-30',
  pattern: '^\\d{4}-\\d{2}-\\d{2}$',
  check: (text) => (isDay(text) ? undefined : `There is no day ${text}.`),
};

const geoCode: TextShape = { kind: 'text', what: 'a geo code such as we', pattern: '^[a-zA-Z][a-zA-Z0-9]{0,19}$' };

/** What a configuration file may say, given the rules that there are. */
export function configurationShape(rules: readonly Pick<Rule, 'id' | 'name' | 'summary'>[]): ObjectShape {
  const rule: TextShape = {
    kind: 'text',
    what: 'a rule',
    choices: rules.flatMap(({ id, name, summary }) => [id, name].map((text) => ({ text, description: summary }))),
    choicesListed: '`pelint rules` lists them.',
  };
  const forFiles = overridable(rule);
  return { kind: 'object', members: { ...wholeFile, ...forFiles, ...lists(rule, forFiles) } };
}

type Members = Readonly<Record<string, MemberShape>>;

const wholeFile: Members = {
  $schema: { shape: { kind: 'text', what: 'an address' }, description: 'The address of this schema.' },
  root: {
    shape: { kind: 'flag' },
    description: 'The folder of this file is a project by itself: nothing outside it is looked at together with it.',
  },
  extends: {
    shape: path,
    description:
      'Another configuration file, as a path from this one. What this file says goes before what that one says.',
  },
  moduleCache: {
    shape: path,
    description:
      'The folder with modules from registries, as a path from this file, in place of the cache that Bicep uses.',
  },
  geoCodes: {
    shape: { kind: 'map', keys: region, values: geoCode },
    description:
      'Geo codes by the name of their region, for regions that pelint does not know or knows by another code.',
  },
  ignore: {
    shape: { kind: 'list', items: glob },
    description: 'Files that are not checked. They are still read where other files use them as modules.',
  },
};

/** What an override may say, too. */
function overridable(rule: TextShape): Members {
  return {
    rules: {
      shape: { kind: 'map', keys: rule, values: choice('a level', levels) },
      description:
        'Levels of rules, by ID or name. A level replaces all of the rule’s own; `off` turns the rule off, and any other level turns on one that is off by default.',
    },
    dns: {
      shape: {
        kind: 'text',
        what: 'a DNS mode',
        choices: dnsModes.map((text) => ({ text, description: dnsModeDescriptions[text] })),
      },
      description: 'What answers the names of private endpoints.',
    },
    cloud: {
      shape: choice('a cloud', configurableClouds),
      description: 'The cloud that is deployed to. Where it is not said, the regions in a template tell.',
    },
    defaultLocation: {
      shape: region,
      description: 'The region of what is deployed where no template tells it, as that of the resource group.',
    },
  };
}

function lists(rule: TextShape, forFiles: Members): Members {
  const suppression: Members = {
    rule: {
      shape: { kind: 'list', items: rule, orOne: true },
      description: 'The rules that are silent, by ID or name.',
      required: true,
    },
    path: { shape: globs, description: 'The files in which they are silent.', required: true },
    reason: { shape: reason, description: 'Why.', required: true },
    until: { shape: day, description: 'The last day on which it counts, such as 2027-06-30.' },
  };
  const override: Members = {
    files: { shape: globs, description: 'The files that it is for.', required: true },
    ...forFiles,
  };
  return {
    suppressions: {
      shape: { kind: 'list', items: { kind: 'object', members: suppression } },
      description: 'Findings that are known and do not count.',
    },
    overrides: {
      shape: { kind: 'list', items: { kind: 'object', members: override } },
      description: 'What is different for some files. Of several that are for a file, the later goes first.',
    },
  };
}

function choice(what: string, texts: readonly string[]): Shape {
  return { kind: 'text', what, choices: texts.map((text) => ({ text })) };
}

function globProblem(text: string): string | undefined {
  const glob = parseGlob(text);
  return typeof glob === 'string' ? glob : undefined;
}

/** Whether the calendar has a day; `Date` would take the 31st of June for the 1st of July. */
function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
