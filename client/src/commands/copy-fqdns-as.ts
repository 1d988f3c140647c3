import { env, window } from 'vscode';
import {
  expectedFqdnsRequest,
  fqdnFormsRequest,
  type ExpectedFqdnsParams,
  type FqdnForm,
  type TextResult,
} from '../../../server/src/protocol';
import type { Client } from '../client';
import { pickRegions } from '../pick-regions';
import type { Surroundings } from '../surroundings';
import { givenList, givenTemplate } from './given-template';

const title = 'Copy FQDNs as';

/** Copies the names of what is in front, a list or a template, else of regions that the user picks, in a form that the user picks. */
export async function copyFqdnsAs(surroundings: Surroundings, given: unknown): Promise<void> {
  const question =
    givenList(given)?.params ?? templateQuestion(surroundings, given) ?? (await pickedRegions(surroundings));
  if (question === undefined) return;
  const form = await pickForm(surroundings.client);
  if (form === undefined) return;
  const params: ExpectedFqdnsParams = { ...question, form: form.id };
  const { text } = await surroundings.client.request<TextResult>(expectedFqdnsRequest, params);
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(`Copied: ${form.title}`, 3000);
}

function templateQuestion(surroundings: Surroundings, given: unknown): ExpectedFqdnsParams | undefined {
  const template = givenTemplate(given, surroundings);
  return template && { template: template.toString() };
}

async function pickedRegions(surroundings: Surroundings): Promise<ExpectedFqdnsParams | undefined> {
  const regions = await pickRegions(surroundings, title);
  return regions.length === 0 ? undefined : { regions: regions.map(({ name }) => name) };
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
