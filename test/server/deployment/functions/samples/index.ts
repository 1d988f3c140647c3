import { cidrSamples } from './cidr';
import { collectionsSamples } from './collections';
import { conversionSamples } from './conversion';
import { dateSamples } from './date';
import { encodingSamples } from './encoding';
import { formatSamples } from './format';
import { identitySamples } from './identity';
import { lambdaSamples } from './lambda';
import { numericSamples } from './numeric';
import { operatorsSamples } from './operators';
import type { Sample } from './sample';
import { searchSamples } from './search';
import { sequenceSamples } from './sequence';
import { textSamples } from './text';
import { uriSamples } from './uri';

/** The tables of expressions in Bicep, by family. */
export const bicepSamples: Readonly<Record<string, readonly Sample[]>> = {
  cidr: cidrSamples,
  collections: collectionsSamples,
  conversion: conversionSamples,
  date: dateSamples,
  encoding: encodingSamples,
  format: formatSamples,
  identity: identitySamples,
  lambda: lambdaSamples,
  numeric: numericSamples,
  operators: operatorsSamples,
  search: searchSamples,
  sequence: sequenceSamples,
  text: textSamples,
  uri: uriSamples,
};
