import { strict as assert } from 'node:assert';
import { CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { safely } from '../../../server/src/lsp/safely';

describe('safely', () => {
  const logged: string[] = [];
  const log = { failed: (what: string, details: string): void => void logged.push(`${what} failed${details}`) };

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

  it('says where a request asked that failed', async () => {
    const failing = (): Promise<number> => Promise.reject(new Error('out of paper'));
    const params = { textDocument: { uri: 'file:///main.bicep' }, position: { line: 2, character: 4 } };
    await safely(log, 'Printing', 0, failing)(params);
    assert.match(logged[0] ?? '', /^Printing failed at file:\/\/\/main\.bicep:3:5: Error: out of paper/);
  });

  it('answers a cancelled request as such', async () => {
    const asking = safely(log, 'Asking', 'nothing', () => 'something');
    await assert.rejects(
      asking(undefined, CancellationToken.Cancelled),
      (error) => error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled,
    );
  });
});
