import { strict as assert } from 'node:assert';
import { commandIds, templateLanguages } from '../../server/src/protocol';
import { rules } from '../../server/src/rules/index';
import { repositoryText } from '../support/repository';

interface Manifest {
  readonly capabilities: Readonly<Record<string, { readonly supported: string; readonly description: string }>>;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly category: string; readonly title: string }[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly submenus: readonly { readonly id: string }[];
    readonly walkthroughs: readonly { readonly steps: readonly Step[] }[];
    readonly languages: readonly Readonly<Record<string, unknown>>[];
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
  };
}

interface Step {
  readonly id: string;
  readonly description: string;
  readonly completionEvents: readonly string[];
}

interface Setting {
  readonly default: unknown;
  readonly description?: string;
  readonly properties?: object;
}

interface MenuItem {
  readonly command?: string;
  readonly submenu?: string;
  readonly when?: string;
}

const manifest = JSON.parse(repositoryText('package.json')) as Manifest;

describe('the manifest of the extension', () => {
  it('names the commands that the client registers, under one heading', () => {
    const { commands } = manifest.contributes;
    assert.deepEqual(commands.map(({ command }) => command).sort(), Object.values(commandIds).sort());
    assert.deepEqual([...new Set(commands.map(({ category }) => category))], ['Azure Private Endpoints']);
  });

  it('shows in its menus only what it declares', () => {
    const { commands, menus, submenus } = manifest.contributes;
    const declared = [...commands.map(({ command }) => command), ...submenus.map(({ id }) => id)];
    const shown = Object.values(menus).flatMap((items) => items.map(({ command, submenu }) => command ?? submenu));
    assert.deepEqual(
      shown.filter((name) => !declared.includes(name ?? '')),
      [],
    );
    for (const { id } of submenus) assert.ok(menus[id], id);
  });

  it('keeps out of every other editor, folder and title', () => {
    for (const [menu, items] of Object.entries(manifest.contributes.menus)) {
      if (menu.startsWith('pelint.')) continue;
      for (const { command, submenu, when } of items) assert.ok(when, `${menu}: ${command ?? submenu ?? ''}`);
    }
  });

  it('activates the extension for every language that a template may have, and for a view that outlived a reload', () => {
    const events = templateLanguages.map((language) => `onLanguage:${language}`);
    assert.deepEqual(manifest.activationEvents, [...events, 'onWebviewPanel:pelint.topology']);
  });

  it('describes the settings that the client, the server and the language client read, each with its default', () => {
    const { properties } = manifest.contributes.configuration;
    const defaults = Object.entries(properties).map(([name, setting]) => [name, setting.default]);
    assert.deepEqual(Object.fromEntries(defaults), {
      'pelint.enable': true,
      'pelint.rules': {},
      'pelint.codeLens.enable': true,
      'pelint.inlayHints.enable': false,
      'pelint.trace.server': 'off',
    });
    for (const { description } of Object.values(properties)) assert.match(description ?? '', /\.$/);
  });

  it('takes levels of every rule, by ID and by name', () => {
    const known = Object.keys(manifest.contributes.configuration.properties['pelint.rules']?.properties ?? {});
    assert.deepEqual(known.sort(), rules.flatMap(({ id, name }) => [id, name]).sort());
  });

  it('links from its walkthrough to commands that there are, and sees when they are run', () => {
    const own = Object.values<string>(commandIds);
    const [walkthrough] = manifest.contributes.walkthroughs;
    assert.equal(walkthrough?.steps.length, 5);
    for (const { id, description, completionEvents } of walkthrough.steps) {
      const texts = [description, ...completionEvents];
      const commands = texts.flatMap((text) =>
        [...text.matchAll(/command:(pelint\.\w+)/gi)].map((match) => match[1] ?? ''),
      );
      assert.deepEqual(
        commands.filter((command) => !own.includes(command)),
        [],
        id,
      );
      assert.ok(completionEvents.length > 0, id);
    }
  });

  it('says why it can do less in some workspaces', () => {
    for (const { supported, description } of Object.values(manifest.capabilities)) {
      assert.equal(supported, 'limited');
      assert.match(description, /\.$/);
    }
  });

  // Anything more, a grammar above all, would compete with the official extension.
  it('declares the languages of Bicep by their file extensions only', () => {
    const bicep = manifest.contributes.languages.filter(({ id }) => /^bicep/.test(String(id)));
    assert.equal(bicep.length, 2);
    for (const language of bicep) assert.deepEqual(Object.keys(language), ['id', 'extensions']);
  });
});
