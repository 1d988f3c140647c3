import assert from 'node:assert/strict';
import { isIPv4, isIPv6 } from 'node:net';
import { hostName } from '../../../server/src/base/host-name';
import { isIpv4, isIpv6 } from '../../../server/src/base/ip-address';

const texts =
  '10.0.0.4 255.255.255.255 256.0.0.1 1.2.3 1.2.3.4.5 01.2.3.4 1..2.3 :: ::1 1:: fd00::7 1:2:3:4:5:6:7:8 1:2:3:4:5:6:7 ' +
  '1:2:3:4:5:6:7:8:9 1::2::3 1:2:3:4:5:6:7:: ::ffff:10.0.0.4 1:2:3:4:5:6:10.0.0.4 12345::1 g::1 ::10.0.0.256 : :1 1: x 1.2.3.a';

describe('IP addresses', () => {
  for (const text of texts.split(' ')) {
    it(`are told as Node tells them: ${text}`, () => {
      assert.equal(isIpv4(text), isIPv4(text));
      assert.equal(isIpv6(text), isIPv6(text));
    });
  }
});

describe('hostName', () => {
  for (const [text, name] of [
    ['A.Example.COM.', 'a.example.com'],
    [' a-1._b.c ', 'a-1._b.c'],
    ['localhost', undefined],
    ['-a.b', undefined],
    ['a..b', undefined],
    ['a b.c', undefined],
    [`${'a'.repeat(64)}.b`, undefined],
    ["a'.b", undefined],
    ['*.a.b', undefined],
  ] as const) {
    it(`reads '${text}'`, () => assert.equal(hostName(text), name));
  }
});
