import assert from 'node:assert/strict';
import { applyEdits, type TextEdit } from '../../../server/src/base/text-edit';
import { planEdits } from '../../../server/src/lint/apply-fixes';
import type { Finding, Fix } from '../../../server/src/lint/finding';

const text = 'abcdefghij';

/** An edit of the letters of `text`; an empty `old` inserts before `at`. */
function edit(old: string, newText: string, at = old, uri = 'file:///a'): TextEdit {
  const start = text.indexOf(at);
  return { uri, start, end: start + old.length, newText };
}

function fix(...edits: TextEdit[]): Fix {
  return { title: '', safe: true, edits };
}

function finding(...fixes: Fix[]): Finding {
  const place = { uri: 'file:///a', start: 0, end: 0 };
  const rest = { related: [], deployments: [], partial: false, suppression: undefined };
  return { ruleId: 'PE901', ruleName: 'x', severity: 'error', message: '', place, fixes, ...rest };
}

function planned(findings: readonly Finding[], unsafe = false, mayEdit = (_: string): boolean => true): string {
  const plan = planEdits(findings, { unsafe, mayEdit });
  return `${applyEdits(text, plan.edits.get('file:///a') ?? [])} ${plan.fixed}`;
}

describe('planEdits', () => {
  it('takes the first fix that is allowed', () => {
    const findings = [finding({ ...fix(edit('b', 'B')), safe: false }, fix(edit('c', 'C')))];
    assert.equal(planned(findings), 'abCdefghij 1');
    assert.equal(planned(findings, true), 'aBcdefghij 1');
  });

  it('takes none of a suppressed finding', () => {
    const place = { uri: 'file:///a', start: 0, end: 0 };
    assert.equal(
      planned([
        {
          ...finding(fix(edit('b', 'B'))),
          suppression: { kind: 'inSource', reason: undefined, place, until: undefined },
        },
      ]),
      `${text} 0`,
    );
  });

  it('leaves what overlaps for the next pass', () => {
    assert.equal(planned([finding(fix(edit('bcd', '1'))), finding(fix(edit('def', '2')))]), 'a1efghij 1');
    assert.equal(planned([finding(fix(edit('def', '2'))), finding(fix(edit('bcd', '1')))]), 'abc2ghij 1');
    assert.equal(planned([finding(fix(edit('bcdef', '1'))), finding(fix(edit('d', '2')))]), 'a1ghij 1');
  });

  it('makes edits that only touch, unless one inserts', () => {
    assert.equal(planned([finding(fix(edit('cd', '2'))), finding(fix(edit('ab', '1')))]), '12efghij 2');
    assert.equal(planned([finding(fix(edit('cd', '2'))), finding(fix(edit('', '+', 'c')))]), 'ab2efghij 1');
    assert.equal(planned([finding(fix(edit('', '1', 'c'))), finding(fix(edit('', '2', 'c')))]), 'ab1cdefghij 1');
  });

  it('makes once what two findings want alike', () => {
    assert.equal(planned([finding(fix(edit('b', 'B'))), finding(fix(edit('b', 'B'), edit('d', 'D')))]), 'aBcDefghij 2');
  });

  it('makes a fix whole or not at all', () => {
    assert.equal(
      planned([finding(fix(edit('d', 'D'))), finding(fix(edit('b', 'B'), edit('de', '2')))]),
      'abcDefghij 1',
    );
    assert.equal(planned([finding(fix(edit('bc', '1'), edit('cd', '2')))]), `${text} 0`);
  });

  it('keeps the order of what one fix inserts at one place', () => {
    assert.equal(planned([finding(fix(edit('', '1', 'c'), edit('', '2', 'c')))]), 'ab12cdefghij 1');
  });

  it('leaves a fix out that reaches into a file that may not be changed', () => {
    const findings = [finding(fix(edit('b', 'B'), edit('c', 'C', 'c', 'file:///other')), fix(edit('d', 'D')))];
    assert.equal(
      planned(findings, false, (uri) => uri === 'file:///a'),
      'abcDefghij 1',
    );
  });
});
