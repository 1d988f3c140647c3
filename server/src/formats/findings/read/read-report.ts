import type { Report } from '../report';
import { MalformedReport, Members } from './members';
import { readJsonReport } from './read-json';
import { readSarifReport } from './read-sarif';

/** A report that was read again, and what it was written as. */
export interface ReadReport {
  readonly kind: 'json' | 'sarif';
  readonly report: Report;
}

/** Reads a report that this version of pelint wrote as JSON or SARIF. The problem, if there is one, completes "cannot merge FILE: …". */
export function readReport(text: string): ReadReport | { readonly problem: string } {
  try {
    const value = parseJson(text);
    const document = new Members(Array.isArray(value) ? {} : value, '');
    if (document.has('runs')) return { kind: 'sarif', report: readSarifReport(document) };
    if (document.has('findings') && document.has('tool')) return { kind: 'json', report: readJsonReport(document) };
    throw new MalformedReport('it is no report of pelint, written with --format json or --format sarif');
  } catch (error) {
    if (error instanceof MalformedReport) return { problem: error.message };
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new MalformedReport(text.trim() === '' ? 'it is empty' : 'it is no JSON, or not all of it');
  }
}
