import { counted } from '../../base/counted';
import { relativePath } from '../../host/paths';
import type { CheckResult } from '../../lint/check';
import type { Io } from '../io';
import type { ProjectsResult } from './projects';

/** What `--stats` tells of a run. */
export type Statistics = Pick<CheckResult, 'deployments' | 'joints' | 'times'> &
  Pick<ProjectsResult, 'projects' | 'cached' | 'threads'> & {
    readonly checked: ReadonlySet<string>;
  };

/** The phases of a check as people call them; all other times are those of rules. */
const PHASES: readonly (readonly [part: string, title: string])[] = [
  ['read', 'reading and parsing'],
  ['evaluate', 'working out what is deployed'],
  ['rules', 'rules'],
];

/** The lines of `--stats`: what was looked at, what was looked at together and why, and what took how long. */
export function statisticsLines(statistics: Statistics, io: Io): readonly string[] {
  const { checked, deployments, joints, times } = statistics;
  const name = (uri: string): string => relativePath(io.cwd, uri);
  const phases = PHASES.map(([part, title]) => `${milliseconds(times.get(part))} ${title}`);
  const rules = [...times].filter(([part]) => !PHASES.some(([phase]) => phase === part)).sort((a, b) => b[1] - a[1]);
  return [
    `${counted(checked.size, 'file')} in ${counted(deployments.length, 'deployment')}`,
    ...deployments
      .map(({ root, parameters }) => `  ${name(root)}${parameters === undefined ? '' : ` with ${name(parameters)}`}`)
      .sort(),
    joints.length === 0 ? 'no deployments looked at together' : 'deployments looked at together',
    ...joints
      .map(({ from, to, resource }) => `  ${name(from)} refers to ${resource}, which ${name(to)} declares`)
      .sort(),
    ...originLines(statistics),
    `time: ${phases.join(', ')}`,
    ...rules.map(([rule, spent]) => `  ${milliseconds(spent).padStart(10)}  ${rule}`),
  ];
}

function originLines({ projects, cached, threads }: Statistics): readonly string[] {
  return [
    ...(cached > 0 ? [`${cached} of ${counted(projects, 'project')} came from the cache, which takes no time`] : []),
    ...(threads > 0
      ? [`${threads} of ${counted(projects, 'project')} had a thread each, whose times are added up`]
      : []),
  ];
}

function milliseconds(time = 0): string {
  return `${time.toFixed(1)} ms`;
}
