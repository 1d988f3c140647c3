import assert from 'node:assert/strict';
import { parseServer, printedServer } from '../../../../server/src/host/dns/server-address';

describe('parseServer', () => {
  const spellings: readonly (readonly [text: string, address: string, port: number])[] = [
    ['10.0.0.4', '10.0.0.4', 53],
    ['10.0.0.4:5353', '10.0.0.4', 5353],
    ['fd00::4', 'fd00::4', 53],
    ['[fd00::4]', 'fd00::4', 53],
    ['[fd00::4]:5353', 'fd00::4', 5353],
  ];
  for (const [text, address, port] of spellings)
    it(`reads ${text}`, () => assert.deepEqual(parseServer(text), { address, port }));

  for (const text of [
    '',
    'dns.example',
    '10.0.0',
    '10.0.0.4:',
    '10.0.0.4:0',
    '10.0.0.4:65536',
    '[10.0.0.4]:53',
    '10.0.0.4:5x',
  ])
    it(`does not read '${text}'`, () => assert.equal(parseServer(text), undefined));
});

describe('printedServer', () => {
  it('leaves out the usual port', () => {
    for (const text of ['10.0.0.4', '10.0.0.4:5353', 'fd00::4', '[fd00::4]:5353']) {
      const server = parseServer(text);
      assert.equal(server && printedServer(server), text);
    }
  });
});
