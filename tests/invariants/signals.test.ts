// Goal: whatever junction is planned and whatever buses ask for, no conflicting greens, no intergreen cut short, no green past its cap.
import { describe, expect, test } from 'vitest';
import { checkTwin } from '../../data/build/check-twin.ts';
import { randomShare } from '../../engine/foundation/random.ts';
import { makeResultLog } from '../../engine/results/result-log.ts';
import { decidePriority } from '../../engine/priority/decide-priority.ts';
import { advanceSignals } from '../../engine/signals/advance-signals.ts';
import { copyState, prepareState, stateHash, type CityState } from '../../engine/state/city-state.ts';
import { tableFrom } from '../../engine/foundation/table.ts';
import { competing, priorityMeans, priorityRuleColumns, usualRule } from '../../engine/twin/priority.ts';
import { priorityAnswer } from '../../engine/twin/priority-words.ts';
import { aspect } from '../../engine/twin/signals.ts';
import { conflictKind, junctionControl } from '../../engine/twin/streets.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { twinOf } from '../verification/drawn-junction.ts';
import { hearRequests, type HeardRequest } from '../verification/priority-request.ts';
import { randomArms } from '../verification/random-junction.ts';

const proof = process.env['JUMEAU_PROOF'] === '1';
const SEEDS = Array.from({ length: proof ? 150 : 8 }, (_, seed) => seed);
const MINIMUM_GREEN_S = 6;

const isGreen = (shown: number): boolean => shown === aspect.green || shown === aspect.greenPermissive;
const intervalsOf = ({ controllers }: Twin, controller: number): number[] =>
  Array.from({ length: controllers.intervalCount[controller]! }, (_, at) => controllers.firstInterval[controller]! + at);
const shownIn = ({ intervals, aspects }: Twin, interval: number, group: number): number => aspects.shown[intervals.firstAspect[interval]! + group]!;

/** Pairs of groups whose movements cross or merge, with whether they only merge. */
function groupPairs({ movements, conflicts }: Twin): { one: number; other: number; crosses: boolean }[] {
  const pairs = new Map<string, { one: number; other: number; crosses: boolean }>();
  for (let row = 0; row < conflicts.count; row++) {
    const one = movements.signalGroup[conflicts.movement[row]!]!, other = movements.signalGroup[conflicts.foe[row]!]!;
    if (one < 0 || other < 0 || conflicts.kind[row] === conflictKind.diverge) continue;
    const known = pairs.get(`${one} ${other}`), crosses = conflicts.kind[row] === conflictKind.cross || (known?.crosses ?? false);
    pairs.set(`${one} ${other}`, { one, other, crosses });
  }
  return [...pairs.values()];
}

describe(`plans of ${SEEDS.length} junctions drawn by chance${proof ? '' : ' (150 with npm run proof)'}`, () => {
  test.each(SEEDS)('a whole plan that serves every movement and lets no protected greens cross (seed %i)', (seed) => {
    const twin = twinOf(randomArms(seed)), { controllers, movements, junctions, intervals } = twin;
    expect(checkTwin(twin).filter(({ code }) => /interval|cycle|group|intergreen|controller/.test(code))).toEqual([]);
    expect(controllers.count).toBe([...junctions.control].filter((control) => control === junctionControl.signals).length);
    for (let movement = 0; movement < movements.count; movement++) {
      const junction = movements.junction[movement]!, isSignalised = junctions.control[junction] === junctionControl.signals;
      expect(movements.signalGroup[movement]! >= 0).toBe(isSignalised);
      if (isSignalised) expect(intervalsOf(twin, junctions.controller[junction]!).some((interval) => isGreen(shownIn(twin, interval, movements.signalGroup[movement]!)))).toBe(true);
    }
    for (let controller = 0; controller < controllers.count; controller++) {
      for (const interval of intervalsOf(twin, controller)) {
        expect(Number.isInteger(intervals.durationS[interval])).toBe(true);
        if (intervals.stage[interval]) expect(intervals.durationS[interval]).toBeGreaterThanOrEqual(MINIMUM_GREEN_S);
        for (const { one, other, crosses } of groupPairs(twin)) {
          const both = isGreen(shownIn(twin, interval, one)) && isGreen(shownIn(twin, interval, other));
          if (crosses && both) expect([shownIn(twin, interval, one), shownIn(twin, interval, other)]).toContain(aspect.greenPermissive);
        }
      }
    }
  });

  test.each(SEEDS)('who stops shows 3 s of amber, 5 s where it is fast, and red before anyone who meets it goes (seed %i)', (seed) => {
    const twin = twinOf(randomArms(seed)), { controllers, intervals, movements, lanes, links } = twin;
    for (let controller = 0; controller < controllers.count; controller++) {
      const all = intervalsOf(twin, controller);
      for (let group = 0; group < controllers.groupCount[controller]!; group++) {
        const movement = movements.signalGroup.indexOf(group);
        const amberS = links.speedLimitMps[lanes.link[movements.fromLane[movement]!]!]! > 14 ? 5 : 3;
        all.forEach((interval, at) => {
          const next = all[(at + 1) % all.length]!;
          if (!isGreen(shownIn(twin, interval, group)) || isGreen(shownIn(twin, next, group))) return;
          let lastsS = 0;
          for (let ahead = 1; shownIn(twin, all[(at + ahead) % all.length]!, group) === aspect.amber; ahead++) lastsS += intervals.durationS[all[(at + ahead) % all.length]!]!;
          expect(lastsS).toBe(amberS);
        });
      }
      const pairs = new Set(Array.from({ length: twin.intergreens.count }, (_, row) => `${twin.intergreens.endingGroup[row]} ${twin.intergreens.startingGroup[row]}`));
      for (const { one, other } of groupPairs(twin)) {
        const together = one === other || all.some((interval) => isGreen(shownIn(twin, interval, one)) && isGreen(shownIn(twin, interval, other)));
        expect(pairs.has(`${one} ${other}`)).toBe(!together);
      }
    }
  });
});

/** Four buses ask every controller, each for a group drawn by chance, and come within 25 s. */
const requestsBy = ({ controllers }: Twin, seed: number, { tick, timeS }: CityState): HeardRequest[] =>
  Array.from({ length: 4 * controllers.count }, (_, row) => ({
    // Another bus every ten seconds.
    departure: 4 * Math.floor(tick / 10) + (row % 4), controller: row >> 2,
    signalGroup: Math.floor(randomShare(seed, 25, row, Math.floor(tick / 10)) * controllers.groupCount[row >> 2]!),
    arrivesS: timeS + randomShare(seed, 22, row, tick) * 25,
  }));

/** The controller for an hour or so, second by second, with buses that ask by chance; `watch` sees every second. */
function hourOfRequests(twin: Twin, seed: number, requestShare: number, watch: (state: CityState) => void, seconds = 3000): { state: CityState; log: ReturnType<typeof makeResultLog> } {
  const fromS = Math.floor(randomShare(seed, 20, 0, 0) * 86400), log = makeResultLog(twin, fromS);
  const state = prepareState(twin, fromS);
  for (; state.tick < seconds; state.tick++, state.timeS++) {
    const asks = randomShare(seed, 21, 0, state.tick) < requestShare;
    hearRequests(state, asks ? requestsBy(twin, seed, state) : []);
    decidePriority(twin, state, log);
    advanceSignals(twin, state, log);
    watch(state);
  }
  return { state, log };
}

function cityWithPriority(seed: number): Twin {
  const twin = twinOf(randomArms(seed)), { intervals, controllers } = twin;
  controllers.busPriority.fill(1);
  for (let interval = 0; interval < intervals.count; interval++) {
    if (intervals.stage[interval] && randomShare(seed, 23, interval, 0) > 0.3) intervals.longestS[interval] = intervals.durationS[interval]! + Math.floor(randomShare(seed, 24, interval, 0) * 20);
  }
  // Every second junction may cut stages short too.
  if (seed % 2 === 1) twin.priorityRules = tableFrom(priorityRuleColumns, Array.from({ length: controllers.count }, (_, controller) =>
    ({ ...usualRule, controller, means: priorityMeans.extension | priorityMeans.earlyGreen, lockoutCycleCount: seed % 3, competing: seed % 8 === 1 ? competing.exact : competing.firstCome })));
  return twin;
}

describe('random requests of buses', () => {
  test.each(SEEDS)('intergreens are kept to the second, and no conflicting groups are green together (seed %i)', (seed) => {
    const twin = cityWithPriority(seed), { intergreens } = twin;
    const endedS = new Map<number, number>();
    const before = new Map<number, number>();
    const broken: { timeS: number; ending: number; starting: number }[] = [];
    hourOfRequests(twin, seed, 0.3, ({ timeS, signals: { shown } }) => {
      shown.forEach((now, group) => {
        if (isGreen(before.get(group) ?? aspect.red) && !isGreen(now)) endedS.set(group, timeS);
      });
      for (let row = 0; row < intergreens.count; row++) {
        const ending = intergreens.endingGroup[row]!, starting = intergreens.startingGroup[row]!;
        if (!isGreen(shown[starting]!)) continue;
        const starts = !isGreen(before.get(starting) ?? aspect.green);
        if (isGreen(shown[ending]!) || (starts && endedS.has(ending) && timeS - endedS.get(ending)! < intergreens.leastS[row]!)) broken.push({ timeS, ending, starting });
      }
      shown.forEach((now, group) => before.set(group, now));
    });
    expect(broken).toEqual([]);
  });

  test.each(SEEDS)('no interval outlives its cap, clearings keep their length, no stage falls below the minimum green (seed %i)', (seed) => {
    const twin = cityWithPriority(seed), { intervals } = twin;
    const { log: { signalChanges: { rows } } } = hourOfRequests(twin, seed, 0.3, () => {});
    // The first row stands at the start of the run, in the middle of an interval.
    for (let row = 1; row + 1 < rows.count; row++) {
      const lengthS = rows.timeS[row + 1]! - rows.timeS[row]!, interval = rows.interval[row]!, plannedS = intervals.durationS[interval]!;
      expect(lengthS).toBeLessThanOrEqual(intervals.longestS[interval]!);
      if (intervals.stage[interval] === 0) expect(lengthS).toBe(plannedS);
      else expect(lengthS).toBeGreaterThanOrEqual(Math.min(plannedS, MINIMUM_GREEN_S));
      // A stage may also take back what another was cut short by.
      if (lengthS > plannedS && twin.priorityRules.count === 0) expect(rows.extendedForPriority[row + 1]).toBe(1);
    }
  });

  test('requests are heard: greens were prolonged or brought forward at most of these junctions', () => {
    const heard = SEEDS.filter((seed) => {
      const { signalChanges: { rows }, priorityDecisions } = hourOfRequests(cityWithPriority(seed), seed, 0.3, () => {}).log;
      return rows.extendedForPriority.slice(0, rows.count).includes(1) || priorityDecisions.rows.answer.includes(priorityAnswer.earlyGreen);
    });
    expect(heard.length).toBeGreaterThan(0.6 * SEEDS.length);
  });

  test.each(SEEDS)('some cycles after the last request the plan runs as if nobody had asked (seed %i)', (seed) => {
    const twin = cityWithPriority(seed);
    const { state, log } = hourOfRequests(twin, seed, 0.3, () => {}, 1200);
    for (let second = 0; second < 8 * 120; second++, state.tick++, state.timeS++) {
      hearRequests(state, []);
      decidePriority(twin, state, log);
      advanceSignals(twin, state, log);
    }
    const undisturbed = prepareState(twin, state.timeS - 1).signals;
    expect([...state.signals.controllers.behindS]).toEqual([...undisturbed.controllers.behindS]);
    expect([...state.signals.controllers.interval]).toEqual([...undisturbed.controllers.interval]);
    expect([...state.signals.controllers.endsS]).toEqual([...undisturbed.controllers.endsS]);
    expect([...state.signals.shown]).toEqual([...undisturbed.shown]);
  });

  test.each(SEEDS.slice(0, 20))('without requests every second shows the plan (seed %i)', (seed) => {
    const twin = cityWithPriority(seed);
    hourOfRequests(twin, seed, 0, (state) => {
      if (state.tick % 13 === 0) expect([...state.signals.shown]).toEqual([...prepareState(twin, state.timeS).signals.shown]);
    }, 600);
  });

  test.each(SEEDS.slice(0, 20))('stopped and taken up again: the same state, bit for bit (seed %i)', (seed) => {
    const twin = cityWithPriority(seed), log = makeResultLog(twin, 0);
    const drive = (cutTick: number): string => {
      let state = prepareState(twin, 0);
      for (; state.tick < 600; state.tick++, state.timeS++) {
        if (state.tick === cutTick) state = copyState(state);
        hearRequests(state, requestsBy(twin, seed, state));
        decidePriority(twin, state, log);
        advanceSignals(twin, state, log);
      }
      return stateHash(state);
    };
    expect(drive(301)).toBe(drive(-1));
  });
});
