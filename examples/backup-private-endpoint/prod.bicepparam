using 'main.bicep'

param location = 'westeurope'
param vaultName = 'rsv-backup-prod'
