import { strict as assert } from 'node:assert';
import { CancellationToken, ErrorCodes, ResponseError } from 'vscode-languageserver';
import { safely } from '../../../server/src/lsp/safely';

describe('safely', () => {
  const logged: string[] = [];
  const log = { error: (message: string): void => void logged.push(message) };

  beforeEach(() => {
    logged.length = 0;
  });

  it('passes on what the handler answers', async () => {
    assert.equal(await safely(log, 'Doubling', 0, (value: number) => 2 * value)(21), 42);
    assert.deepEqual(logged, []);
  });

  it('logs what the handler throws, at once or later, and answers with the fallback', async () => {
    const throwing = (): number => {
      throw new Error('out of paper');
    };
    assert.equal(await safely(log, 'Printing', -1, throwing)(undefined), -1);
    assert.equal(
      await safely(log, 'Printing', -1, () => Promise.reject<number>(new Error('out of ink')))(undefined),
      -1,
    );
    assert.match(logged[0] ?? '', /^Printing failed: Error: out of paper/);
    assert.match(logged[1] ?? '', /^Printing failed: Error: out of ink/);
  });

  it('passes on an error that is an answer', async () => {
    const refusing = (): never => {
      throw new ResponseError(ErrorCodes.InvalidParams, 'no such region');
    };
    await assert.rejects(safely(log, 'Asking', undefined, refusing)(undefined), /no such region/);
    assert.deepEqual(logged, []);
  });

  it('answers a cancelled request with the fallback', async () => {
    assert.equal(
      await safely(log, 'Asking', 'nothing', () => 'something')(undefined, CancellationToken.Cancelled),
      'nothing',
    );
  });
});
