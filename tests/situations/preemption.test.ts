// Goal: who goes before the plan is let through, first come among equals; others are told why they wait; nothing holds a green for ever.
import { describe, expect, test } from 'vitest';
import { tableFrom } from '../../engine/foundation/table.ts';
import { transponderColumns, priorityMeans, priorityRuleColumns, usualRule } from '../../engine/twin/priority.ts';
import { usualEmergencyTransponder, preemptionLevel, preemptionRuleColumns } from '../../engine/twin/preemption.ts';
import { priorityAnswer, priorityReason } from '../../engine/twin/priority-words.ts';
import { category } from '../../engine/twin/streets.ts';
import type { ResultTables } from '../../engine/results/tables.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { junctionAt } from '../../scenarios/explain/junction-at.ts';
import { junctionInWords } from '../../scenarios/language/priority.ts';
import { corridor, runCorridor, tripTimesS, withWave, type Trip } from '../verification/wave-corridor.ts';

const answersOf = ({ priorityDecisions: { count, departure, answer } }: ResultTables, who: number): number[] => Array.from({ length: count }, (_, row) => row).filter((row) => departure[row] === who).map((row) => answer[row]!);

/** Buses go by green and red of their plan, and hold greens where rules say so. */
function listening(twin: Twin): Twin {
  twin.controllers.busPriority.fill(1);
  return twin;
}

const emergency = (departS: number, way: Trip['way'] = 'main'): Trip => ({ departS, type: 'emergency', way });

describe('emergency vehicles', () => {
  test('every signal on the way is called, held and let go, one after the other', () => {
    const twin = withWave(corridor(1200, [emergency(300)])), { tables } = runCorridor(twin, { untilS: 900 });
    const { count, controller, answer, timeS, askedS } = tables.priorityDecisions;
    const passed = Array.from({ length: count }, (_, row) => row).filter((row) => answer[row] === priorityAnswer.passed);
    expect(new Set(passed.map((row) => controller[row])).size).toBe(twin.controllers.count);
    // The second and the third know of it before it has passed the first: that is the wave.
    for (const row of passed.slice(1, 3)) expect(askedS[row]).toBeLessThan(timeS[passed[0]!]!);
    const served = [priorityAnswer.stageCalled, priorityAnswer.heldUntilPassed] as number[];
    for (const row of passed) expect(Array.from({ length: count }, (_, at) => at).some((at) => controller[at] === controller[row] && served.includes(answer[at]!) && timeS[at]! < timeS[row]!)).toBe(true);
  });

  // The main street is 1,200 m long before its first signal, the side street 200 m: whoever leaves there at 325 s is at the signal some 25 s before the other.
  test.each([[325, 0, 1], [342, 1, 0]] as const)('of two from sides that exclude each other the first goes first, the other is told after whom (side street at %i s)', (sideS, waits, goes) => {
    const twin = withWave(corridor(1200, [emergency(300, 'main'), emergency(sideS, 0)])), { tables } = runCorridor(twin, { untilS: 900 });
    const { count, departure, answer, reason, otherDeparture } = tables.priorityDecisions;
    const told = Array.from({ length: count }, (_, row) => row).filter((row) => answer[row] === priorityAnswer.refused && reason[row] === priorityReason.absoluteFirst);
    expect(told.length).toBeGreaterThan(0);
    for (const row of told) expect([departure[row], otherDeparture[row]]).toEqual([waits, goes]);
    for (const who of [0, 1]) expect(answersOf(tables, who)).toContain(priorityAnswer.passed);
  });

  test('who never signs off holds no green beyond the time-out; whose messages are all lost drives by the plan', () => {
    const silent = withWave(corridor(1200, [emergency(300)]));
    silent.transponders = tableFrom(transponderColumns, [{ ...usualEmergencyTransponder, lossShare: 1 }]);
    const plain = corridor(1200, [emergency(300)]);
    expect(tripTimesS(silent, runCorridor(silent, { untilS: 900 }), 'emergency')).toEqual(tripTimesS(plain, runCorridor(plain, { untilS: 900 }), 'emergency'));
    // It never signs off: every request ends by the time-out, and the run goes on under the monitor.
    const noSignOff = withWave(corridor(1200, [emergency(300)]));
    noSignOff.transponders = tableFrom(transponderColumns, [{ ...usualEmergencyTransponder, signsOff: 0 }]);
    const { priorityDecisions: { count, answer, reason } } = runCorridor(noSignOff, { untilS: 1200 }).tables;
    const ends = Array.from({ length: count }, (_, row) => row).filter((row) => answer[row] === priorityAnswer.dropped || answer[row] === priorityAnswer.passed);
    expect(ends.length).toBe(noSignOff.controllers.count);
    for (const row of ends) expect(reason[row]).toBe(priorityReason.notRenewed);
  });

  test('a bus waits for the fire engine, and the junction says so', () => {
    const buses = Array.from({ length: 30 }, (_, at): Trip => ({ departS: 280 + 6 * at, type: 'bus', way: 0 }));
    const twin = withWave(listening(corridor(1200, [emergency(300), ...buses]))), { tables } = runCorridor(twin, { untilS: 900 });
    const { priorityDecisions: { count, controller, timeS, reason, otherDeparture } } = tables;
    const row = Array.from({ length: count }, (_, at) => at).find((at) => reason[at] === priorityReason.absoluteFirst)!;
    expect(row).toBeGreaterThanOrEqual(0);
    expect(twin.vehicleTypes.category[twin.departures.vehicleType[otherDeparture[row]!]!]).toBe(category.emergency);
    const seen = junctionAt(twin, tables, controller[row]!, timeS[row]! + 1);
    expect(junctionInWords(seen, 'en').join('\n')).toMatch(/refused: a vehicle with absolute priority goes first \(Vehicle emergency/);
    expect(junctionInWords(seen, 'fr').join('\n')).toMatch(/refusé.*priorité absolue passe d’abord \(Véhicule emergency/);
  });
});

test('a green that is held until the bus has passed lasts as long as it is late, one that is only extended does not', () => {
  // The bus is slower than it says: it believes to be 100 m nearer, and is 18 s late at its signal.
  const trips: Trip[] = Array.from({ length: 40 }, (_, at) => ({ departS: 300 + 37 * at, type: 'bus', way: 'main' }));
  const lost = (hold: boolean): number => {
    const twin = listening(corridor(400, trips));
    for (let interval = 0; interval < twin.intervals.count; interval++) if (twin.intervals.stage[interval] === 1) twin.intervals.longestS[interval] = twin.intervals.durationS[interval]! + 10;
    twin.priorityRules = tableFrom(priorityRuleColumns, Array.from({ length: twin.controllers.count }, (_, controller) => ({ ...usualRule, controller, means: priorityMeans.extension, lockoutCycleCount: 0 })));
    if (hold) {
      twin.preemptionRules = tableFrom(preemptionRuleColumns, Array.from({ length: twin.controllers.count }, (_, controller) =>
        ({ controller, category: category.bus, level: preemptionLevel.hold, leastClearS: 0, recoveryCycleCount: 3 })));
    }
    const results = runCorridor(twin, { untilS: 2400 });
    if (hold) expect(results.tables.priorityDecisions.answer).toContain(priorityAnswer.heldUntilPassed);
    return tripTimesS(twin, results, 'bus').reduce((sum, timeS) => sum + timeS, 0) / trips.length;
  };
  const extended = lost(false), held = lost(true);
  console.log(`mean trip of buses: ${extended.toFixed(1)} s with extensions, ${held.toFixed(1)} s with greens held until they have passed`);
  expect(held).toBeLessThan(extended);
});
