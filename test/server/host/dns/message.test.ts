import assert from 'node:assert/strict';
import { encode, RECURSION_DESIRED } from 'dns-packet';
import type { DnsQuestion } from '../../../../server/src/domain/verify/outcome';
import { encodeQuestion, readReply } from '../../../../server/src/host/dns/message';
import { answers } from '../../../support/dns-records';
import { randomNumbers } from '../../../support/random';

const question: DnsQuestion = { name: 'acct.blob.core.windows.net', type: 'A' };
const id = 4711;
const message = encode({
  type: 'response',
  id,
  flags: RECURSION_DESIRED,
  questions: [{ type: 'A', name: question.name }],
  answers: answers(`${question.name} CNAME acct.privatelink.blob.core.windows.net`),
});

describe('readReply', () => {
  it('does not take its own question for an answer', () => {
    assert.equal(readReply(encodeQuestion(question, id), question, id).kind, 'stray');
  });

  it('takes a failure without the question', () => {
    const failure = encode({ type: 'response', id, flags: 5 });
    assert.equal(readReply(failure, question, id).kind, 'answer');
    assert.equal(readReply(encode({ type: 'response', id }), question, id).kind, 'stray');
  });

  it('survives every cut and every changed byte', () => {
    for (let length = 0; length < message.length; length++)
      assert.doesNotThrow(() => readReply(message.subarray(0, length), question, id));
    const random = randomNumbers(7);
    for (let round = 0; round < 2000; round++) {
      const changed = Buffer.from(message);
      for (let change = 0; change < 3; change++)
        changed[Math.floor(random() * changed.length)] = Math.floor(random() * 256);
      assert.doesNotThrow(() => readReply(changed, question, id));
    }
  });
});
