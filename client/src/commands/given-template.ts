import { Uri, window } from 'vscode';
import { expectedFqdnsRequest, type ExpectedFqdnsParams } from '../../../server/src/protocol';
import { questionOf } from '../server-texts';
import type { Surroundings } from '../surroundings';

/** The document that a menu or a code lens passes to a command; undefined where the user ran it from the palette. */
export function givenDocument(given: unknown): Uri | undefined {
  if (typeof given === 'string') return Uri.parse(given);
  return given instanceof Uri ? given : undefined;
}

/** The template that a command is about: the one that it was given, else the one in front. */
export function givenTemplate(given: unknown, { inFront }: Pick<Surroundings, 'inFront'>): Uri | undefined {
  return givenDocument(given) ?? inFront.document?.uri;
}

/** What the list of FQDNs asked for that a command is about: the list that it was given, else the one in front, if that is a list. */
export function givenList(given: unknown): { readonly uri: Uri; readonly params: ExpectedFqdnsParams } | undefined {
  const uri = givenDocument(given) ?? window.activeTextEditor?.document.uri;
  if (uri === undefined) return undefined;
  const question = questionOf(uri);
  return question?.request === expectedFqdnsRequest ? { uri, params: question.params } : undefined;
}

/** What a command says that has no template to work on. */
export function noTemplate(): Error {
  return new Error('Open a Bicep file or an ARM template first: this works on the one in front.');
}

/** The last part of a document's path. */
export function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
