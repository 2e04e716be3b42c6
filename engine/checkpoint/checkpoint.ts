import { makeHasher } from '../foundation/hash.ts';
import type { Checked, Problem } from '../foundation/problem.ts';
import { f64, text, type Column, type Columns, type Table } from '../foundation/table.ts';
import { tablesFromBytes, tablesToBytes } from '../foundation/table-bytes.ts';
import { LINK_INTERVAL_S } from '../results/link-counts.ts';
import { makeJunctionLog } from '../results/junction-log.ts';
import { makeResultLog, type ResultLog } from '../results/result-log.ts';
import { prepareState, type CityState } from '../state/city-state.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { checkState, type RunSpan } from './check-state.ts';
import { fitGrowing, kindOf, leavesOf, type Leaf, type Part, type Values } from './leaves.ts';
import { rowsFingerprint } from './same-rows.ts';

/**
 * A run between two ticks: the city at that instant and all that the run has recorded. Whoever goes on from here gets
 * the bits of the run that never stopped.
 *
 * As a file: every column of state and results as one table of the common layout (table-bytes.ts), every plain number in
 * the table `numbers`, and a digest over all of it. Columns are found by their way through the state, so a column that is
 * added to the state is in the file without a word here.
 */
export interface Checkpoint { state: CityState; log: ResultLog }

/** The last digit is the version of the layout; what the columns are follows from the version of the engine. */
const MAGIC = 'HALTED-1';
const numberColumns = { path: text('its way through state and results'), value: f64('the number') };

interface Envelope { digest: string; rows: string; about: unknown }

/** State that takes the room that traffic needs doubles as often as that; more would be no city. */
const MOST_DOUBLINGS = 14;
/** Rows of one result table: a week of a large city stays far below. */
const MOST_RESULT_ROWS = 1e8;

/** `about`: whatever tells people and programs what was run; anything that JSON can hold. */
export function checkpointToBytes(twin: ReadingTwin, { state, log }: Checkpoint, about: unknown): Uint8Array {
  // The replay begins anew where the run goes on: a recorder is no result.
  const leaves = leavesOf({ state, log: { ...log, replay: undefined } } as unknown as Part);
  const numbers = leaves.filter(({ value }) => typeof value === 'number');
  const columns: Record<string, Columns> = { numbers: numberColumns };
  const tables: Record<string, unknown> = {
    numbers: { count: numbers.length, path: numbers.map(({ path }) => path), value: Float64Array.from(numbers, ({ value }) => value as number) },
  };
  for (const leaf of leaves) {
    if (typeof leaf.value === 'number') continue;
    const values = leaf.grows ? leaf.value.subarray(0, leaf.part['count'] as number) : leaf.value;
    columns[leaf.path] = columnOf(leaf.value);
    tables[leaf.path] = { count: values.length, values };
  }
  const envelope: Envelope = { digest: digestOf(columns, tables), rows: rowsFingerprint(twin), about };
  return tablesToBytes(MAGIC, columns, tables as Record<string, Table<Columns>>, envelope);
}

const columnOf = (values: Values): Columns => {
  const kind = kindOf(values);
  if (!kind) throw new Error(`no file holds a column of ${values.constructor.name}`);
  return { values: { kind, about: 'of the state' } as Column };
};

function digestOf(columns: Readonly<Record<string, Columns>>, tables: Readonly<Record<string, unknown>>): string {
  const hasher = makeHasher();
  for (const name of Object.keys(columns)) {
    hasher.text(name);
    for (const values of Object.values(tables[name] as Part)) if (typeof values !== 'number') hasher.column(values as Values);
  }
  return hasher.digest();
}

/** What was said about the run that was stopped; undefined when the bytes are no checkpoint of this layout. */
export function aboutCheckpoint(bytes: Uint8Array): { about: unknown } | undefined {
  const read = tablesFromBytes(MAGIC, {}, bytes);
  return read && isEnvelope(read.about) ? { about: read.about.about } : undefined;
}

const isEnvelope = (value: unknown): value is Envelope => {
  const { digest, rows } = (value ?? {}) as Partial<Envelope>;
  return typeof digest === 'string' && typeof rows === 'string' && 'about' in (value as object);
};

const error = (code: string, where: string, parameters: Problem['parameters'] = {}): Problem => ({ severity: 'error', code, where, parameters });

/**
 * A checkpoint to go on from with this twin, or all the reasons why not. The twin may be another than the one that was
 * run before (a what-if that begins on filled streets), as long as all rows still mean the same. `span`: of the run that was stopped.
 */
export function checkpointFromBytes(twin: ReadingTwin, bytes: Uint8Array, span: RunSpan): Checked<Checkpoint> {
  const envelope = tablesFromBytes(MAGIC, {}, bytes)?.about;
  if (!isEnvelope(envelope)) return { problems: [error('checkpoint-not-whole', '')] };
  if (envelope.rows !== rowsFingerprint(twin)) return { problems: [error('checkpoint-other-rows', '')] };
  const state = prepareState(twin, span.fromS, span.rerouteShare), log = makeResultLog(twin, span.fromS);
  if (span.recordJunctions) log.junctions = makeJunctionLog(twin, span.fromS);
  if (span.measuredFromS !== undefined) log.boardedBefore = new Uint32Array(twin.lineStops.count);
  const all = leavesOf({ state, log } as unknown as Part);
  const read = readLeaves(all, bytes) ?? readWithout(twin, all, bytes);
  if (!read) return { problems: [error('checkpoint-not-whole', '')] };
  if (digestOf(read.columns, read.tables) !== envelope.digest) return { problems: [error('checkpoint-altered', '')] };
  const problems = fill(read.leaves, read.tables);
  if (problems.length > 0) return { problems };
  fitGrowing(log as unknown as Part);
  const faults = [...checkState(twin, state, span), ...checkIntervals(log, state)];
  return faults.length > 0 ? { problems: faults } : { value: { state, log }, problems: [] };
}

/** What a run without events and guidance has not got; nor one whose rules do not ask how closely buses follow each other, let nobody go before the plan, or give no green back. */
const WAYS = 'state.guidance.', NEXT_EVENT = 'state.events.nextS', HEADWAYS = 'state.priority.headways.', PREEMPTION = 'state.preemption.', COMPENSATION = 'state.compensation.';

/**
 * A what-if may begin where a run without what it brings was stopped: nothing has happened then, nobody has another way, no
 * vehicle has left a stop yet, nobody is being let through, and no green is owed.
 */
function readWithout({ events }: ReadingTwin, all: readonly Leaf[], bytes: Uint8Array): ReturnType<typeof readLeaves> {
  const brought = [...(events.count > 0 ? [WAYS] : []), HEADWAYS, PREEMPTION, COMPENSATION].filter((prefix) => all.some(({ path }) => path.startsWith(prefix)));
  for (let missing = 1; missing < 1 << brought.length; missing++) {
    const read = readLeaves(all.filter(({ path }) => !brought.some((prefix, at) => (missing & (1 << at)) !== 0 && path.startsWith(prefix))), bytes);
    if (read) return read;
  }
  return undefined;
}

type Stored = Record<string, { count: number; values: Values }>;

/** The columns of these leaves as a file holds them; undefined when it lacks one. */
function readLeaves(leaves: readonly Leaf[], bytes: Uint8Array): { leaves: readonly Leaf[]; columns: Record<string, Columns>; tables: Stored } | undefined {
  const columns: Record<string, Columns> = { numbers: numberColumns };
  for (const { path, value } of leaves) if (typeof value !== 'number') columns[path] = columnOf(value);
  const read = tablesFromBytes(MAGIC, columns, bytes);
  return read && { leaves, columns, tables: read.tables as unknown as Stored };
}

/** Links are counted in the quarter of an hour that is running. */
function checkIntervals({ linkCounts }: ResultLog, { timeS }: CityState): Problem[] {
  return linkCounts.fromS <= timeS && linkCounts.fromS + LINK_INTERVAL_S > timeS ? [] : [error('checkpoint-wrong-clock', 'log.linkCounts.fromS')];
}

/** Puts what was read in place of what a run begins with; what does not fit is told. */
function fill(leaves: readonly Leaf[], tables: Readonly<Stored>): Problem[] {
  const { path, value } = tables['numbers'] as unknown as Table<typeof numberColumns>;
  const numbers = new Map(path.map((name, row) => [name, value[row]!]));
  const problems: Problem[] = [];
  for (const leaf of leaves) {
    const stored = typeof leaf.value === 'number' ? numbers.get(leaf.path) : tables[leaf.path]!.values;
    if (stored === undefined && leaf.path === NEXT_EVENT) continue;
    if (stored === undefined || Number.isNaN(stored)) problems.push(error('checkpoint-no-number', leaf.path));
    else if (typeof stored !== 'number' && !fits(leaf, stored.length)) problems.push(error('checkpoint-other-length', leaf.path, { rows: stored.length, wanted: (leaf.value as Values).length }));
    // A copy: the file's memory may be anyone's.
    else leaf.part[leaf.name] = typeof stored === 'number' ? stored : stored.slice();
  }
  if (problems.length > 0) return problems;
  for (const { path: at, name, part } of leaves) {
    if (ArrayBuffer.isView(part[name]) && typeof part['count'] === 'number' && part['count'] !== (part[name] as Values).length) {
      problems.push(error('checkpoint-other-length', at, { rows: (part[name] as Values).length, wanted: part['count'] }));
    }
  }
  return problems;
}

function fits({ grows, value }: Leaf, length: number): boolean {
  if (grows) return length <= MOST_RESULT_ROWS;
  const own = (value as Values).length;
  for (let doublings = 0, room = own; doublings <= MOST_DOUBLINGS; doublings++, room *= 2) if (length === room) return true;
  return false;
}
