import { LineCounter, parseDocument, type Document } from 'yaml';
import * as z from 'zod';

/** Steps from the top of a document to one of its fields. */
export type FieldPath = readonly (string | number)[];

/** A file of YAML or JSON as written: what it says, and on which line each part stands. */
export interface YamlDocument {
  value: unknown;
  lineOf(path: FieldPath): number;
}

/** More faults of one kind of writing than this come from one cause. */
export const MOST_FAULTS = 100;

/** Why a text is no YAML: in the words of the parser, and by its code where it has one. */
export interface YamlFault { line?: number; column?: number; code: string; cause: string }

/** YAML without anchors: nobody writes by hand with them, and a few lines of them can stand for more than any memory holds. */
export function parseYaml(content: string): { document: YamlDocument } | { faults: YamlFault[] } {
  const lines = new LineCounter();
  try {
    const document = parseDocument(content, { lineCounter: lines, version: '1.2', prettyErrors: false, logLevel: 'silent' });
    const faults = document.errors.slice(0, MOST_FAULTS).map(({ message, code, pos }) => ({ line: lines.linePos(pos[0]).line, column: lines.linePos(pos[0]).col, code, cause: message.slice(0, 200) }));
    // What follows on one line from the first fault there is no fault of its own.
    if (faults.length > 0) return { faults: faults.filter(({ line }, at) => faults.findIndex((one) => one.line === line) === at) };
    return { document: { value: document.toJS({ maxAliasCount: 0 }) as unknown, lineOf: (path) => lineOf(document, lines, path) } };
  } catch (error) {
    // Nesting without end, and aliases, end here.
    return { faults: [{ code: '', cause: (error instanceof Error ? error.message : String(error)).slice(0, 200) }] };
  }
}

/** The line of what lies at the end of a path, or of the nearest part of it that is there. */
function lineOf(document: Document, lines: LineCounter, path: FieldPath): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] | null } | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

/** A field that does not fit its schema, and why, in English and in French. */
export interface FieldFault { kind: 'unknown' | 'missing' | 'wrong'; path: FieldPath; field: string; cause: string; causeFr: string; issue: z.core.$ZodIssue }

/** What the schema found wrong, one entry a field. */
export function fieldFaults(issues: readonly z.core.$ZodIssue[], whole: unknown): FieldFault[] {
  return issues.slice(0, MOST_FAULTS).flatMap((issue): FieldFault[] => {
    const path = issue.path.filter((step) => typeof step !== 'symbol'), field = String(path.at(-1) ?? '');
    const cause = issue.message.slice(0, 200), causeFr = inFrench(issue).slice(0, 200);
    if (issue.code === 'unrecognized_keys') return issue.keys.slice(0, MOST_FAULTS).map((key) => ({ kind: 'unknown', path: [...path, key], field: key.slice(0, 80), cause, causeFr, issue }));
    return [{ kind: path.length > 0 && isMissing(whole, path) ? 'missing' : 'wrong', path, field, cause, causeFr, issue }];
  });
}

const french = z.locales.fr().localeError;
function inFrench(issue: z.core.$ZodIssue): string {
  const said = french(issue as z.core.$ZodRawIssue);
  return typeof said === 'string' ? said : (said?.message ?? issue.message);
}

/** Whether all of a path is there but its last step. */
function isMissing(whole: unknown, path: FieldPath): boolean {
  let part = whole;
  for (const step of path.slice(0, -1)) part = (part as Record<string | number, unknown> | null | undefined)?.[step];
  return typeof part === 'object' && part !== null && !Object.hasOwn(part, path.at(-1)!);
}
