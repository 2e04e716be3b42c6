import { csvColumns, PLAN_CSV_HEAD, type CsvColumn, type CsvLineKind } from './csv-columns.ts';
import type { PlannedController } from './plan-records.ts';

type Cells = Partial<Record<CsvColumn, string | number | undefined>>;

/** The same as a plan file in YAML, for spreadsheets: one line for each group, pair of the matrix, plan, interval and entry of a schedule. */
export function* writePlansCsv(controllers: readonly PlannedController[]): Generator<string> {
  yield `${PLAN_CSV_HEAD}\n`;
  for (const controller of controllers) yield linesOf(controller).join('');
}

function linesOf({ name: controller, groups, intergreenTenths, plans, schedule = [] }: PlannedController): string[] {
  const line = (what: CsvLineKind, cells: Cells): string => lineText({ what, controller, ...cells });
  const pairs = (intergreenTenths ?? []).flatMap((row, ending) => row.flatMap((tenths, starting) => (tenths === null ? [] : [{ ending: ending + 1, starting: starting + 1, tenths }])));
  return [
    ...groups.map((group) => line('group', group)),
    // A matrix without a pair says that nobody conflicts; no line at all, that nothing is said of it.
    ...(intergreenTenths !== undefined && pairs.length === 0 ? [line('intergreen', {})] : pairs.map((pair) => line('intergreen', pair))),
    ...plans.flatMap(({ name: plan, offsetTenths, intervals }) => [
      line('plan', { plan, offsetTenths }),
      ...intervals.map(({ stage, ...interval }) => line('interval', { plan, ...interval, stage: stage ? 'yes' : 'no' })),
    ]),
    ...schedule.map(({ from, plan, days }) => line('switch', { plan: plan ?? undefined, from, days: days?.join(' ') })),
  ];
}

const lineText = (cells: Cells): string => `${csvColumns.map((column) => cellText(String(cells[column] ?? ''))).join(',')}\n`;

const cellText = (text: string): string => (/[",\r\n;\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
