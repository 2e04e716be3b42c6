import { codeOf, i32, text, type Columns } from '../../engine/foundation/table.ts';
import { findComparison, listComparisons } from '../report/comparison-folder.ts';
import type { SqlRow } from './run-tables.ts';

/** Which runs a saved comparison stands on. */
export const comparisonColumns = {
  comparison: text('number of the comparison: the name of its folder'),
  run: text('key of a result that it stands on'),
  side: codeOf({ baseline: 0, scenario: 1 }, 'on which side'),
  question: text('name of the question on that side'),
  seed: i32('runs of one seed on both sides are a pair'),
} satisfies Columns;

export async function* comparisonRows(home: string): AsyncGenerator<SqlRow> {
  for (const { id } of await listComparisons(home)) {
    const saved = await findComparison(home, id);
    for (const side of saved ? (['baseline', 'scenario'] as const) : []) {
      for (const { key, seed } of saved![side].runs) yield { comparison: id, run: key, side, question: saved![side].question.name, seed };
    }
  }
}
