import assert from 'node:assert/strict';
import type { NameVerdict } from '../../../../server/src/domain/verify/judge-name';
import { formatVerifyText } from '../../../../server/src/formats/verify/text';
import type { VerifyReport } from '../../../../server/src/formats/verify/report';

const name: NameVerdict = {
  fqdn: 'a.example',
  origin: 'given',
  zone: undefined,
  level: 'ok',
  state: 'private',
  message: 'Private.',
  advice: undefined,
  aliases: [],
  addresses: [
    { address: '10.0.0.4', ttl: 10 },
    { address: '10.0.0.5', ttl: 20 },
  ],
  loop: false,
};
const report: VerifyReport = {
  tool: 'pelint 1.2.3',
  resolvers: ['10.0.0.4', '10.0.0.5:5353'],
  regions: [],
  prefixes: [],
  zones: [],
  names: [name],
  questions: 1,
  durationMs: 1234,
};

describe('formatVerifyText', () => {
  it('prints each address with its time to live', () => {
    assert.match(formatVerifyText(report), /^ {2}ok {7}a\.example {2}10\.0\.0\.4 \(TTL 10\), 10\.0\.0\.5 \(TTL 20\)$/m);
  });

  it('names the servers in their order, and counts', () => {
    const text = formatVerifyText(report);
    assert.match(text, /asking 10\.0\.0\.4, then 10\.0\.0\.5:5353\n/);
    assert.match(text, /\n0 zones and 1 name: all right\. 1 question in 1\.2 s\.\n$/);
  });

  it('keeps on one line what could break it', () => {
    const text = formatVerifyText({ ...report, names: [{ ...name, message: 'x\u001b[2J\ny' }] });
    assert.match(text, /^ {11}x\\u\{1b\}\[2J y$/m);
  });
});
