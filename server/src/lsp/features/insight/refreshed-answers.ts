import type { Uri } from '../../../base/uri';
import type { Documents } from '../../documents';
import { safely, type Log } from '../../safely';
import type { DocumentReading, Readings } from './readings';

interface Surroundings {
  readonly documents: Documents;
  readonly readings: Readings;
  readonly log: Log;
}

/**
 * Answers that a client asks for when the document changes, though they depend on other files, too. After a check, the client is told to
 * ask again where an answer about an unchanged text has become another.
 */
export class RefreshedAnswers<Item> {
  /** What the client got last. */
  private readonly given = new Map<Uri, { readonly version: number | undefined; readonly content: string }>();
  private readonly compare: (params: undefined) => Promise<void>;

  constructor(
    private readonly surroundings: Surroundings,
    private readonly itemsIn: (reading: DocumentReading) => Promise<Item[]>,
    private readonly refresh: () => void,
  ) {
    this.compare = safely(surroundings.log, 'Refreshing', undefined, () => this.refreshWhereOutdated());
  }

  /** What is right for a document now, given the client's URI. */
  async answer(clientUri: string): Promise<Item[]> {
    const reading = await this.surroundings.readings.of(clientUri);
    if (!reading) return [];
    const version = this.versionOf(reading.uri);
    const items = await this.itemsIn(reading);
    this.given.set(reading.uri, { version, content: JSON.stringify(items) });
    return items;
  }

  /** A project has been checked. */
  checked(): void {
    void this.compare(undefined);
  }

  private async refreshWhereOutdated(): Promise<void> {
    let outdated = false;
    for (const [uri, { version, content }] of this.given) {
      const reading = await this.surroundings.readings.now(uri);
      if (!reading) this.given.delete(uri);
      // The client asks by itself for a text that it has changed.
      if (!reading || version !== this.versionOf(uri)) continue;
      const now = JSON.stringify(await this.itemsIn(reading));
      outdated ||= now !== content;
      // It is told once of each change.
      this.given.set(uri, { version, content: now });
    }
    if (outdated) this.refresh();
  }

  private versionOf(uri: Uri): number | undefined {
    return this.surroundings.documents.get(uri)?.version;
  }
}
