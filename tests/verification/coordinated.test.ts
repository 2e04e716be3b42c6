// Goal: coordinated signals keep cycle and offset whatever traffic does, let a platoon through by a green wave, and give what side streets do not need to the main street.
import { expect, test } from 'vitest';
import { randomShare } from '../../engine/foundation/random.ts';
import { makeResultLog } from '../../engine/results/result-log.ts';
import type { RunResults } from '../../engine/results/tables.ts';
import { watchSignals } from '../../engine/signal-monitor/watch-signals.ts';
import { advanceSignals } from '../../engine/signals/advance-signals.ts';
import { prepareState } from '../../engine/state/city-state.ts';
import { shortestCoordinatedS } from '../../engine/twin/coordination-of.ts';
import { aspect } from '../../engine/twin/signals.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { applyChanges } from '../../scenarios/changes/apply-changes.ts';
import { pairedInterval } from '../../scenarios/compare/paired-mean.ts';
import { referenceTwin } from '../reference-twin.ts';
import { randomArms } from './random-junction.ts';
import { twinOf } from './drawn-junction.ts';
import { corridor, runCorridor, SIGNALS, tripTimesS, withoutSignals, type Trip } from './wave-corridor.ts';

const SPACING_M = 400, DESIGN_MPS = 50 / 3.6, ENTRY_M = 300, HOUR_S = 3600;

/** Eastward each signal starts later by the time that a vehicle needs from the one before. */
function withGreenWave(twin: Twin): Twin {
  const cycleS = twin.controllers.cycleS[0]!, order = Array.from({ length: SIGNALS }, (_, at) => at).sort((one, other) => twin.controllers.xM[one]! - twin.controllers.xM[other]!);
  order.forEach((controller, at) => { twin.controllers.offsetS[controller] = Math.round((at * SPACING_M) / DESIGN_MPS) % cycleS; });
  return twin;
}

/** Everybody drives the limit, which is the speed of the wave. */
function atDesignSpeed(twin: Twin): Twin {
  twin.vehicleTypes.speedFactorDeviation.fill(0);
  twin.vehicleTypes.speedFactorMean.fill(1);
  twin.vehicleTypes.imperfectionShare.fill(0);
  return twin;
}

function coordinated(twin: Twin): Twin {
  const { value, problems } = applyChanges(twin, [{ change: 'signal-control', why: 'a green wave along the main street', controllers: 'all', control: 'coordinated', decisionEveryS: 10, leastStageS: 6 }]);
  expect(problems).toEqual([]);
  expect(value!.coordinations.count).toBe(twin.controllers.count);
  return value!;
}

/** When each interval of a controller ended, by interval. */
function endsOf({ tables: { signalChanges } }: RunResults, controller: number): Map<number, number[]> {
  const rows = Array.from({ length: signalChanges.count }, (_, row) => row).filter((row) => signalChanges.controller[row] === controller), ends = new Map<number, number[]>();
  rows.slice(1).forEach((row, at) => { const interval = signalChanges.interval[rows[at]!]!; ends.set(interval, [...(ends.get(interval) ?? []), signalChanges.timeS[row]!]); });
  return ends;
}

const poisson = (seed: number, key: number, perHour: number, untilS: number): number[] => {
  const times: number[] = [];
  for (let timeS = 0, draw = 0; ; draw++) {
    timeS -= (Math.log(1 - randomShare(seed, key, draw, 3)) * HOUR_S) / perHour;
    if (timeS > untilS) return times;
    times.push(Math.round(timeS * 10) / 10);
  }
};

const CYCLE_S = corridor(ENTRY_M, []).controllers.cycleS[0]!, PLATOON_CARS = 9, HEADWAY_S = 2;
const platoonAt = (departS: number): Trip[] => Array.from({ length: PLATOON_CARS }, (_, car) => ({ departS: departS + HEADWAY_S * car, type: 'car', way: 'main' }));

/** Platoons eastward, one a cycle, `inCycleS` after its start; some westward; some from the sides. */
function traffic(seed: number, inCycleS: number, sidePerHour: number, untilS: number): Trip[] {
  return [
    ...Array.from({ length: Math.floor(untilS / CYCLE_S) }, (_, cycle) => platoonAt(cycle * CYCLE_S + inCycleS)).flat(), ...poisson(seed, 1, 250, untilS).map((departS): Trip => ({ departS, type: 'car', way: 'back' })),
    ...Array.from({ length: SIGNALS }, (_, side) => poisson(seed, 10 + side, sidePerHour, untilS).map((departS): Trip => ({ departS, type: 'car', way: side }))).flat(),
  ];
}

/** Seconds of the cycle at which a car may leave so that it drives through without a stop, in the order of the band: one car a cycle, each a second later in it. */
function bandS(make: (twin: Twin) => Twin): number[] {
  const trips = Array.from({ length: CYCLE_S }, (_, at): Trip => ({ departS: at * (CYCLE_S + 1), type: 'car', way: 'main' })), city = (): Twin => atDesignSpeed(withGreenWave(corridor(ENTRY_M, trips)));
  const times = (twin: Twin): number[] => tripTimesS(twin, runCorridor(twin, { untilS: (CYCLE_S + 1) * CYCLE_S }), 'car'), freeS = Math.min(...times(withoutSignals(city())));
  const passes = times(make(city())).map((timeS) => timeS < freeS + 2), first = passes.findIndex((isNow, at) => isNow && !passes[(at - 1 + CYCLE_S) % CYCLE_S]);
  return Array.from({ length: CYCLE_S }, (_, at) => (first + at) % CYCLE_S).filter((at) => passes[at]);
}

test('cycle and offset never drift over an hour, whatever comes from the sides', () => {
  const fixed = withGreenWave(corridor(ENTRY_M, traffic(1, 4, 150, HOUR_S))), twin = coordinated(fixed), results = runCorridor(twin, { untilS: HOUR_S });
  let shortened = 0;
  for (let row = 0; row < twin.coordinations.count; row++) {
    const controller = twin.coordinations.controller[row]!, stage = twin.coordinations.stage[row]!, cycleS = twin.controllers.cycleS[controller]!, first = twin.controllers.firstInterval[controller]!;
    let plannedS = twin.controllers.offsetS[controller]!;
    for (let interval = first; interval <= stage; interval++) plannedS += twin.intervals.durationS[interval]!;
    const ends = endsOf(results, controller).get(stage)!;
    expect(ends.length).toBeGreaterThanOrEqual(Math.floor(HOUR_S / cycleS) - 1);
    for (const endS of ends) expect((((endS - plannedS) % cycleS) + cycleS) % cycleS).toBeCloseTo(0, 6);
    for (let interval = first; interval < first + twin.controllers.intervalCount[controller]!; interval++) {
      if (interval === stage || twin.intervals.stage[interval] === 0) continue;
      const lengths = endsOf(results, controller);
      const before = lengths.get(interval > first ? interval - 1 : first + twin.controllers.intervalCount[controller]! - 1)!;
      for (const endS of lengths.get(interval)!) { const startS = before.filter((atS) => atS < endS).at(-1); if (startS !== undefined && endS - startS < twin.intervals.durationS[interval]! - 0.5) shortened++; }
    }
  }
  // Sides did end early, or the test would say nothing.
  expect(shortened).toBeGreaterThan(50);
});

test('a platoon at design speed meets no red at five signals', () => {
  const seconds = bandS(coordinated), one = coordinated(withGreenWave(corridor(ENTRY_M, []))), stage = one.coordinations.stage[0]!;
  // By hand: nobody comes from the sides, so that all of the cycle but the shortest other stage and the clearings is green at every signal, and at each as much later as a car needs.
  const plan = Array.from({ length: one.controllers.intervalCount[0]! }, (_, at) => one.controllers.firstInterval[0]! + at);
  const greenS = CYCLE_S - plan.filter((interval) => interval !== stage).reduce((sum, interval) => sum + (one.intervals.stage[interval] === 1 ? 6 : one.intervals.durationS[interval]!), 0);
  console.log(`of ${CYCLE_S} s a band of ${seconds.length} s drives through; green by hand ${greenS} s`);
  // Who sees the end of green from the place where he can still stop does stop; offsets are in whole seconds.
  expect(seconds.length).toBeGreaterThan(greenS - 8);
  expect(seconds.length).toBeLessThanOrEqual(greenS);
  const platoon = platoonAt(8 * CYCLE_S + seconds[2]!), timesOf = (make: (twin: Twin) => Twin): number[] => tripTimesS(corridor(ENTRY_M, platoon), runCorridor(make(atDesignSpeed(withGreenWave(corridor(ENTRY_M, platoon)))), { untilS: 900 }), 'car');
  const times = timesOf(coordinated), freeTimes = timesOf(withoutSignals);
  expect(times.length).toBe(PLATOON_CARS);
  // Cars of a platoon hold each other up a little, with signals as without.
  times.forEach((timeS, car) => expect(timeS).toBeLessThanOrEqual(freeTimes[car]! + 1));
});

test('with platoons in the wave and few from the sides less is lost than by the fixed plan, over seeds', () => {
  const SEEDS = process.env['JUMEAU_PROOF'] === '1' ? 20 : 5, untilS = 1800, inCycleS = bandS((twin) => twin)[2]!, gains: number[] = [], mainGains: number[] = [];
  for (let seed = 1; seed <= SEEDS; seed++) {
    const trips = traffic(seed, inCycleS, 40, untilS), fixed = withGreenWave(corridor(ENTRY_M, trips));
    const loss = (twin: Twin, isMain: boolean): number => {
      const { tables } = runCorridor(twin, { seed, untilS }), rows = Array.from({ length: tables.trips.count }, (_, row) => row).filter((row) => !isMain || twin.departures.route[tables.trips.departure[row]!]! < 2);
      return rows.reduce((sum, row) => sum + tables.trips.timeLossS[row]!, 0) / rows.length;
    };
    const other = coordinated(withGreenWave(corridor(ENTRY_M, trips)));
    gains.push(loss(fixed, false) - loss(other, false));
    mainGains.push(loss(fixed, true) - loss(other, true));
  }
  const all = pairedInterval(gains).interval95!, main = pairedInterval(mainGains).interval95!;
  console.log(`mean loss of a vehicle, fixed less coordinated, ${SEEDS} seeds, 95 %: ${all.low.toFixed(2)} to ${all.high.toFixed(2)} s; on the main street ${main.low.toFixed(2)} to ${main.high.toFixed(2)} s`);
  expect(all.low).toBeGreaterThan(0);
  expect(main.low).toBeGreaterThan(0);
});

test('no limit is broken on junctions drawn by chance, with nobody or with anybody coming', () => {
  let count = 0;
  for (let seed = 0; seed < 25; seed++) {
    const { value: twin } = applyChanges(twinOf(randomArms(seed)), [{ change: 'signal-control', why: 'whatever stage is the longest', controllers: 'all', control: 'coordinated', decisionEveryS: 10, leastStageS: 6 }]);
    if (twin!.coordinations.count === 0) continue;
    count++;
    const state = prepareState(twin!, 0), log = makeResultLog(twin!, 0), { places, vehicles } = state;
    for (; state.tick < 4000; state.tick++, state.timeS++) {
      for (let lane = 0; state.tick % 11 === 0 && lane < Math.min(twin!.lanes.count, vehicles.count); lane++) {
        if (twin!.lanes.movementCount[lane] === 0) continue;
        places.first[lane] = state.tick > 1000 && randomShare(seed, 43, lane, state.tick) < 0.5 ? lane : -1;
        vehicles.behind[lane] = -1;
        vehicles.positionM[lane] = twin!.lanes.lengthM[lane]!;
        vehicles.nextMovement[lane] = twin!.lanes.firstMovement[lane]! + Math.floor(randomShare(seed, 44, lane, state.tick) * twin!.lanes.movementCount[lane]!);
      }
      advanceSignals(twin!, state, log);
      watchSignals(twin!, state, 1);
    }
  }
  expect(count).toBeGreaterThan(15);
});

test('people who wait when their green begins have the whole of it; where nobody waits it ends early', () => {
  const city = referenceTwin(), { value } = applyChanges(city, [{ change: 'signal-control', why: 'people beside a green wave', controllers: 'all', control: 'coordinated', decisionEveryS: 10, leastStageS: 6 }]), twin = value!;
  const { crossings, coordinations, intervals } = twin, isShown = (interval: number, group: number): boolean => twin.aspects.shown[intervals.firstAspect[interval]! + group] === aspect.green;
  // Stages that let people go who have no green beside the coordinated stage, and that could be shorter.
  const stages = Array.from({ length: coordinations.count }, (_, row) => row).flatMap((row) => {
    const controller = coordinations.controller[row]!, groups = Array.from({ length: crossings.count }, (__, crossing) => crossing).filter((crossing) => crossings.controller[crossing] === controller).map((crossing) => crossings.signalGroup[crossing]!);
    const plan = Array.from({ length: twin.controllers.intervalCount[controller]! }, (__, at) => twin.controllers.firstInterval[controller]! + at);
    return plan.filter((interval) => groups.some((group) => isShown(interval, group) && !isShown(coordinations.stage[row]!, group)) && shortestCoordinatedS(twin, row, interval) < intervals.durationS[interval]!);
  });
  expect(stages.length).toBeGreaterThan(50);
  const lengthsS = (waiting: number): Map<number, number> => {
    const state = prepareState(twin, 0), log = makeResultLog(twin, 0), lengths = new Map<number, number>();
    for (; state.tick < 300; state.tick++, state.timeS++) {
      state.pedestrians!.crossings.waiting.fill(waiting);
      advanceSignals(twin, state, log);
      watchSignals(twin, state, 1);
    }
    const { rows } = log.signalChanges, last = new Map<number, number>();
    for (let row = 0; row < rows.count; row++) {
      const controller = rows.controller[row]!, before = last.get(controller);
      // What runs at the start began before it.
      if (before !== undefined && rows.timeS[before]! > 0) lengths.set(rows.interval[before]!, rows.timeS[row]! - rows.timeS[before]!);
      last.set(controller, row);
    }
    return lengths;
  };
  const asked = lengthsS(1), silent = lengthsS(0);
  for (const stage of stages) {
    expect(asked.get(stage)).toBeCloseTo(intervals.durationS[stage]!, 6);
    expect(silent.get(stage)).toBeLessThan(intervals.durationS[stage]!);
  }
});
