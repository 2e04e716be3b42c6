// Goal: where two buses need the opposite, the one with more people aboard goes first under exact rules, whoever asked first; and over an hour that pays.
import { beforeAll, describe, expect, test } from 'vitest';
import { codeName, tableFrom } from '../../engine/foundation/table.ts';
import { decidePriority } from '../../engine/priority/decide-priority.ts';
import { finishedTables, makeResultLog } from '../../engine/results/result-log.ts';
import type { ResultTables } from '../../engine/results/tables.ts';
import { advanceSignals } from '../../engine/signals/advance-signals.ts';
import { prepareState } from '../../engine/state/city-state.ts';
import { isGreenAspect } from '../../engine/twin/plan-green.ts';
import { competing, priorityMeans, priorityRuleColumns, usualRule, type PriorityRule } from '../../engine/twin/priority.ts';
import { priorityAnswer, priorityReason } from '../../engine/twin/priority-words.ts';
import { aspect } from '../../engine/twin/signals.ts';
import { category } from '../../engine/twin/streets.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { pairedInterval } from '../../scenarios/compare/paired-mean.ts';
import { junctionAt } from '../../scenarios/explain/junction-at.ts';
import { junctionInWords } from '../../scenarios/language/priority.ts';
import { hearRequests, type HeardRequest } from '../verification/priority-request.ts';
import { mean } from '../verification/road-watch.ts';
import { laneWithSignal } from '../verification/signal-lane.ts';
import { lossesOf, twoLines, type Losses } from './two-lines.ts';

const { green, amber, red } = aspect, proof = process.env['JUMEAU_PROOF'] === '1';

/** A bus that asks from a second on, is due at another, and goes as soon as it is there and has green. */
interface Bus { group: number; asksS: number; comesS: number; people: number }

/** When each goes. Green for group 0 until 30 s, for 45 s at most; 5 s of clearing; for group 1 until 55 s; the cycle has 60 s. */
function passages(buses: readonly Bus[], settledBy: keyof typeof competing): { waitsS: number[]; twin: Twin; tables: ResultTables } {
  const twin = laneWithSignal({
    plan: [{ durationS: 30, longestS: 45, stage: true, shown: [green, red] }, { durationS: 5, shown: [amber, red] }, { durationS: 20, stage: true, shown: [red, green] }, { durationS: 5, shown: [red, amber] }],
    limitMps: 10, driving: { category: category.bus }, departS: buses.map(() => 0),
  });
  twin.priorityRules = tableFrom(priorityRuleColumns, [{ ...usualRule, controller: 0, clearQueueS: 0, lockoutCycleCount: 0, competing: competing[settledBy] }]);
  const state = prepareState(twin, 0), log = makeResultLog(twin, 0), wentS = buses.map(() => -1);
  for (; state.timeS < 150; state.tick++, state.timeS++) {
    hearRequests(state, buses.flatMap(({ group, asksS, comesS, people }, bus) => (state.timeS >= asksS && wentS[bus]! < 0 ? [{ departure: bus, controller: 0, signalGroup: group, arrivesS: comesS, aboardCount: people }] : [])));
    decidePriority(twin, state, log);
    advanceSignals(twin, state, log);
    buses.forEach(({ group, comesS }, bus) => { if (wentS[bus]! < 0 && state.timeS >= comesS && isGreenAspect(state.signals.shown[group]!)) wentS[bus] = state.timeS; });
  }
  return { waitsS: buses.map(({ comesS }, bus) => wentS[bus]! - comesS), twin, tables: finishedTables(log) };
}

describe('one bus asks first and would miss its green by 12 s, one of the other street is due a second after its own begins', () => {
  const buses = (firstPeople: number, secondPeople: number): Bus[] => [{ group: 0, asksS: 15, comesS: 42, people: firstPeople }, { group: 1, asksS: 20, comesS: 36, people: secondPeople }];

  test('first come: the first has its green until 43 s, the other waits from 36 until 48, whoever is aboard', () => {
    expect(passages(buses(1, 80), 'firstCome').waitsS).toEqual([0, 12]);
    expect(passages(buses(80, 1), 'firstCome').waitsS).toEqual([0, 12]);
  });

  test('exact: 18 s for one person, not 12 s for eighty', () => {
    const { waitsS, twin, tables } = passages(buses(1, 80), 'exact'), { priorityDecisions: rows } = tables;
    expect(waitsS).toEqual([18, 0]);
    const refusal = rows.answer.indexOf(priorityAnswer.refused);
    expect([rows.departure[refusal], rows.reason[refusal], rows.otherDeparture[refusal], rows.togetherCount[refusal]]).toEqual([0, priorityReason.solvedTogether, 1, 1]);
    const told = junctionInWords(junctionAt(twin, tables, 0, 29), 'en').join('\n');
    console.log(told);
    expect(told).toContain('it costs all who ask the least, taken together (worked out with 1 other request, Vehicle 1)');
  });

  test('exact: 12 s for one person, not 18 s for eighty', () => {
    const { waitsS, tables: { priorityDecisions: rows } } = passages(buses(80, 1), 'exact');
    expect(waitsS).toEqual([0, 12]);
    const grant = rows.answer.indexOf(priorityAnswer.extension);
    expect([rows.departure[grant], rows.reason[grant], rows.untilS[grant], rows.gainS[grant]]).toEqual([0, priorityReason.solvedTogether, 43, 18]);
  });

  test('one that asks alone is served as ever', () => {
    const [first] = buses(1, 80);
    expect(passages([first!], 'exact').waitsS).toEqual(passages([first!], 'firstCome').waitsS);
  });
});

/** Green for group 0 until 30 s, for 45 s at most; 5 s of clearing; for group 1 until 55 s, for 35 s at most; the cycle has 60 s. */
function junction(rule: Partial<PriorityRule>, buses: number): Twin {
  const twin = laneWithSignal({
    plan: [{ durationS: 30, longestS: 45, stage: true, shown: [green, red] }, { durationS: 5, shown: [amber, red] }, { durationS: 20, longestS: 35, stage: true, shown: [red, green] }, { durationS: 5, shown: [red, amber] }],
    limitMps: 10, driving: { category: category.bus }, departS: Array.from({ length: buses }, () => 0),
  });
  twin.priorityRules = tableFrom(priorityRuleColumns, [{ ...usualRule, controller: 0, means: priorityMeans.extension | priorityMeans.earlyGreen, clearQueueS: 0, recoveryCycleCount: 0, competing: competing.exact, ...rule }]);
  return twin;
}

/** What each that asks at a time is told, as 'time departure answer reason', and every answer that there was. */
function answersTo(twin: Twin, asking: (timeS: number) => readonly HeardRequest[], untilS: number): { told: string[]; tables: ResultTables } {
  const state = prepareState(twin, 0), log = makeResultLog(twin, 0);
  for (; state.timeS < untilS; state.tick++, state.timeS++) {
    hearRequests(state, asking(state.timeS));
    decidePriority(twin, state, log);
    advanceSignals(twin, state, log);
  }
  const tables = finishedTables(log), { priorityDecisions: rows } = tables;
  return { told: Array.from({ length: rows.count }, (_, row) => `${rows.timeS[row]} ${rows.departure[row]} ${codeName(priorityAnswer, rows.answer[row]!)} ${codeName(priorityReason, rows.reason[row]!)}`), tables };
}

describe('under lockout', () => {
  // Bus 0 was served at 30 s, until 41 s, and still asks: it could not pass, and comes again at 90 s on a green that lasts until 101 s. Bus 1, full, comes at 80 s on the other street, 26 s before its green.
  const first = (timeS: number): HeardRequest[] => (timeS < 15 ? [] : [{ departure: 0, controller: 0, signalGroup: 0, arrivesS: timeS < 41 ? 40 : 90, aboardCount: 1 }]);
  const other = (timeS: number, signalGroup = 1): HeardRequest => ({ departure: 1, controller: 0, signalGroup, arrivesS: timeS < 50 ? 40 : 80, aboardCount: 80 });
  // Requests are settled together where two ask: the second asks for the same green until 41 s.
  const asking = (timeS: number): HeardRequest[] => [...first(timeS), ...(timeS >= 15 && timeS < 31 ? [{ departure: 2, controller: 0, signalGroup: 0, arrivesS: 33, aboardCount: 1 }] : []), ...(timeS >= 72 ? [other(timeS)] : [])];

  test('one that is served still does not lift it for the other', () => {
    const { told } = answersTo(junction({ lockoutCycleCount: 1 }, 3), asking, 100);
    expect(told.some((one) => /^30 [02] extension solvedTogether$/.test(one))).toBe(true);
    expect(told.filter((one) => / 1 /.test(one))).toEqual(['72 1 refused lockout']);
  });

  test('without it the other is served', () => {
    const { told } = answersTo(junction({ lockoutCycleCount: 0 }, 3), asking, 100);
    expect(told.some((one) => / 1 earlyGreen solvedTogether$/.test(one))).toBe(true);
  });

  test('it is served on, as long as nobody else is with it', () => {
    // It asks for two seconds more again and again, from 34 s on under lockout; its green lasts until 45 s at most.
    const held = (timeS: number): HeardRequest[] => [
      ...(timeS >= 15 ? [{ departure: 0, controller: 0, signalGroup: 0, arrivesS: Math.max(33, timeS + 1), aboardCount: 80 }] : []),
      ...(timeS >= 15 ? [{ departure: 1, controller: 0, signalGroup: 1, arrivesS: 60, aboardCount: 1 }] : []),
    ];
    const { tables: { priorityDecisions: rows } } = answersTo(junction({ lockoutCycleCount: 1 }, 3), held, 60);
    const until = Array.from({ length: rows.count }, (_, row) => row).filter((row) => rows.departure[row] === 0 && rows.answer[row] === priorityAnswer.extension).map((row) => rows.untilS[row]!);
    expect(until).toEqual([34, 36, 38, 40, 42, 44]);
  });
});

describe('twelve ask at once', () => {
  // Nine want group 1 and come 20 s before its green. The first, who has gone by 68 s, and the eleventh come on the green of group 0 as it is planned; the twelfth comes with the nine.
  const twelve = (timeS: number): HeardRequest[] => (timeS < 65 ? [] : Array.from({ length: 12 }, (_, departure) => ({ departure, controller: 0, signalGroup: departure % 10 === 0 ? 0 : 1, arrivesS: departure === 0 ? 66 : departure === 10 ? 88 : 76 + departure, aboardCount: 1 + departure }))
    .filter(({ departure }) => timeS < 68 || departure > 0));

  test('ten are settled, the eleventh is told that more ask than can be, the twelfth that it comes on green', () => {
    const { told, tables } = answersTo(junction({ lockoutCycleCount: 0 }, 12), twelve, 68);
    expect(told.filter((one) => / 1[01] /.test(one))).toEqual(['65 10 refused tooManyAsk', '65 11 notNeeded comesOnGreen']);
    expect(told.filter((one) => one.endsWith('tooManyAsk'))).toHaveLength(1);
    const seen = junctionAt(junction({}, 12), tables, 0, 66);
    expect(junctionInWords(seen, 'en').join('\n')).toContain('refused: more ask than this junction can settle together, and it was heard after them');
    expect(junctionInWords(seen, 'fr').join('\n')).toContain('plus de véhicules demandent que le carrefour n’en peut concilier, et il a été entendu après eux');
  });

  test('once one has gone the eleventh is settled with the others, and each has a row', () => {
    const { told } = answersTo(junction({ lockoutCycleCount: 0 }, 12), twelve, 100);
    expect([...new Set(told.map((one) => Number(one.split(' ')[1])))].sort((one, other) => one - other)).toEqual(Array.from({ length: 12 }, (_, departure) => departure));
    expect(told.filter((one) => / 10 /.test(one)).slice(1).every((one) => !one.endsWith('tooManyAsk'))).toBe(true);
    expect(told.filter((one) => / 10 /.test(one)).length).toBeGreaterThan(1);
  });
});

const SEEDS = proof ? 60 : 12;

describe(`an hour at a crossing of two bus lines, ${SEEDS} seeds${proof ? '' : ' (60 with npm run proof)'}`, () => {
  const kinds = ['nobody', 'firstCome', 'exact'] as const, losses = {} as Record<(typeof kinds)[number], Losses[]>;
  beforeAll(() => { for (const kind of kinds) losses[kind] = Array.from({ length: SEEDS }, (_, seed) => lossesOf(twoLines(seed + 1, kind === 'exact' ? 'exact' : 'firstCome'), seed + 1, kind !== 'nobody')); });
  const paired = (one: (typeof kinds)[number], other: (typeof kinds)[number], of: 'busPersonS' | 'carS') => pairedInterval(losses[one].map((loss, seed) => loss[of] - losses[other][seed]![of]));

  test('people in buses lose least where requests are settled together, more where who asks first is served, most without priority', () => {
    for (const kind of kinds) console.log(`${kind}: ${mean(losses[kind].map(({ busPersonS }) => busPersonS)).toFixed(2)} s a person in a bus, ${mean(losses[kind].map(({ carS }) => carS)).toFixed(2)} s a car; ${mean(losses[kind].map(({ served }) => served)).toFixed(0)} times served, ${mean(losses[kind].map(({ together }) => together)).toFixed(0)} rows settled together`);
    const text = (one: (typeof kinds)[number], other: (typeof kinds)[number], of: 'busPersonS' | 'carS'): string => {
      const { mean: difference, interval95 } = paired(one, other, of);
      return `${difference.toFixed(2)} s (95 %: ${interval95!.low.toFixed(2)} to ${interval95!.high.toFixed(2)})`;
    };
    console.log(`exact against first come: ${text('exact', 'firstCome', 'busPersonS')} a person in a bus, ${text('exact', 'firstCome', 'carS')} a car`);
    console.log(`first come against none: ${text('firstCome', 'nobody', 'busPersonS')} a person in a bus, ${text('firstCome', 'nobody', 'carS')} a car`);
    expect(paired('firstCome', 'nobody', 'busPersonS').interval95!.high).toBeLessThan(0);
    expect(paired('exact', 'firstCome', 'busPersonS').interval95!.high).toBeLessThan(0);
    expect(mean(losses.exact.map(({ together }) => together))).toBeGreaterThan(0);
  });
});
