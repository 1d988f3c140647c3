import { strict as assert } from 'node:assert';
import { commandIds, templateLanguages, type Settings } from '../../server/src/protocol';
import { repositoryText } from '../support/repository';

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly category: string; readonly title: string }[];
    readonly languages: readonly Readonly<Record<string, unknown>>[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly description?: string }>> };
  };
}

const manifest = JSON.parse(repositoryText('package.json')) as Manifest;

describe('the manifest of the extension', () => {
  it('names the commands that the client registers, under one heading', () => {
    const { commands } = manifest.contributes;
    assert.deepEqual(commands.map(({ command }) => command).sort(), Object.values(commandIds).sort());
    assert.deepEqual([...new Set(commands.map(({ category }) => category))], ['Azure Private Endpoints']);
  });

  it('activates the extension for every language that a template may have', () => {
    const events = templateLanguages.map((language) => `onLanguage:${language}`);
    assert.deepEqual(manifest.activationEvents, events);
  });

  it('describes the settings that the client reads, and the one that the language client reads', () => {
    const defaults: Settings = { enable: true };
    const read = [...Object.keys(defaults), 'trace.server'].map((name) => `pelint.${name}`);
    const { properties } = manifest.contributes.configuration;
    assert.deepEqual(Object.keys(properties).sort(), read.sort());
    for (const { description } of Object.values(properties)) assert.match(description ?? '', /\.$/);
  });

  // Anything more, a grammar above all, would compete with the official extension.
  it('declares languages by their file extensions only', () => {
    for (const language of manifest.contributes.languages)
      assert.deepEqual(Object.keys(language), ['id', 'extensions']);
  });
});
