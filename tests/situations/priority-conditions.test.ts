// Goal: a junction serves whom its rules name, by what a bus tells of itself, and says which rule kept whom from being served.
import { describe, expect, test } from 'vitest';
import { checkpointFromBytes, checkpointToBytes } from '../../engine/checkpoint/checkpoint.ts';
import { isWithin } from '../../engine/priority/conditions.ts';
import { decidePriority } from '../../engine/priority/decide-priority.ts';
import { makeResultLog } from '../../engine/results/result-log.ts';
import { advanceSignals } from '../../engine/signals/advance-signals.ts';
import { prepareState } from '../../engine/state/city-state.ts';
import { tableFrom } from '../../engine/foundation/table.ts';
import { run } from '../../engine/run.ts';
import { priorityRuleColumns, usualRule, type PriorityRule } from '../../engine/twin/priority.ts';
import { priorityAnswer, priorityReason } from '../../engine/twin/priority-words.ts';
import { aspect } from '../../engine/twin/signals.ts';
import { category } from '../../engine/twin/streets.ts';
import { callColumns, interiorColumns, lineClass, lineColumns, lineStopColumns, transitMode, tripColumns } from '../../engine/twin/transit.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { LEVINSON } from '../verification/line-town.ts';
import { hearRequests, type HeardRequest } from '../verification/priority-request.ts';
import { laneWithSignal } from '../verification/signal-lane.ts';
import { buildTown } from './traffic-town.ts';

const { green, amber, red } = aspect, EIGHT_S = 8 * 3600, hour = (hours: number): number => hours * 3600;

/** What a bus is told that is heard at 08:00:20 and due 5 s after its green of 30 s ends: the reason of a refusal, or of the longer green. */
function toldBy(rule: Partial<PriorityRule>, bus: Partial<HeardRequest>): { answer: number; reason: number } {
  const twin = laneWithSignal({
    plan: [{ durationS: 30, longestS: 45, stage: true, shown: [green, red] }, { durationS: 5, shown: [amber, red] }, { durationS: 20, stage: true, shown: [red, green] }, { durationS: 5, shown: [red, amber] }],
    limitMps: 10, driving: { category: category.bus }, departS: [0],
  });
  twin.priorityRules = tableFrom(priorityRuleColumns, [{ ...usualRule, ...rule, controller: 0 }]);
  const state = prepareState(twin, EIGHT_S), log = makeResultLog(twin, EIGHT_S);
  for (; state.timeS < EIGHT_S + 32; state.tick++, state.timeS++) {
    hearRequests(state, state.timeS >= EIGHT_S + 20 ? [{ departure: 0, controller: 0, signalGroup: 0, arrivesS: EIGHT_S + 35, ...bus }] : []);
    decidePriority(twin, state, log);
    advanceSignals(twin, state, log);
  }
  const { rows } = log.priorityDecisions;
  return { answer: rows.answer[0]!, reason: rows.reason[0]! };
}

const served = { answer: priorityAnswer.extension, reason: priorityReason.missesGreen }, refused = (reason: keyof typeof priorityReason) => ({ answer: priorityAnswer.refused, reason: priorityReason[reason] });

test.each<[string, Partial<PriorityRule>, Partial<HeardRequest>, { answer: number; reason: number }]>([
  ['no conditions: everybody', {}, { lateS: -300, headwayShare: 0.01, aboardCount: 0 }, served],
  ['late enough', { leastLateS: 60 }, { lateS: 60 }, served],
  ['not late enough', { leastLateS: 60 }, { lateS: 59 }, refused('notLate')],
  ['far enough behind', { leastHeadwayShare: 0.5 }, { headwayShare: 0.5 }, served],
  ['too close behind', { leastHeadwayShare: 0.5 }, { headwayShare: 0.49 }, refused('tooCloseBehind')],
  ['who does not know how close', { leastHeadwayShare: 0.5 }, { headwayShare: -1 }, served],
  ['full enough', { leastAboardCount: 10 }, { aboardCount: 10 }, served],
  ['too few aboard', { leastAboardCount: 10 }, { aboardCount: 9 }, refused('tooFewAboard')],
  ['who does not count', { leastAboardCount: 10 }, { aboardCount: -1 }, served],
  ['a line of the class', { lineClasses: lineClass.structuring }, { lineClass: lineClass.structuring }, served],
  ['a line of another class', { lineClasses: lineClass.structuring }, { lineClass: lineClass.ordinary }, refused('otherLineClass')],
  ['within the hours', { servesFromS: hour(7), servesUntilS: hour(9) }, {}, served],
  ['outside the hours', { servesFromS: hour(9), servesUntilS: hour(19) }, {}, refused('outOfHours')],
  ['at night only', { servesFromS: hour(22), servesUntilS: hour(6) }, {}, refused('outOfHours')],
])('%s', (_name, rule, bus, expected) => expect(toldBy(rule, bus)).toEqual(expected));

test('hours begin with their first second and end before their last, over midnight too', () => {
  expect([hour(7) - 1, hour(7), hour(9) - 1, hour(9)].map((timeS) => isWithin(timeS, hour(7), hour(9)))).toEqual([false, true, true, false]);
  expect([hour(22), hour(24), hour(30) - 1, hour(30)].map((timeS) => isWithin(timeS, hour(22), hour(6)))).toEqual([true, true, true, false]);
});

describe('buses of a line with passengers', () => {
  const LEAVES_S = [200, 500], LATE_S = [180, 0], HEADWAY_S = 300, STOP_M = 200;

  /** Two buses 300 s apart by the timetable, the first 180 s late, stop once before a signal that is red for six minutes of seven. */
  function line(rule: Partial<PriorityRule>): Twin {
    const twin = buildTown({
      links: [{ name: 'before', from: 'a', to: 'J', lengthM: 600 }, { name: 'behind', from: 'J', to: 'b', lengthM: 400 }],
      movements: [{ from: 'before.0', to: 'behind.0', group: 0 }], signals: { J: [{ durationS: 57, shown: 'Gr' }, { durationS: 3, shown: 'yr' }, { durationS: 357, shown: 'rG' }, { durationS: 3, shown: 'ry' }] },
      types: { bus: { category: category.bus, lengthM: 12, accelerationMps2: 1.2, decelerationMps2: 2.5 } },
      vehicles: LEAVES_S.map((timeS, bus) => ({
        departS: timeS - 60, route: ['before', 'behind'], type: 'bus',
        halts: [{ link: 'before', lane: 0, positionM: STOP_M, dwellS: 0, untilS: timeS + LATE_S[bus]! }, { link: 'behind', lane: 0, positionM: 300, dwellS: 0 }],
      })),
    });
    twin.controllers.busPriority.fill(1);
    twin.lines = tableFrom(lineColumns, [{ name: 'L', title: '', mode: transitMode.bus, colour: 0, lengthM: 1000, headwayS: HEADWAY_S, lineClass: lineClass.structuring, assumed: 0 }]);
    twin.trips = tableFrom(tripColumns, LEAVES_S.map((_, bus) => ({ line: 0, direction: 0, block: -1, departure: bus, firstCall: 2 * bus, callCount: 2 })));
    twin.calls = tableFrom(callColumns, LEAVES_S.flatMap((timeS, bus) => [0, 1].map((order) => ({ stop: 2 * bus + order, arriveS: timeS + 80 * order, departS: timeS + 80 * order, lineStop: order }))));
    twin.lineStops = tableFrom(lineStopColumns, [0, 1].map((order) => ({
      line: 0, direction: 0, stop: order, dayPeopleCount: order === 0 ? 24 * 120 : 0, dayProfile: -1, fromS: 0, untilS: 86400, attractionShare: 1, comeWithinS: 600, firstPostedTime: 0, postedTimeCount: 0, leastHeadwayShare: 0, longestStandS: 600,
    })));
    twin.interiors = tableFrom(interiorColumns, [LEVINSON]);
    for (const bus of [0, 1]) twin.departures.trip[bus] = bus;
    twin.priorityRules = tableFrom(priorityRuleColumns, [{ ...usualRule, ...rule, controller: 0 }]);
    return twin;
  }

  function asked(rule: Partial<PriorityRule>) {
    const { tables: { priorityDecisions: rows, stopVisits, boardings } } = run(line(rule), { seed: 3, fromS: 0, untilS: 1200, stepS: 1, untilAllArrived: true, busPriority: true, replay: false });
    const leftS = [0, 1].map((bus) => stopVisits.departS[stopVisits.departure.indexOf(bus)]!), aboard = [0, 1].map((bus) => boardings.aboardCount[boardings.departure.indexOf(bus)]!);
    return { leftS, aboard, first: [0, 1].map((bus) => { const row = rows.departure.indexOf(bus); return { reason: rows.reason[row]!, headwayShare: rows.headwayShare[row]!, aboardCount: rows.aboardCount[row]! }; }) };
  }

  test('tell how many are aboard and how closely they follow the one before, and are served by that', () => {
    const { leftS, aboard, first } = asked({ leastHeadwayShare: 0.5 });
    console.log(`left their stop at ${leftS.join(' and ')} s with ${aboard.join(' and ')} people aboard; told: ${first.map(({ headwayShare, aboardCount }) => `${headwayShare.toFixed(2)} of the headway, ${aboardCount} aboard`).join('; ')}`);
    expect(first.map(({ aboardCount }) => aboardCount)).toEqual(aboard);
    expect(Math.min(...aboard)).toBeGreaterThan(0);
    // Nobody is before the first: it tells the most that can be told.
    expect(first[0]!.headwayShare).toBe(10);
    expect(first[1]!.headwayShare).toBeCloseTo((leftS[1]! - leftS[0]!) / HEADWAY_S, 9);
    expect(first[0]!.reason).not.toBe(priorityReason.tooCloseBehind);
    expect(first[1]!.reason).toBe(priorityReason.tooCloseBehind);
  });

  test('with fewer people than the rules ask for are told so', () => {
    const { aboard } = asked({}), least = Math.max(...aboard), fewer = aboard.indexOf(Math.min(...aboard));
    expect(asked({ leastAboardCount: least }).first[fewer]!.reason).toBe(priorityReason.tooFewAboard);
    expect(asked({ lineClasses: lineClass.ordinary }).first[0]!.reason).toBe(priorityReason.otherLineClass);
  });

  test('that asks for headways may begin where a run without was stopped: whoever leaves next has nobody before it', () => {
    const settings = { seed: 3, fromS: 0, untilS: 1200, stepS: 1, untilAllArrived: true, busPriority: true, replay: false }, asks = line({ leastHeadwayShare: 0.5 });
    let bytes: Uint8Array = new Uint8Array();
    run(line({}), settings, { haltAtS: 450, onHalt: (checkpoint) => { bytes = checkpointToBytes(line({}), checkpoint, {}); } });
    const { value, problems } = checkpointFromBytes(asks, bytes, settings);
    expect(problems).toEqual([]);
    const { tables: { priorityDecisions: rows } } = run(asks, settings, {}, value);
    expect(rows.headwayShare[rows.departure.indexOf(1)]).toBe(10);
  });

  test('do not keep headways where no rule asks for them', () => {
    expect(prepareState(line({}), 0).priority!.headways).toBeUndefined();
    expect(asked({}).first[1]!.headwayShare).toBe(-1);
  });
});
