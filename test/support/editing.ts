import assert from 'node:assert/strict';
import type { Place } from '../../server/src/base/place';
import type { Problem } from '../../server/src/base/problem';
import { applyEdits, type TextEdit } from '../../server/src/base/text-edit';
import { parametersFromArm, templateFromArm } from '../../server/src/model/arm/from-arm';
import { createEditor } from '../../server/src/model/edit/create-editor';
import type { Editor } from '../../server/src/model/edit/editor';
import { readSourceFile, type SourceFile } from '../../server/src/model/source-file';
import { parseArm, parseArmParameters } from '../../server/src/syntax/arm/parse';
import { readMarks } from './marks';

export type EditedLanguage = 'bicep' | 'bicepparam' | 'template' | 'parameters';
export type Edit = (editor: Editor, place: Place) => TextEdit | readonly TextEdit[] | undefined;

/**
 * The text after an edit at its mark, undefined where the editor refuses. Both texts have to be without problems, so an edit
 * that breaks a file fails the test. JSON need not look like a template.
 */
export function edited(language: EditedLanguage, marked: string, edit: Edit): string | undefined {
  const { text, spans } = readMarks(marked);
  const [span] = spans;
  assert.ok(span, 'the text has no mark');
  assert.deepEqual(readEditable(language, text).problems, []);
  const result = editedAt(language, text, (editor, uri) => edit(editor, { uri, ...span }));
  if (result !== undefined) assertReadable(language, result, text);
  return result;
}

/** Fails if a changed text has problems, or is no strict JSON although it was before. */
export function assertReadable(language: EditedLanguage, changed: string, before: string): void {
  assert.deepEqual(readEditable(language, changed).problems, [], changed);
  assert.ok(isStrictJson(changed) || !isStrictJson(before), changed);
}

/** The text after an edit, undefined where the editor refuses. */
export function editedAt(
  language: EditedLanguage,
  text: string,
  edit: (editor: Editor, uri: string) => TextEdit | readonly TextEdit[] | undefined,
): string | undefined {
  const uri = uriOf(language);
  const { file } = readEditable(language, text);
  const edits = edit(
    createEditor((wanted) => (wanted === uri ? file : undefined)),
    uri,
  );
  return edits && applyEdits(text, [edits].flat());
}

export interface EditableFile {
  readonly file: SourceFile;
  readonly problems: readonly Problem[];
}

export function readEditable(language: EditedLanguage, text: string): EditableFile {
  const uri = uriOf(language);
  if (language === 'template') {
    const parsed = parseArm(text);
    assert.ok(parsed.root);
    const file: SourceFile = { kind: 'template', text, tree: parsed.root, template: templateFromArm(uri, parsed) };
    return { file, problems: parsed.problems };
  }
  if (language === 'parameters') {
    const parsed = parseArmParameters(text);
    assert.ok(parsed.root);
    const parameters = parametersFromArm(uri, parsed);
    return { file: { kind: 'parameters', text, tree: parsed.root, parameters }, problems: parsed.problems };
  }
  const file = readSourceFile(uri, text);
  assert.ok(file);
  return { file, problems: file.kind === 'template' ? file.template.problems : file.parameters.problems };
}

function uriOf(language: EditedLanguage): string {
  return `file:///edited.${language === 'template' || language === 'parameters' ? 'json' : language}`;
}

function isStrictJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
