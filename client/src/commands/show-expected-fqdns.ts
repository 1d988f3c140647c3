import { commands, Disposable, window } from 'vscode';
import { commandIds } from '../../../server/src/protocol';
import type { Client } from '../client';
import type { FqdnDocuments } from '../fqdn-documents';
import { pickRegion } from '../pick-region';
import { mayBeTemplate } from '../template-documents';

/** Opens the list of FQDNs that a firewall has to allow: for a region that the user picks, or for the template in front. */
export function registerShowExpectedFqdns(client: Client, documents: FqdnDocuments): Disposable {
  return Disposable.from(
    commands.registerCommand(commandIds.showExpectedFqdns, () => showForRegion(client, documents)),
    commands.registerCommand(commandIds.showExpectedFqdnsForTemplate, () => showForTemplate(documents)),
  );
}

async function showForRegion(client: Client, documents: FqdnDocuments): Promise<void> {
  const region = await pickRegion(client, 'Show Expected FQDNs for Region');
  if (region !== undefined) await documents.showRegion(region.name);
}

async function showForTemplate(documents: FqdnDocuments): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document !== undefined && mayBeTemplate(document)) await documents.showTemplate(document.uri);
  else
    void window.showInformationMessage(
      'Open a Bicep file or an ARM template first: the list is made for the one in front.',
    );
}
