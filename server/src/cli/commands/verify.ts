import { tool } from '../../base/product';
import { planDns } from '../../domain/fqdns/dns-plan';
import type { DnsOutcome, DnsQuestion } from '../../domain/verify/outcome';
import { planChecks } from '../../domain/verify/checks';
import { isWrong, judgeAnswers, questionsOf } from '../../domain/verify/verification';
import { noAnswerWords } from '../../domain/verify/words';
import { verifyFormatNames, verifyFormats } from '../../formats/verify/formats';
import type { VerifyReport } from '../../formats/verify/report';
import { askAll } from '../../host/dns/ask-all';
import { createAsk } from '../../host/dns/create-ask';
import { printedServer } from '../../host/dns/server-address';
import { commandSummaries } from '../command-list';
import { answersCommonOption, commonOptions } from '../common-options';
import { regionOptions } from '../fqdn/options';
import { knownList } from '../fqdn/wanted-lists';
import { wantedRegions } from '../fqdn/wanted-regions';
import type { Io } from '../io';
import { parseArguments, type CommandSpec, type OptionSpec } from '../options';
import { pairOutputs, printOutputs } from '../outputs';
import { UsageError } from '../usage-error';
import { givenNames } from '../verify/given-names';
import { readPrefixes, readServers, readTimeout } from '../verify/options';

const options = [
  { name: 'resolver', value: 'IP[:PORT]', help: "The DNS server to ask. This machine's if left out." },
  { name: 'vault-name', value: 'FQDN', help: 'A private name of a vault or storage account; may be repeated.' },
  { name: 'records', value: 'FILE', help: 'Names with the addresses that they must have.' },
  {
    name: 'prefix',
    value: 'CIDR',
    help: 'A block that the addresses must be in; may be repeated. Any private one if left out.',
  },
  {
    name: 'timeout',
    value: 'SECONDS',
    help: 'How long to wait for each answer; each question is asked twice. 3 if left out.',
  },
  ...regionOptions,
  { name: 'format', value: 'FORMAT', choices: verifyFormatNames, help: 'How the report is printed; may be repeated.' },
  { name: 'output', value: 'FILE', help: 'Where the --format before it goes instead of standard output.' },
  ...commonOptions,
] as const satisfies readonly OptionSpec[];

const spec: CommandSpec<(typeof options)[number]['name']> = {
  usage: 'pelint verify REGION|GEO ... [FQDN ...] [options]',
  summary: commandSummaries.verify,
  options,
  notes: `This is the only command that uses the network: it sends DNS questions and nothing else.
Without names it tells which private zones answer. Take names from the DNS configuration of the private endpoint, or give
--records what az network private-endpoint show, az network private-endpoint dns-zone-group list or az network nic show prints.
The exit status is 1 where something is wrong and 2 where no DNS server answers.`,
};

/** How many questions wait for an answer at a time. */
const atOnce = 8;
/** The whole takes at most as long as this many answers that do not come. */
const mostWaits = 20;

/** `pelint verify`: returns the exit status. Throws a UsageError. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const parsed = parseArguments(spec, args);
  if (answersCommonOption(parsed, spec, io)) return 0;
  const outputs = pairOutputs(parsed.given, verifyFormatNames, 'text');
  const servers = readServers(parsed.value('resolver'));
  const wait = readTimeout(parsed.value('timeout'));
  const prefixes = readPrefixes(parsed.values('prefix'));
  // No region has a dot in its name.
  const isName = (text: string): boolean => text.includes('.');
  const names = [...parsed.values('vault-name'), ...parsed.positionals.filter(isName)];
  const given = givenNames(names, parsed.value('records'), io.cwd);
  const positionals = parsed.positionals.filter((text) => !isName(text));
  const regions = (await wantedRegions({ ...parsed, positionals }, io)).regions.map(({ region }) => region);
  const plan = planDns(regions.map((region) => knownList(region)));
  const checks = planChecks(plan, given);
  const questions = questionsOf(checks);
  const start = io.now();
  const limits = { atOnce, within: mostWaits * wait, now: io.now };
  const outcomes = await askAll(questions, createAsk({ servers, wait }), limits);
  const resolvers = servers.map(printedServer);
  checkReached(outcomes, resolvers);
  const verification = judgeAnswers(
    checks,
    plan,
    prefixes.map(({ network }) => network),
    lookup(questions, outcomes),
  );
  const report: VerifyReport = {
    ...verification,
    tool,
    resolvers,
    regions,
    prefixes: prefixes.map(({ text }) => text),
    questions: questions.length,
    durationMs: io.now() - start,
  };
  const failure = printOutputs(outputs, (format) => verifyFormats[format](report), io);
  return Math.max(failure, isWrong(verification) ? 1 : 0);
}

/** Throws a UsageError where there was no answer at all: then nothing is known, and nothing is proved wrong. */
function checkReached(outcomes: readonly DnsOutcome[], resolvers: readonly string[]): void {
  const [first] = outcomes;
  if (first === undefined || first.kind === 'answer' || outcomes.some(({ kind }) => kind === 'answer')) return;
  throw new UsageError(`${resolvers.join(', ')}: ${noAnswerWords[first.reason]}.`);
}

function lookup(
  questions: readonly DnsQuestion[],
  outcomes: readonly DnsOutcome[],
): (question: DnsQuestion) => DnsOutcome {
  const key = ({ name, type }: DnsQuestion): string => `${type} ${name}`;
  const byQuestion = new Map(questions.map((question, index) => [key(question), outcomes[index]]));
  return (question) => byQuestion.get(key(question)) ?? { kind: 'none', reason: 'notAsked' };
}
