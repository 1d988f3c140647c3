import { strict as assert } from 'node:assert';
import { setTimeout as wait } from 'node:timers/promises';
import { Debouncer } from '../../../server/src/lsp/debouncer';

describe('Debouncer', () => {
  it('runs once for a burst of requests', async () => {
    let runs = 0;
    const debouncer = new Debouncer(() => Promise.resolve(void runs++));
    for (let request = 0; request < 10; request++) debouncer.request(5);
    await debouncer.settled();
    await wait(20);
    assert.equal(runs, 1);
  });

  it('tells a run that its input has changed meanwhile, and runs again', async () => {
    const stale: boolean[] = [];
    const debouncer = new Debouncer(async (isStale) => {
      await wait(10);
      stale.push(isStale());
    });
    debouncer.request(0);
    await wait(5);
    debouncer.request(0);
    await debouncer.settled();
    assert.deepEqual(stale, [true, false]);
  });

  it('never runs twice at the same time', async () => {
    let running = 0;
    let most = 0;
    const debouncer = new Debouncer(async () => {
      most = Math.max(most, ++running);
      await wait(10);
      running--;
    });
    for (let request = 0; request < 5; request++) {
      debouncer.request(0);
      await wait(3);
    }
    await debouncer.settled();
    assert.equal(most, 1);
  });

  it('settles at once where nothing was requested, and does nothing after its end', async () => {
    let runs = 0;
    const debouncer = new Debouncer(() => Promise.resolve(void runs++));
    await debouncer.settled();
    debouncer.request(0);
    debouncer.dispose();
    await wait(5);
    assert.equal(runs, 0);
  });
});
