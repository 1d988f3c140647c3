import { tool } from '../../base/product';
import { baseName } from '../../base/uri';
import { readinessFacts } from '../../domain/readiness/facts';
import { checklist } from '../../formats/checklist/document';
import { checklistFormats } from '../../formats/checklist/formats';
import type { ChecklistParams, TextResult } from '../../protocol';
import { invalid } from '../invalid';
import { evaluated, type TemplateReader } from '../template-reader';

/** What to make sure of that no template shows, for a template or for any. */
export async function checklistText({ template }: ChecklistParams, reader: TemplateReader): Promise<TextResult> {
  if (template === undefined) return { text: checklistFormats.markdown(checklist(undefined, undefined), tool) };
  const { deployments, regions } = await evaluated(template, reader);
  const facts = readinessFacts(deployments, regions);
  if (facts.vaults.length === 0) throw invalid('This template deploys no Recovery Services vault.');
  return { text: checklistFormats.markdown(checklist(baseName(template), facts), tool) };
}
