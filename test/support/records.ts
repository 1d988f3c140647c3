/** Records of a vault in East US as people write them down: for each kind of name one, and an account by its alias. */
export const recordsCsv = `fqdn,address
abc.ab-pod01.privatelink.eus.backup.windowsazure.com,10.0.0.4
acct1.blob.core.windows.net,10.0.0.5
acct1.privatelink.queue.core.windows.net.,10.0.0.6
acct2.z12.blob.storage.azure.net,10.0.0.7,fd00::7
`;
