import { parse } from 'csv-parse/sync';
import { placeName, type ProblemList } from '../problem-list.ts';
import { csvColumns, csvLines, type CsvLineKind } from './csv-columns.ts';
import type { PlaceOf } from './check-plans.ts';
import { MOST_GROUPS, PLAN_FORMAT, PLAN_VERSION } from './plan-records.ts';
import { wordTable } from '../word-table.ts';

/** A longer line is of no plan. */
const MOST_LINE_BYTES = 100_000;
/** More faults of one kind than this come from one cause. */
const MOST_FAULTS = 100;

/** What could be read of a file, of whatever types, and where its parts stand. */
interface Parsed { value: unknown; placeOf: PlaceOf }

interface Line { what: CsvLineKind; controller: string; cells: Readonly<Record<string, string>>; line: number }

/** A controller as it is put together from its lines. */
interface Draft { name: string; groups: unknown[]; intergreens?: Line[]; plans: { name: string; intervals: unknown[] }[]; schedule?: unknown[] }

const kinds = wordTable<readonly string[]>(csvLines);

/** A plan file in CSV as what YAML would have given: its schema is looked at afterwards. Undefined where it cannot be read, with the reasons listed. */
export function parsePlansCsv(file: string, content: string, problems: ProblemList): Parsed | undefined {
  const lines = linesOf(file, content, problems);
  if (problems.hasErrors()) return undefined;
  const places = new Map<string, number>(), drafts = new Map<string, Draft & { at: number }>();
  for (const one of lines) {
    const draft = drafts.get(one.controller) ?? { name: one.controller, groups: [], plans: [], at: drafts.size };
    if (!drafts.has(one.controller)) places.set(`controllers.${drafts.set(one.controller, draft).size - 1}`, one.line);
    take(draft, one, (path) => void places.set(['controllers', draft.at, ...path].join('.'), one.line), placeName({ file, line: one.line }), problems);
  }
  const controllers = [...drafts.values()].map((draft) => finished(draft, file, problems));
  if (problems.hasErrors()) return undefined;
  const placeOf: PlaceOf = (path) => {
    for (let length = path.length; length > 0; length--) {
      const line = places.get(path.slice(0, length).join('.'));
      if (line !== undefined) return placeName({ file, line }, path.join('.'));
    }
    return file;
  };
  return { value: { format: PLAN_FORMAT, version: PLAN_VERSION, controllers }, placeOf };
}

/** Lines with the cells that are filled. The first line names the columns; `;`, `,` or tab stands between them. */
function linesOf(file: string, content: string, problems: ProblemList): Line[] {
  const head = content.split('\n', 1)[0]!, delimiter = [';', '\t', ','].find((one) => head.includes(one)) ?? ',';
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(content, { bom: true, delimiter, relax_column_count_less: true, skip_empty_lines: true, info: true, max_record_size: MOST_LINE_BYTES }) as unknown as typeof records;
  } catch (cause) {
    problems.error('plans-not-csv', file, { cause: (cause instanceof Error ? cause.message : String(cause)).slice(0, 200) });
    return [];
  }
  const columns = records[0]?.record.map((name) => name.trim()) ?? [], lines: Line[] = [];
  for (const column of csvColumns) if (!columns.includes(column)) problems.error('plans-csv-column', file, { column });
  for (const column of columns) if (!(csvColumns as readonly string[]).includes(column)) problems.error('plans-csv-stranger', file, { column: column.slice(0, 80) });
  if (problems.hasErrors()) return [];
  let faults = 0;
  for (const { record, info } of records.slice(1)) {
    const cells = Object.fromEntries(columns.map((column, at) => [column, record[at] ?? '']).filter(([, cell]) => cell !== ''));
    if (Object.keys(cells).length === 0) continue;
    const { what = '', controller = '', ...own } = cells, strange = kinds[what] && Object.keys(own).find((column) => !kinds[what]!.includes(column));
    if (kinds[what] && controller !== '' && strange === undefined) { lines.push({ what: what as CsvLineKind, controller, cells: own, line: info.lines }); continue; }
    if (faults++ > MOST_FAULTS) break;
    const where = placeName({ file, line: info.lines });
    if (strange !== undefined) problems.error('plans-csv-cell', where, { what, column: strange });
    else problems.error('plans-csv-line', where, { what: what.slice(0, 80), known: Object.keys(csvLines).join(', ') });
  }
  return lines;
}

/** What is no whole number is left as it stands: the schema tells. */
const read = (column: string, cell: string): unknown =>
  column.endsWith('Tenths') && /^\d{1,9}$/.test(cell) ? Number(cell) : column === 'stage' ? wordTable<unknown>({ yes: true, no: false })[cell] ?? cell : column === 'days' ? cell.split(' ') : cell;

function take(draft: Draft, one: Line, mark: (path: (string | number)[]) => void, where: string, problems: ProblemList): void {
  const { plan: planName, ...cells } = Object.fromEntries(Object.entries(one.cells).map(([column, cell]) => [column, read(column, cell)]));
  if (one.what === 'group') { mark(['groups', draft.groups.length]); draft.groups.push({ name: '', ...cells }); }
  else if (one.what === 'intergreen') (draft.intergreens ??= []).push(one);
  else if (one.what === 'plan') { mark(['plans', draft.plans.length]); draft.plans.push({ name: String(planName ?? ''), ...cells, intervals: [] }); }
  else if (one.what === 'switch') { mark(['schedule', draft.schedule?.length ?? 0]); (draft.schedule ??= []).push({ ...cells, plan: planName ?? null }); }
  else {
    const at = draft.plans.findIndex(({ name }) => name === planName), plan = draft.plans[at];
    if (!plan) return problems.error('plans-csv-no-plan', where, { plan: String(planName ?? '').slice(0, 80) });
    mark(['plans', at, 'intervals', plan.intervals.length]);
    plan.intervals.push(cells);
  }
}

function finished({ name, groups, intergreens, plans, schedule }: Draft, file: string, problems: ProblemList): unknown {
  const draft = { name, groups, plans, ...(schedule ? { schedule } : {}) };
  // More groups than a controller can have are told by the schema.
  if (!intergreens || groups.length > MOST_GROUPS) return draft;
  const matrix = groups.map(() => new Array<number | null>(groups.length).fill(null));
  for (const { cells, line } of intergreens) {
    if (Object.keys(cells).length === 0) continue;
    const [ending, starting, tenths] = ['ending', 'starting', 'tenths'].map((column) => (/^\d{1,9}$/.test(cells[column] ?? '') ? Number(cells[column]) : -1)) as [number, number, number];
    if (matrix[ending - 1]?.[starting - 1] !== null || tenths < 0) problems.error('plans-csv-pair', placeName({ file, line }), { ending: cells['ending'] ?? '', starting: cells['starting'] ?? '', groups: groups.length });
    else matrix[ending - 1]![starting - 1] = tenths;
  }
  return { ...draft, intergreenTenths: matrix };
}
