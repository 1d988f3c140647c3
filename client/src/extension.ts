import type { ExtensionContext } from 'vscode';
import { BicepColours } from './bicep-colours';
import { Client, type NewLanguageClient } from './client';
import { registerCommands } from './commands';
import { ServerTexts } from './server-texts';
import { StatusItem } from './status-item';
import { TemplateInFront } from './template-in-front';
import { TopologyViews } from './topology/topology-views';

/** What every host of the extension does when VS Code activates it. Starts no server by itself. */
export function startExtension(context: ExtensionContext, newLanguageClient: NewLanguageClient): void {
  const client = new Client(newLanguageClient);
  const texts = new ServerTexts(client);
  const topologies = new TopologyViews(client, context.extensionUri);
  const inFront = new TemplateInFront();
  const commands = registerCommands({ client, texts, topologies, inFront, memory: context.globalState });
  const shown = [new StatusItem(client, inFront), new BicepColours(client)];
  context.subscriptions.push(client, texts, topologies, inFront, commands, ...shown);
}
