// Generated from the names of the files beside it by `npm run generate`.
import { syntaxError } from './pe001-syntax-error';
import { moduleNotFound } from './pe002-module-not-found';
import { unusedSuppression } from './pe003-unused-suppression';
import { backupVaultNotSupported } from './pe101-backup-vault-not-supported';
import { unknownGroupId } from './pe102-unknown-group-id';
import { staticIp } from './pe103-static-ip';
import { tooManyEndpoints } from './pe104-too-many-endpoints';
import { duplicateEndpointName } from './pe105-duplicate-endpoint-name';
import { itemsBeforeEndpoint } from './pe106-items-before-endpoint';
import { endpointRegion } from './pe107-endpoint-region';
import { secondaryEndpointRegion } from './pe108-secondary-endpoint-region';
import { publicNetworkAccess } from './pe109-public-network-access';
import { missingSecondaryEndpoint } from './pe110-missing-secondary-endpoint';
import { manualApproval } from './pe111-manual-approval';
import { v1ManagedIdentity } from './pe112-v1-managed-identity';
import { noWayIn } from './pe113-no-way-in';
import { malformedBackupZone } from './pe201-malformed-backup-zone';
import { unknownGeoCode } from './pe202-unknown-geo-code';
import { zoneRegionMismatch } from './pe203-zone-region-mismatch';
import { wrongZoneForEndpoint } from './pe204-wrong-zone-for-endpoint';
import { missingZoneGroup } from './pe205-missing-zone-group';
import { incompleteZoneGroup } from './pe206-incomplete-zone-group';
import { zoneNotLinked } from './pe207-zone-not-linked';
import { linkRegistersVms } from './pe208-link-registers-vms';
import { zoneNotGlobal } from './pe209-zone-not-global';
import { zoneCloudMismatch } from './pe210-zone-cloud-mismatch';
import { handMadeRecords } from './pe211-hand-made-records';
import { customDnsNeedsForwarders } from './pe212-custom-dns-needs-forwarders';
import { zoneGroupLimits } from './pe213-zone-group-limits';
import { zoneFixedRegion } from './pe214-zone-fixed-region';
import { subnetTooSmall } from './pe301-subnet-too-small';
import { entraBlocked } from './pe302-entra-blocked';
import { allowListIncomplete } from './pe303-allow-list-incomplete';
import { malformedBackupFqdn } from './pe304-malformed-backup-fqdn';
import { dnsProxyOff } from './pe305-dns-proxy-off';
import { storageBypass } from './pe306-storage-bypass';
import { cmkRestrictedKeyVault } from './pe401-cmk-restricted-key-vault';
import { cmkPrivateKeyVault } from './pe402-cmk-private-key-vault';
import type { Rule } from './rule';

/** Every rule, in the order of their IDs. */
export const rules: readonly Rule[] = [
  syntaxError,
  moduleNotFound,
  unusedSuppression,
  backupVaultNotSupported,
  unknownGroupId,
  staticIp,
  tooManyEndpoints,
  duplicateEndpointName,
  itemsBeforeEndpoint,
  endpointRegion,
  secondaryEndpointRegion,
  publicNetworkAccess,
  missingSecondaryEndpoint,
  manualApproval,
  v1ManagedIdentity,
  noWayIn,
  malformedBackupZone,
  unknownGeoCode,
  zoneRegionMismatch,
  wrongZoneForEndpoint,
  missingZoneGroup,
  incompleteZoneGroup,
  zoneNotLinked,
  linkRegistersVms,
  zoneNotGlobal,
  zoneCloudMismatch,
  handMadeRecords,
  customDnsNeedsForwarders,
  zoneGroupLimits,
  zoneFixedRegion,
  subnetTooSmall,
  entraBlocked,
  allowListIncomplete,
  malformedBackupFqdn,
  dnsProxyOff,
  storageBypass,
  cmkRestrictedKeyVault,
  cmkPrivateKeyVault,
];
