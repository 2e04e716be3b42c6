// Question: how long does a junction take to settle ten requests that compete, exactly?
// Load: 400 junctions drawn by chance, four stages of 12 to 36 s, ten buses within a minute and a half, two cycles ahead.
// Budget: 20 ms each. What is limited in a run is work, not time: states looked at, the most of them beside the limit.
import { availableParallelism, cpus } from 'node:os';
import { performance } from 'node:perf_hooks';
import { MOST_STATES, scheduleRequests } from '../engine/priority/schedule-requests.ts';
import { BUSY_JUNCTION, competingRequests } from './load/competing-requests.ts';
import { writeHistory } from './processes/write-history.ts';

const JUNCTIONS = 400, BUDGET_MS = 20, REPEATS = 5;
const cases = Array.from({ length: JUNCTIONS }, (_, seed) => competingRequests(seed, BUSY_JUNCTION));

/** The shortest of some repeats of each: what the machine does beside it is no part of the question. */
const tookMs = cases.map(() => Infinity);
let mostStates = 0, unsettled = 0;
for (let repeat = 0; repeat < REPEATS; repeat++) {
  cases.forEach(({ intervals, claims }, at) => {
    const startMs = performance.now(), schedule = scheduleRequests(intervals, claims);
    tookMs[at] = Math.min(tookMs[at]!, performance.now() - startMs);
    if (schedule) mostStates = Math.max(mostStates, schedule.stateCount);
    else if (repeat === 0) unsettled++;
  });
}
const sorted = tookMs.sort((one, other) => one - other), median = sorted[JUNCTIONS / 2]!, worst = sorted.at(-1)!;
console.log(`${JUNCTIONS} junctions with ${BUSY_JUNCTION.requests} requests (${availableParallelism()} cores, ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.versions.node})`);
console.log(`median ${median.toFixed(2)} ms, 99 of 100 within ${sorted[Math.floor(0.99 * JUNCTIONS)]!.toFixed(2)} ms, worst ${worst.toFixed(2)} ms (budget ${BUDGET_MS} ms)`);
console.log(`${mostStates} states at most (${MOST_STATES} allowed); ${unsettled} not settled within that`);
writeHistory('requests', { junctions: JUNCTIONS, repeats: REPEATS, medianMs: median, worstMs: worst, budgetMs: BUDGET_MS, kept: worst <= BUDGET_MS, mostStates, unsettled });
