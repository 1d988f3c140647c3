import { workloadIds } from '../../data/workloads';
import { cloudNames } from '../evaluate-template';
import type { OptionSpec } from '../options';

/** The options that say how a template is deployed. */
export const templateOptions = [
  { name: 'params', value: 'FILE', help: 'A parameter file for the template; may be repeated.' },
  { name: 'location', value: 'REGION', help: 'The region that the template is deployed to.' },
  { name: 'cloud', value: 'CLOUD', choices: cloudNames, help: 'The cloud that the template is deployed to.' },
  { name: 'module-cache', value: 'DIR', help: "Where the template's modules from registries are." },
] as const satisfies readonly OptionSpec[];

/** The options that say which regions are meant besides naming them. */
export const regionOptions = [
  { name: 'secondary', help: 'Add the paired regions, for cross-region restore.' },
  { name: 'template', value: 'FILE', help: 'Take the regions and vaults from what a template deploys.' },
  ...templateOptions,
] as const satisfies readonly OptionSpec[];

/** The options that say what is backed up and how. */
export const questionOptions = [
  {
    name: 'workload',
    value: 'WORKLOAD',
    help: `What is backed up; may be repeated or separated by commas. All agents if left out. Any of ${workloadIds.join(', ')}.`,
  },
  { name: 'no-private-endpoint', help: 'The vaults have no private endpoints.' },
] as const satisfies readonly OptionSpec[];

export type RegionOptionName = (typeof regionOptions)[number]['name'];
export type QuestionOptionName = (typeof questionOptions)[number]['name'];
