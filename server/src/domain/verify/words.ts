import type { NoAnswer } from './outcome';

/** Why there was no answer, as the beginning of a sentence. */
export const noAnswerWords: Readonly<Record<NoAnswer['reason'], string>> = {
  silence: 'No answer came in time',
  unreachable: 'The DNS server cannot be reached',
  strays: 'Answers came in, but none of them was to the question that was asked',
  noTcp:
    'The answer is too long for UDP, and the DNS server does not answer over TCP (port 53 has to be open for both)',
  notAsked: 'The question was left out because time had run out; a longer --timeout leaves more of it',
};
