import { CodeActionKind, CreateFile, TextDocumentEdit, type WorkspaceEdit } from 'vscode-languageserver';
import { applyEdits } from '../../../base/text-edit';
import { baseName, joinUri, type Uri } from '../../../base/uri';
import { formatNewConfiguration } from '../../../formats/new-configuration';
import { configurationNames, levels, type Level } from '../../../lint/config/description';
import type { Finding } from '../../../lint/finding';
import { changesForLevel, levelSite } from '../../../lint/config/set-level';
import { commandIds, type RuleLevelChoice } from '../../../protocol';
import { Ranges, toWorkspaceEdit } from '../../convert';
import { firstOfEachRule, type Offer, type Scene, type Touched } from './offer';

/** What says a level of the findings' rules in the project's configuration: off, which users look for, and the others. */
export function levelOffers(touched: readonly Touched[], scene: Scene): readonly Offer[] {
  return firstOfEachRule(touched).flatMap((about) => levelOffersFor(about, scene));
}

/** An edit that gives a rule a level in the configuration of the scene's document, with the file that it changes; undefined where there is none. */
export function levelEdit(
  rule: Pick<Finding, 'ruleId' | 'ruleName'>,
  level: Level,
  { uri, configuring, client, name }: Pick<Scene, 'uri' | 'configuring' | 'client' | 'name'>,
): { readonly file: Uri; readonly edit: WorkspaceEdit } | undefined {
  if (!configuring) return undefined;
  const { project, configurations, texts } = configuring;
  const site = levelSite(configurations, uri, rule.ruleId);
  if (!site) return client.createsFiles ? newFile(joinUri(project, configurationNames[0]), rule, level) : undefined;
  const text = texts.get(site.uri);
  const changes = text === undefined ? undefined : changesForLevel(text, site.override, rule, level);
  if (text === undefined || !changes) return undefined;
  const ranges = new Ranges(new Map([[site.uri, text]]), client.positionEncoding);
  const edits = changes.map((change) => ({ uri: site.uri, ...change }));
  return { file: site.uri, edit: toWorkspaceEdit({ edits }, ranges, name, client.takesVersionedEdits) };
}

function levelOffersFor(about: Touched, scene: Scene): readonly Offer[] {
  const { ruleId: id, severity } = about.finding;
  const made = scene.configuring?.set.has(id) === true ? undefined : levelEdit(about.finding, 'off', scene);
  if (!made) return [];
  const file = baseName(made.file);
  const others = levels.filter((level) => level !== severity && level !== 'off');
  if (scene.client.runs(commandIds.setRuleLevel)) {
    const command = (title: string, choice: readonly Level[]): Offer => {
      const { uri } = scene.name(scene.uri);
      const argument: RuleLevelChoice = { uri, rule: id, file: scene.name(made.file).uri, levels: choice };
      const run = { title, command: commandIds.setRuleLevel, arguments: [argument] };
      return { title, kind: CodeActionKind.QuickFix, about, command: run };
    };
    return [command(titleOf(id, 'off', file), ['off']), command(`Set the level of ${id} in ${file}…`, others)];
  }
  return (['off', ...others] as const).map((level) => ({
    title: titleOf(id, level, file),
    kind: CodeActionKind.QuickFix,
    about,
    edit: () => levelEdit(about.finding, level, scene)?.edit ?? made.edit,
  }));
}

function titleOf(id: string, level: Level, file: string): string {
  return level === 'off' ? `Turn ${id} off in ${file}` : `Set ${id} to ${level} in ${file}`;
}

/** A configuration file like the one that users get when they ask for one. */
function newFile(
  file: Uri,
  rule: Pick<Finding, 'ruleId' | 'ruleName'>,
  level: Level,
): { readonly file: Uri; readonly edit: WorkspaceEdit } | undefined {
  const text = formatNewConfiguration();
  const changes = changesForLevel(text, undefined, rule, level);
  if (!changes) return undefined;
  const newText = applyEdits(
    text,
    changes.map((change) => ({ uri: file, ...change })),
  );
  const start = { line: 0, character: 0 };
  return {
    file,
    edit: {
      documentChanges: [
        CreateFile.create(file, { ignoreIfExists: true }),
        TextDocumentEdit.create({ uri: file, version: null }, [{ range: { start, end: start }, newText }]),
      ],
    },
  };
}
