import { visit } from 'jsonc-parser';
import type { Text } from '../engine/foundation/text.ts';
import { jsonFaultInWords } from '../scenarios/language/json-faults.ts';

/** Where a text ceases to be JSON, counted from 1, and what is wrong there. Undefined where it is too deep to tell. */
export function jsonFault(text: string): { line: number; column: number; cause: Text } | undefined {
  let first: { line: number; column: number; cause: Text } | undefined;
  try {
    visit(text, {
      onError: (code, _offset, _length, line, character) => { first ??= { line: line + 1, column: character + 1, cause: jsonFaultInWords(code, text) }; },
    }, { disallowComments: true });
  } catch (fault) {
    // It calls itself once a bracket, and someone may have written a million of them.
    if (!(fault instanceof RangeError)) throw fault;
  }
  return first;
}
