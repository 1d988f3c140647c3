import path from 'node:path';
import { fileUri } from '../../server/src/base/uri';
import type { CheckHost } from '../../server/src/lint/check';
import { judge, type Judgement } from './judgement';
import { repositoryFiles, repositoryRoot, repositoryText } from './repository';

const FOLDER = 'test/fixtures/compiled';

/** A mistake as a change of a text. It is made in Bicep and in what the compiler made of the right Bicep alike. */
export interface Mistake {
  readonly name: string;
  readonly changes: readonly (readonly [from: RegExp, to: string])[];
}

/** Mistakes that reach values on their different ways; `mutations.ts` has those of every rule. */
export const mistakes: readonly Mistake[] = [
  {
    name: 'a Backup vault',
    changes: [[/Microsoft\.RecoveryServices\/vaults/g, 'Microsoft.DataProtection/backupVaults']],
  },
  { name: 'an unknown group ID', changes: [[/(?<=['"])AzureBackup(?=['"])/g, 'AzureBackups']] },
  {
    name: 'static addresses',
    changes: [
      [/(ipConfigurations|addresses): \[\]/g, "$1: [{ name: 'static' }]"],
      [/("ipConfigurations": |"addresses": \{\s*"value": )\[\]/g, '$1[{ "name": "static" }]'],
    ],
  },
  { name: 'public access', changes: [[/(?<=['"])Disabled(?=['"])/g, 'Enabled']] },
  { name: 'no privatelink', changes: [[/privatelink\.(we|\$\{\w+\}|\{0\})\.backup/g, '$1.backup']] },
  { name: "a region's name", changes: [[/(?<=privatelink\.|['"])we(?=['".])/gi, 'westeurope']] },
  { name: "another region's code", changes: [[/(?<=privatelink\.|['"])we(?=['".])/gi, 'ne']] },
  {
    name: "another service's zone",
    changes: [
      [/privatelink\.(\w+|\$\{'queue'\}|\{0\})\.core\.windows\.net/g, 'privatelink.siterecovery.windowsazure.com'],
    ],
  },
  { name: 'a zone in a region', changes: [[/(?<=['"])global(?=['"])/g, 'westeurope']] },
];

/** The templates that are kept with what the compiler makes of them, without the ending. */
export function compiledFixtures(): readonly string[] {
  return repositoryFiles(`${FOLDER}/*.bicep`).map((file) => path.basename(file, '.bicep'));
}

export function fixtureFile(name: string, ending: 'bicep' | 'json'): string {
  return path.join(repositoryRoot, FOLDER, `${name}.${ending}`);
}

/** What pelint says of a fixture into which a mistake was put, in one of its two forms. */
export async function judgeMistaken(
  name: string,
  ending: 'bicep' | 'json',
  mistake: Mistake | undefined,
): Promise<Judgement> {
  const files =
    ending === 'bicep' ? repositoryFiles(`${FOLDER}/${name}.bicep`, `${FOLDER}/parts/*`) : [`${FOLDER}/${name}.json`];
  const right = new Map(files.map((file) => [fileUri(`/${file}`), repositoryText(file)]));
  const root = fileUri(`/${FOLDER}/${name}.${ending}`);
  return judge(root, mistaken({ read: (uri) => Promise.resolve(right.get(uri)) }, mistake));
}

/** The files of a host with a mistake in each of them that it fits into. */
export function mistaken(host: CheckHost, mistake: Mistake | undefined): CheckHost {
  const changed = (text: string): string =>
    (mistake?.changes ?? []).reduce((result, [from, to]) => result.replace(from, to), text);
  const read: CheckHost['read'] = async (uri) => {
    const text = await host.read(uri);
    return typeof text === 'string' ? changed(text) : text;
  };
  return { read };
}
