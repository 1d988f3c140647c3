import type { Uri } from '../../../base/uri';
import { Configurations } from '../../../lint/config/configurations';
import type { Documents } from '../../documents';
import type { Projects } from '../../projects';
import { levelsOf, type EditorSettings } from '../../settings';
import type { Configuring } from './offer';

export interface ConfiguringContext {
  readonly documents: Documents;
  readonly projects: Projects;
  readonly settings: EditorSettings;
}

/** The configuration of a document as it stands in the editor or on disk. */
export async function configuringFor(
  uri: Uri,
  { documents, projects, settings }: ConfiguringContext,
): Promise<Configuring | undefined> {
  const project = await projects.of(uri);
  if (project === uri) return undefined;
  const texts = new Map<Uri, string>();
  const unreadable = new Map<Uri, string>();
  const asked = new Set<Uri>();
  for (;;) {
    const lacking = [...new Configurations('nearest', texts, unreadable).needed([uri])].filter((it) => !asked.has(it));
    if (lacking.length === 0) break;
    // A change counts in the text as it is on disk now, whether the client has told of its last change or not.
    for (const uri of lacking) documents.changedOnDisk(uri);
    const read = await Promise.all(lacking.map((it) => documents.read(it)));
    lacking.forEach((it, index) => {
      const text = read[index];
      asked.add(it);
      if (typeof text === 'string') texts.set(it, text);
      else if (text !== undefined) unreadable.set(it, text.message);
    });
  }
  const set = new Set(levelsOf(await settings.of(await projects.settingsScope(uri))).keys());
  return { project, configurations: new Configurations('nearest', texts, unreadable), texts, set };
}
