import { isDate } from '../../../engine/foundation/calendar.ts';
import type { Checked } from '../../../engine/foundation/problem.ts';
import { makeProblemList, placeName } from '../problem-list.ts';
import { csvRows, fieldNumber } from './csv-rows.ts';

/** A non-routine adjustment; `cabinet` is a name. */
export interface ReadAdjustment {
  line: number;
  fromDate: string;
  untilDate: string | undefined;
  cabinet: string;
  kind: 'added' | 'removed' | 'outage';
  lampCount: number | undefined;
  wattsBeforeW: number | undefined;
  wattsAfterW: number | undefined;
  why: string;
}

const kinds = ['added', 'removed', 'outage'] as const;
/** More are not listed by a person. */
const MOST_ADJUSTMENTS = 2000, MOST_LAMPS = 100_000, MOST_W = 5000;

/** Columns `from`, `until` (empty: no end), `cabinet`, `kind` (added, removed, outage), `lamps` (empty: all, of an outage), `watts_before`, `watts_after` (of one lamp; empty: the mean of the cabinet), `why`. */
export function readAdjustments(file: string, content: string): Checked<ReadAdjustment[]> {
  const problems = makeProblemList(), { rows } = csvRows(file, content, ['from', 'until', 'cabinet', 'kind', 'lamps', 'watts_before', 'watts_after', 'why'], problems);
  if (rows.length > MOST_ADJUSTMENTS) problems.error('savings-too-many-rows', file, { limit: MOST_ADJUSTMENTS });
  const adjustments = problems.hasErrors() ? [] : rows.map(({ line, text }): ReadAdjustment => {
    const where = placeName({ file, line }), fromDate = text('from'), untilDate = text('until'), kind = kinds.find((one) => one === text('kind').toLowerCase());
    const tellDay = (column: string) => problems.error('savings-not-a-date', where, { column, value: text(column).slice(0, 40) });
    if (!isDate(fromDate)) tellDay('from');
    if (untilDate !== '' && !isDate(untilDate)) tellDay('until');
    else if (untilDate !== '' && untilDate < fromDate) problems.error('savings-ends-before', where, { from: fromDate.slice(0, 40), until: untilDate });
    if (kind === undefined) problems.error('savings-not-an-adjustment', where, { value: text('kind').slice(0, 40), known: kinds.join(', ') });
    if (text('why') === '') problems.error('savings-no-why', where);
    const number = (column: string, most: number): number | undefined => {
      const value = fieldNumber(text(column));
      if (value !== undefined && !(value >= 0 && value <= most)) problems.error('savings-not-between', where, { column, value: text(column).slice(0, 40), least: 0, isExclusive: 0, most });
      return value;
    };
    const lampCount = number('lamps', MOST_LAMPS);
    if (lampCount === undefined && kind !== undefined && kind !== 'outage') problems.error('savings-no-lamps', where, { kind });
    return { line, fromDate, untilDate: untilDate === '' ? undefined : untilDate, cabinet: text('cabinet'), kind: kind ?? 'outage', lampCount, wattsBeforeW: number('watts_before', MOST_W), wattsAfterW: number('watts_after', MOST_W), why: text('why').slice(0, 300) };
  });
  return problems.hasErrors() ? { problems: problems.all() } : { value: adjustments, problems: problems.all() };
}
