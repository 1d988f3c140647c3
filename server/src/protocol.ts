// What the VS Code client and the language server say to each other beyond LSP. Plain data; imports nothing.

/** Identifies the client, the server and the settings in VS Code, and is the source that diagnostics name. */
export const productId = 'pelint';

/** The languages of documents that may be templates or parameter files, as VS Code and the official extensions name them. */
export const templateLanguages = ['bicep', 'bicep-params', 'json', 'jsonc', 'arm-template', 'arm-params'] as const;

/** Commands that the client registers with VS Code. */
export const commandIds = {
  showExpectedFqdns: 'pelint.showExpectedFqdns',
  /** Takes the template's URI, as an object or a text; the template in front if it is left out. */
  showExpectedFqdnsForTemplate: 'pelint.showExpectedFqdnsForTemplate',
  previewFqdns: 'pelint.previewFqdns',
  copyFqdnsAs: 'pelint.copyFqdnsAs',
  /** Takes a template's URI, as `showExpectedFqdnsForTemplate` does. */
  showReadinessChecklist: 'pelint.showReadinessChecklist',
  /** Takes a template's URI, as `showExpectedFqdnsForTemplate` does. */
  showTopology: 'pelint.showTopology',
  /** Takes a template's URI, the form (`svg`, `png`, `mermaid` or `copy`) and the URI of the file to write; the user is asked for what is left out. */
  exportTopology: 'pelint.exportTopology',
  /** Takes the ID of a rule; the user picks one if it is left out. */
  explainRule: 'pelint.explainRule',
  fixAll: 'pelint.fixAll',
  /** Takes a `RuleLevelChoice`. */
  setRuleLevel: 'pelint.setRuleLevel',
  createConfiguration: 'pelint.createConfiguration',
  restartServer: 'pelint.restartServer',
  showOutput: 'pelint.showOutput',
  /** Offers what can be done with the template in front. */
  showActions: 'pelint.showActions',
} as const;

/** The settings below `pelint.` that the client reads. */
export interface Settings {
  /** Whether the templates of a folder are checked. */
  readonly enable: boolean;
}

/** What the server makes of the settings below `pelint.`, which it asks for with `workspace/configuration`. */
export interface ServerSettings {
  /** `pelint.rules`: a level by the ID or name of a rule. It goes before what `pelint.config.json` says. */
  readonly rules: Readonly<Record<string, unknown>>;
  /** `pelint.inlayHints.enable`, off by default. */
  readonly inlayHints: boolean;
  /** `pelint.codeLens.enable`, on by default. */
  readonly codeLens: boolean;
}

/** What the client passes when it starts the server. Other editors may leave all of it out. */
export interface InitializationOptions {
  readonly syntaxErrors?: SyntaxErrors;
  /** The settings below `pelint.`, from clients that cannot be asked for them later. */
  readonly settings?: unknown;
  /** False where the user has not said that the workspace is to be trusted: then nothing outside it and the module cache is read. */
  readonly trusted?: boolean;
  /** Whether the client reads files for the server that are not on the server's disk: see `readFileRequest`. */
  readonly fileSystem?: boolean;
  /** Whether the client wants to hear of every check: see `checkedNotification`. */
  readonly announceChecks?: boolean;
  /** The commands of `commandIds` that the client can run: code lenses and links in hovers name no others. */
  readonly commands?: readonly string[];
  /** Whether the server is to offer semantic tokens of Bicep, for editors that have no other colours for it. */
  readonly semanticTokens?: boolean;
}

/**
 * The types of semantic tokens, which answers name by their index. Our own client asks for tokens (`textDocument/semanticTokens/full`) only
 * where no other extension colours Bicep; the server says that it has them only to clients that want to hear it.
 */
export const semanticTokenTypes = [
  'comment',
  'decorator',
  'function',
  'keyword',
  'macro',
  'namespace',
  'number',
  'parameter',
  'property',
  'string',
  'type',
  'variable',
] as const;

/** A notification of the server to clients that want it: `CheckedProject`, whenever a project has been checked. */
export const checkedNotification = 'pelint/checked';

export interface CheckedProject {
  /** The URI of the project's folder, or of the document that is a project by itself. */
  readonly project: string;
  /** The open documents that are part of a deployment; none once the project's last document is closed. */
  readonly documents: readonly CheckedDocument[];
}

/** What is known of the deployments that a document is part of. */
export interface CheckedDocument {
  readonly uri: string;
  readonly deployments: readonly {
    /** URIs. */
    readonly template: string;
    readonly parameters?: string;
  }[];
  /** Where vaults are, as in the portal: `East US 2`. */
  readonly regions: readonly string[];
  /** How many findings of each level the deployments have, in all their files. */
  readonly errors: number;
  readonly warnings: number;
}

/** A notification of the client without parameters: the user trusts the workspace now. */
export const trustedNotification = 'pelint/trusted';

/** A request of the server: `FileParams` → `ReadFileResult`. */
export const readFileRequest = 'pelint/readFile';

/** The text of a file, or why it cannot be read; null where there is none. */
export type ReadFileResult = { readonly text: string } | { readonly problem: string } | null;

/** A request of the server: `FileParams`, a folder → the URIs (`string[]`) of all files below it that may be templates, parameter files or configurations. */
export const listFilesRequest = 'pelint/listFiles';

export interface FileParams {
  readonly uri: string;
}

/** In which languages the server reports syntax errors: in all that are not named. Where another extension does, the user would read each twice. */
export interface SyntaxErrors {
  readonly bicep?: boolean;
  readonly json?: boolean;
}

/** A notification of the client: the parameter is the new `SyntaxErrors`. */
export const syntaxErrorsNotification = 'pelint/didChangeSyntaxErrors';

/** A request of the client without parameters; the result is a `Region[]`, in the order in which to offer them. */
export const regionsRequest = 'pelint/regions';

/** An Azure region for which there is a list of FQDNs. */
export interface Region {
  /** As in a template: `eastus2`. */
  readonly name: string;
  /** As in the portal: `East US 2`. */
  readonly displayName: string;
  /** As in the names of Azure Backup: `eus2`. */
  readonly geoCode: string;
  /** As users know it: `Azure Public`. */
  readonly cloud: string;
}

/** A request of the client without parameters; the result is a `FqdnForm[]`, in the order in which to offer them. */
export const fqdnFormsRequest = 'pelint/fqdnForms';

/** A form in which the names of regions can be written: a list, or a file for a DNS server, a firewall or a proxy. */
export interface FqdnForm {
  /** The command that prints the same: `dns --as bind`. */
  readonly id: string;
  /** What it is, for people. */
  readonly title: string;
}

/**
 * A request of the client: `ExpectedFqdnsParams` → `TextResult`. Fails with InvalidParams for an unknown region or form, and for
 * a template whose vaults' regions are not known.
 */
export const expectedFqdnsRequest = 'pelint/expectedFqdns';

export interface ExpectedFqdnsParams {
  /** Region names, display names or geo codes; none where a template tells them. */
  readonly regions?: readonly string[];
  /** The URI of a template or parameter file, open or not: the regions are those of its vaults. */
  readonly template?: string;
  /** The `id` of a form; the list for reading if left out. */
  readonly form?: string;
}

/**
 * A request of the client: `ChecklistParams` → `TextResult`, in Markdown. Fails with InvalidParams for a template that deploys no vault.
 */
export const checklistRequest = 'pelint/checklist';

export interface ChecklistParams {
  /** The URI of a template or parameter file, open or not; without it the list is one for any template. */
  readonly template?: string;
}

/**
 * A request of the client: `TopologyParams` → `Topology`, or null where drawing failed. Fails with InvalidParams for a file that is no template.
 */
export const topologyRequest = 'pelint/topology';

export interface TopologyParams {
  /** The URI of a template or parameter file, open or not. */
  readonly template: string;
}

/** What a template deploys for private endpoints, drawn and in words. */
export interface Topology {
  /** What `pelint graph --as svg` prints in the project's folder. Each part is an element with its ID in `data-part`. */
  readonly svg: string;
  /** What `pelint graph --as mermaid` prints. */
  readonly mermaid: string;
  /** One for each parameter file of the template, or one by its defaults. */
  readonly deployments: readonly TopologyDeployment[];
}

export interface TopologyDeployment {
  /** The files: `main.bicep with prod.bicepparam`. */
  readonly title: string;
  readonly parts: readonly TopologyPart[];
  /** Those on none of the parts. */
  readonly otherFindings: readonly TopologyFinding[];
}

export interface TopologyPart {
  /** The same in all deployments is another part in each: its ID differs. */
  readonly id: string;
  /** What it is, and its name: `Private endpoint: pe-1`. */
  readonly name: string;
  /** What else is known of it, such as a region, and what it has to do with other parts, for people. */
  readonly facts: readonly string[];
  /** The worst first. Their elements in the drawing have the index in `data-finding`. */
  readonly findings: readonly TopologyFinding[];
  /** Where it is named; for what is only named, where that is done. */
  readonly place: SourcePlace | null;
  /** All that is written for it. */
  readonly extents: readonly SourcePlace[];
}

export interface TopologyFinding {
  readonly severity: 'error' | 'warning' | 'info';
  /** `PE102 error: what is wrong`. */
  readonly text: string;
  readonly place: SourcePlace;
}

/** Part of a document; lines and characters count as in LSP. */
export interface SourcePlace {
  readonly uri: string;
  readonly range: { readonly start: SourcePosition; readonly end: SourcePosition };
}

export interface SourcePosition {
  readonly line: number;
  readonly character: number;
}

/** A request of the client without parameters; the result is a `RuleSummary[]`, by ID. */
export const rulesRequest = 'pelint/rules';

export interface RuleSummary {
  /** `PE103`. */
  readonly id: string;
  /** `static-ip`. */
  readonly name: string;
  /** What is wrong, in one sentence with inline code. */
  readonly summary: string;
  /** Its levels, for people: `error or warning`. */
  readonly level: string;
}

/** A request of the client: `RulePageParams` → `TextResult`, in Markdown. Fails with InvalidParams for an unknown rule. */
export const rulePageRequest = 'pelint/rulePage';

export interface RulePageParams {
  /** The ID of the rule. */
  readonly rule: string;
}

/** What the command `setRuleLevel` is about. */
export interface RuleLevelChoice {
  /** The document with the finding. */
  readonly uri: string;
  /** The ID of the rule. */
  readonly rule: string;
  /** The URI of the configuration file, which may still have to be made. */
  readonly file: string;
  /** The levels that there are to choose from: the user is asked only where there are several. */
  readonly levels: readonly string[];
}

/**
 * A request of the client: `SetRuleLevelParams` → `SetRuleLevelResult`. The server has the client edit the configuration file that counts for
 * the document, or makes one in the project's folder. Fails with InvalidParams where that cannot be done.
 */
export const setRuleLevelRequest = 'pelint/setRuleLevel';

export interface SetRuleLevelParams extends Pick<RuleLevelChoice, 'uri' | 'rule'> {
  readonly level: string;
}

export interface SetRuleLevelResult {
  /** The URI of the configuration file, which is not saved yet. */
  readonly uri: string;
}

/** A request of the client without parameters; the result is a `TextResult`: a configuration file to begin with. */
export const newConfigurationRequest = 'pelint/newConfiguration';

export interface TextResult {
  /** Text to be shown, copied or saved. */
  readonly text: string;
}
