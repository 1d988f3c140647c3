import { parse } from 'jsonc-parser';

/** Whether a configuration file, given its text, makes its folder a project by itself. */
export function isRootConfiguration(text: string): boolean {
  const value: unknown = parse(text);
  return typeof value === 'object' && value !== null && 'root' in value && value.root === true;
}
