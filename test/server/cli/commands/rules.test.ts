import assert from 'node:assert/strict';
import { run as runExplain } from '../../../../server/src/cli/commands/explain';
import { run as runRules } from '../../../../server/src/cli/commands/rules';
import { rules } from '../../../../server/src/rules/index';
import { memoryIo } from '../memory-io';

type Command = typeof runRules;

function printed(command: Command, ...args: string[]): string {
  const io = memoryIo('/');
  assert.equal(command(args, io), 0);
  return io.written.stdout;
}

describe('pelint rules', () => {
  it('lists every rule on a line of its own', () => {
    const lines = printed(runRules).trimEnd().split('\n');
    assert.equal(lines.length, rules.length);
    for (const [index, { id, name, summary }] of rules.entries()) {
      assert.ok(lines[index]?.startsWith(`${id}  ${name} `));
      assert.ok(lines[index]?.endsWith(summary));
    }
  });

  it('takes no names', () => {
    assert.throws(() => printed(runRules, 'PE103'), { name: 'UsageError', message: /see pelint explain/ });
  });
});

describe('pelint explain', () => {
  it('explains rules by ID, name or kind, each once', () => {
    const explained = (...args: string[]): string[] => printed(runExplain, ...args).match(/^PE\d+: \S+/gm) ?? [];
    assert.deepEqual(explained('static-ip', 'pe103'), ['PE103: static-ip']);
    const endpoints = rules.filter(({ id }) => id.startsWith('PE1')).map(({ id, name }) => `${id}: ${name}`);
    assert.deepEqual(explained('PE1'), endpoints);
  });

  it('says why, how and from where', () => {
    const text = printed(runExplain, 'PE103');
    for (const part of [
      /^Why it matters$/m,
      /^How to fix it$/m,
      /^Sources$/m,
      /^Online: https:\S+pe103-static-ip\.md$/m,
    ]) {
      assert.match(text, part);
    }
  });

  it('refuses what is no rule', () => {
    assert.throws(() => printed(runExplain, 'static-pi'), { name: 'UsageError', message: /Did you mean static-ip\?/ });
    assert.throws(() => printed(runExplain), { name: 'UsageError', message: /Name a rule/ });
  });
});
