import path from 'node:path';
import { resolveUri } from '../base/uri';
import type { Uri } from '../base/uri';
import { scanFile } from '../deployment/project/project';
import { isPublished } from '../deployment/project/registry';
import { uriOfPath } from '../host/paths';
import type { Io } from './io';

type Texts = ReadonlyMap<Uri, string>;

/** What is wrong with giving a template a parameter file that names another one: it would not compile. Undefined where nothing is. */
export function whyNotItsParameters(template: string, parameters: string, texts: Texts, io: Io): string | undefined {
  const uri = uriOfPath(path.resolve(io.cwd, parameters));
  const { using } = scanFile(uri, texts.get(uri) ?? '');
  if (using === undefined) return undefined;
  const isIts = !isPublished(using) && resolveUri(uri, using) === uriOfPath(path.resolve(io.cwd, template));
  return isIts ? undefined : `${parameters} has the parameters of ${using}, not of ${template}.`;
}

/** Why a file that can be read deploys nothing. */
export function whyNothingDeployed(file: string, texts: Texts, io: Io): string {
  const uri = uriOfPath(path.resolve(io.cwd, file));
  const { kind, using } = scanFile(uri, texts.get(uri) ?? '');
  if (kind !== 'parameters') return `${file} is no template, and no parameter file of one.`;
  if (using === undefined)
    return `No template belongs to ${file}. Name the template, and give this file with --params.`;
  if (isPublished(using)) return `The template of ${file}, ${using}, is not in the module cache.`;
  return `The template of ${file}, ${using}, ${texts.has(resolveUri(uri, using)) ? 'is no template' : 'is not there'}.`;
}
