import type { Sample } from './sample';

export const identitySamples: readonly Sample[] = [
  ["uniqueString('a')", 'eveiun73364hy'],
  ["uniqueString('a','b')", 'i3z4v3sp6aooa'],
  ["uniqueString('/subscriptions/3faf6056-8474-4818-a729-1aff55d6b3fa/resourceGroups/myRg')", 'w6zfapn5pjt6c'],
  ["uniqueString('')", 'aaaaaaaaaaaaa'],
  ["uniqueString('ä','B')", 'p7i7sjkzdph4g'],
  ["uniqueString('abcdefghijk')", 'zpyeg3yeec2n4'],
  ["guid('a')", '3703365d-5a9f-59b4-bca7-b9681389e4c1'],
  ["guid('a','b')", '2d796349-8c7e-55ec-9624-54ece82ed031'],
  ["guid('')", 'e655a85f-3ab2-5e4a-9666-569aa72a5a10'],
  ["guid('ä')", '3a01b3c9-5689-5e7d-962e-dec922f60332'],
  ["uniqueString('1234567')", '3ndrvexjbt7ow'],
  ["uniqueString('12345678')", 'bgwkv3ufmboyc'],
  ["uniqueString('123456789012')", 'sndib765kfud2'],
  ["uniqueString('a','','c')", 'mt6yndhqhtv3s'],
  [
    "guid('/subscriptions/3faf6056-8474-4818-a729-1aff55d6b3fa','b24988ac-6180-42a0-ab88-20f7382dd24c','x')",
    'dd93021e-348d-5db9-98be-c1aa9f1c5fc0',
  ],
  [
    "guid('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')",
    'c60d6d41-de50-5b85-bec1-a4b27c177b09',
  ],
];
