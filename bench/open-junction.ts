// Question: how long does a person wait for a junction that they open in the viewer?
// Load: a day of 400 signalised junctions as files, drawn here: 2.6 million changes of signals, 160,000 answers to buses; plans, five minutes of signals and figures of 60 junctions at hours drawn by chance.
// Budget: 200 ms from asking to the last byte, once the run is read; what the browser then draws is not in it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { DAY_S } from '../engine/foundation/clock.ts';
import { randomShare } from '../engine/foundation/random.ts';
import { makeTable, tableFrom, type Columns, type RowValues } from '../engine/foundation/table.ts';
import { priorityDecisionColumns, REPLAY_SEGMENT_S, resultTables, signalChangeColumns, type ResultTables } from '../engine/results/tables.ts';
import { twinToBytes } from '../engine/twin/bytes.ts';
import { priorityAnswer, priorityReason } from '../engine/twin/priority-words.ts';
import type { Twin } from '../engine/twin/twin.ts';
import { writeResultTables } from '../scenarios/runs/result-files.ts';
import { startServer } from '../viewer/server/serve.ts';
import { drawnCity } from './load/drawn-city.ts';
import { writeHistory } from './processes/write-history.ts';

const SIDE = 20, ANSWERS_A_DAY = 400, OPENED = 60, BUDGET_MS = 200, SEED = 7;

/** Every controller follows its plan all day. */
function changesOf({ controllers, intervals }: Twin): RowValues<typeof signalChangeColumns>[] {
  const rows: RowValues<typeof signalChangeColumns>[] = [];
  for (let controller = 0; controller < controllers.count; controller++) {
    const first = controllers.firstInterval[controller]!, count = controllers.intervalCount[controller]!;
    for (let timeS = 0, at = 0; timeS < DAY_S; timeS += intervals.durationS[first + at]!, at = (at + 1) % count) rows.push({ controller, timeS, interval: first + at, extendedForPriority: 0 });
  }
  return rows.sort((one, other) => one.timeS - other.timeS);
}

/** A bus every few minutes, heard, served and passed. */
function answersOf({ controllers }: Twin): RowValues<typeof priorityDecisionColumns>[] {
  const nothing = Object.fromEntries(Object.keys(priorityDecisionColumns).map((name) => [name, 0])) as unknown as RowValues<typeof priorityDecisionColumns>;
  const rows = Array.from({ length: controllers.count * ANSWERS_A_DAY }, (_, at) => {
    const controller = at % controllers.count, passage = Math.floor(at / controllers.count / 2), isEnd = Math.floor(at / controllers.count) % 2 === 1, askedS = 18_000 + passage * 300 + controller % 90;
    return { ...nothing, controller, departure: passage, askedS, timeS: askedS + (isEnd ? 25 : 5), answer: isEnd ? priorityAnswer.passed : priorityAnswer.extension, reason: isEnd ? priorityReason.signedOff : priorityReason.missesGreen, otherDeparture: -1, untilS: isEnd ? -1 : askedS + 26 };
  });
  return rows.sort((one, other) => one.timeS - other.timeS);
}

const twin = drawnCity(SIDE, 1000), folder = mkdtempSync(join(tmpdir(), 'jumeau-bench-')), twinPath = join(folder, 'grid.twin');
const tables = Object.fromEntries(Object.entries(resultTables).map(([name, columns]) => [name, makeTable(columns as Columns, 0)])) as unknown as ResultTables;
tables.signalChanges = tableFrom(signalChangeColumns, changesOf(twin));
tables.priorityDecisions = tableFrom(priorityDecisionColumns, answersOf(twin));
writeFileSync(twinPath, twinToBytes(twin));
writeResultTables(folder, tables);
writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ scenario: 'grid', settings: { fromS: 0, untilS: DAY_S } }));
const server = await startServer({ port: 0, cities: [{ name: 'grid', twinPath, results: [{ name: 'day', folder }] }] });

/** All that the panel asks for before it can be read, at once as the browser does. */
async function openMs(controller: number, fromS: number): Promise<number> {
  const startMs = performance.now();
  await Promise.all(['plans', `span-${fromS}`, 'figures'].map(async (part) => {
    const response = await fetch(`${server.url}api/cities/grid/results/day/junctions/${controller}/${part}`);
    if (response.status !== 200) throw new Error(`${part} answers ${response.status}`);
    await response.json();
  }));
  return performance.now() - startMs;
}

const firstMs = await openMs(0, 8 * 3600), tookMs: number[] = [];
for (let at = 0; at < OPENED; at++) tookMs.push(await openMs(Math.floor(randomShare(SEED, 1, at, 0) * twin.controllers.count), Math.floor((randomShare(SEED, 2, at, 0) * DAY_S) / REPLAY_SEGMENT_S) * REPLAY_SEGMENT_S));
await server.close();
rmSync(folder, { recursive: true, force: true });
const sorted = tookMs.sort((one, other) => one - other), median = sorted[OPENED / 2]!, worst = sorted.at(-1)!;
console.log(`${twin.controllers.count} junctions, ${tables.signalChanges.count} changes, ${tables.priorityDecisions.count} answers (${availableParallelism()} cores, ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.versions.node})`);
console.log(`the first one, with the reading of the run, ${firstMs.toFixed(0)} ms; then median ${median.toFixed(0)} ms, worst ${worst.toFixed(0)} ms (budget ${BUDGET_MS} ms)`);
writeHistory('open-junction', { junctions: twin.controllers.count, changes: tables.signalChanges.count, answers: tables.priorityDecisions.count, opened: OPENED, firstMs, medianMs: median, worstMs: worst, budgetMs: BUDGET_MS, kept: worst <= BUDGET_MS });
