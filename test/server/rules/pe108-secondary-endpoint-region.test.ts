import { secondaryEndpointRegion } from '../../../server/src/rules/pe108-secondary-endpoint-region';
import { armEndpoint, armTemplate, armVault } from '../../support/arm-parts';
import { endpoint, vault } from '../../support/bicep-parts';
import { testRule } from '../../support/rule-cases';

const secondary = (location: string): string => endpoint({ groupIds: "['AzureBackup_secondary']", location });

testRule(secondaryEndpointRegion, [
  { name: 'is silent in the paired region', text: vault() + secondary("'westeurope'") },
  {
    name: 'speaks of the vault’s own region',
    text: vault() + secondary("‹'northeurope'›"),
    fixed: vault() + secondary("'westeurope'"),
    message: /the region of its vault 'rsv-1' itself.*West Europe: use 'westeurope'/,
  },
  {
    name: 'compares the group ID without case',
    text: vault() + endpoint({ groupIds: "['AzureBackup_Secondary']", location: "‹'northeurope'›" }),
  },
  {
    name: 'speaks of a third region',
    text: vault() + secondary("‹'uksouth'›"),
    message: /is in UK South, but its vault 'rsv-1' is in North Europe/,
  },
  {
    name: 'takes the pair of the vault’s region, which may be one-way',
    text: vault(undefined, "'westus3'") + secondary("'eastus'"),
  },
  {
    name: 'does not take the pair the other way round',
    text: vault(undefined, "'eastus'") + secondary("‹'westus3'›"),
  },
  {
    name: 'is silent where the region has no pair',
    text: vault(undefined, "'polandcentral'") + secondary("'polandcentral'"),
  },
  { name: 'is silent for the first endpoint', text: vault() + endpoint() },
  {
    name: 'is silent where a region is not known',
    text: `param location string\n${vault(undefined, 'location')}${secondary("'westeurope'")}`,
  },
  {
    name: 'says that a region is a default',
    text: `param at string = 'northeurope'\n${vault(undefined, 'at')}${secondary("‹'uksouth'›")}`,
    message: /for the default value of 'at'/,
  },
  {
    name: 'has no fix for a parameter that the vault takes, too',
    text: `param at string = ‹'northeurope'›\n${vault(undefined, 'at')}${secondary('at')}`,
    unfixable: true,
  },
  {
    name: 'speaks of a conditional endpoint',
    text: `param restore bool\n${vault()}${secondary("‹'northeurope'›").replace('= {', '= if (restore) {')}`,
  },
  {
    name: 'speaks in ARM JSON',
    text: armTemplate([
      armVault(),
      armEndpoint('["AzureBackup_secondary"]').replace('"northeurope"', '‹"northeurope"›'),
    ]),
  },
]);
