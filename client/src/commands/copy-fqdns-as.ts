import { commands, env, window, type Disposable } from 'vscode';
import {
  commandIds,
  expectedFqdnsRequest,
  fqdnFormsRequest,
  type ExpectedFqdnsParams,
  type ExpectedFqdnsResult,
  type FqdnForm,
} from '../../../server/src/protocol';
import type { Client } from '../client';
import { questionOf } from '../fqdn-documents';
import { pickRegion } from '../pick-region';
import { mayBeTemplate } from '../template-documents';

const title = 'Copy FQDNs as';

/** Copies the names of what is in front, a list or a template, else of a region that the user picks, in a form that the user picks. */
export function registerCopyFqdnsAs(client: Client): Disposable {
  return commands.registerCommand(commandIds.copyFqdnsAs, () => copyFqdnsAs(client));
}

async function copyFqdnsAs(client: Client): Promise<void> {
  const question = questionInFront() ?? (await pickedRegion(client));
  if (question === undefined) return;
  const form = await pickForm(client);
  if (form === undefined) return;
  try {
    const params: ExpectedFqdnsParams = { ...question, form: form.id };
    const { text } = await client.request<ExpectedFqdnsResult>(expectedFqdnsRequest, params);
    await env.clipboard.writeText(text);
    window.setStatusBarMessage(`Copied: ${form.title}`, 3000);
  } catch (error) {
    void window.showWarningMessage(error instanceof Error ? error.message : String(error));
  }
}

function questionInFront(): ExpectedFqdnsParams | undefined {
  const document = window.activeTextEditor?.document;
  if (document === undefined) return undefined;
  const listed = questionOf(document.uri);
  return listed ?? (mayBeTemplate(document) ? { template: document.uri.toString() } : undefined);
}

async function pickedRegion(client: Client): Promise<ExpectedFqdnsParams | undefined> {
  const region = await pickRegion(client, title);
  return region && { regions: [region.name] };
}

async function pickForm(client: Client): Promise<FqdnForm | undefined> {
  const items = client
    .request<FqdnForm[]>(fqdnFormsRequest)
    .then((forms) => forms.map((form) => ({ label: form.title, description: `pelint ${form.id}`, form })));
  const picked = await window.showQuickPick(items, {
    title,
    placeHolder: 'A list, a DNS server, a firewall or a proxy',
  });
  return picked?.form;
}
