import { extensions } from 'vscode';

/** Whether the official extension is installed and enabled: then Bicep's colours, brackets and syntax errors are its own. */
export function hasOfficialBicep(): boolean {
  return extensions.getExtension('ms-azuretools.vscode-bicep') !== undefined;
}
