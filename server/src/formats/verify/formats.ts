import { formatVerifyJson } from './json';
import type { VerifyReport } from './report';
import { formatVerifyText } from './text';

/** The formats of the report, the one for people first. */
export const verifyFormatNames = ['text', 'json'] as const;
export type VerifyFormatName = (typeof verifyFormatNames)[number];

export const verifyFormats: Readonly<Record<VerifyFormatName, (report: VerifyReport) => string>> = {
  text: formatVerifyText,
  json: formatVerifyJson,
};
