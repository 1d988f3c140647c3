import assert from 'node:assert/strict';
import { pairOutputs } from '../../../server/src/cli/outputs';

const formats = ['list', 'json'] as const;

function paired(args: string): string {
  const words = args.split(' ').filter((word) => word !== '');
  const given = words.map((word) => {
    const [name = '', value] = word.split('=');
    return { name, value };
  });
  return pairOutputs(given, formats, 'list')
    .map(({ format, file }) => `${format}>${file ?? ''}`)
    .join(' ');
}

describe('pairOutputs', () => {
  const table: readonly (readonly [args: string, outputs: string])[] = [
    ['', 'list>'],
    ['output=a', 'list>a'],
    ['format=json', 'json>'],
    ['format=json output=a', 'json>a'],
    ['format=json output=a format=list', 'json>a list>'],
    ['format=json quiet output=a format=json output=b', 'json>a json>b'],
  ];
  for (const [args, outputs] of table) it(`makes ${outputs} of '${args}'`, () => assert.equal(paired(args), outputs));

  const mistakes: readonly (readonly [args: string, message: RegExp])[] = [
    ['format=json format=list', /Only one --format can go to standard output/],
    ['output=a format=json', /--output a belongs to the --format before it; there is none/],
    ['format=json output=a output=b', /--output b: the format before it goes to a already/],
    ['output=a output=b', /--output b: the format before it goes to a already/],
    ['format=json output=a format=list output=a', /--output a: another format goes there already/],
    ['format=json output=a/b format=list output=./a//b', /--output \.\/a\/\/b: another format goes there already/],
  ];
  for (const [args, message] of mistakes) {
    it(`refuses '${args}'`, () => assert.throws(() => paired(args), { name: 'UsageError', message }));
  }
});
