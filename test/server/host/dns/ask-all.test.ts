import assert from 'node:assert/strict';
import type { Ask, DnsQuestion } from '../../../../server/src/domain/verify/outcome';
import { askAll } from '../../../../server/src/host/dns/ask-all';
import { answer, noAnswer } from '../../../support/verify';

const questions = Array.from({ length: 20 }, (_, index): DnsQuestion => ({ name: `n${index}.example`, type: 'A' }));
const now = (): number => 0;
const later = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('askAll', () => {
  it('keeps the order, and never asks more at a time than it may', async () => {
    let waiting = 0;
    let most = 0;
    const ask: Ask = async ({ name }) => {
      most = Math.max(most, ++waiting);
      await later();
      waiting -= 1;
      return answer(`${name} A 10.0.0.4`);
    };
    const outcomes = await askAll(questions, ask, { atOnce: 3, within: 1000, now });
    assert.equal(most, 3);
    const names = outcomes.map((outcome) => (outcome.kind === 'answer' ? outcome.records[0]?.name : undefined));
    assert.deepEqual(
      names,
      questions.map(({ name }) => name),
    );
  });

  it('gives up after the first round where nothing answers', async () => {
    const asked: string[] = [];
    const outcomes = await askAll(questions, ({ name }) => Promise.resolve(asked.push(name)).then(() => noAnswer()), {
      atOnce: 4,
      within: 1000,
      now,
    });
    assert.ok(asked.length >= 4 && asked.length < 8, `${asked.length} asked`);
    assert.deepEqual(outcomes.at(-1), noAnswer('notAsked'));
  });

  it('goes on where something answers', async () => {
    const ask: Ask = ({ name }) => later().then(() => (name === 'n0.example' ? answer() : noAnswer()));
    const outcomes = await askAll(questions, ask, { atOnce: 4, within: 1000, now });
    assert.deepEqual(outcomes.at(-1), noAnswer());
  });

  it('leaves out what time does not allow', async () => {
    let clock = 0;
    const ask: Ask = () => Promise.resolve(answer()).finally(() => (clock += 100));
    const outcomes = await askAll(questions, ask, { atOnce: 1, within: 250, now: () => clock });
    assert.equal(outcomes.filter(({ kind }) => kind === 'answer').length, 3);
    assert.deepEqual(outcomes.at(-1), noAnswer('notAsked'));
  });
});
