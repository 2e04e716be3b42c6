// Goal: a change of a signal plan does what a traffic engineer would write into the plan by hand, shows in the recorded greens and in the delay by theory, and never lets anything unsafe through.
import { describe, expect, test } from 'vitest';
import { checkTwin } from '../../data/build/check-twin.ts';
import { applyPlans } from '../../data/build/signals/apply-plans.ts';
import { plansOfTwin } from '../../data/build/signals/plans-of-twin.ts';
import type { PlannedController } from '../../data/formats/signal-plans/plan-records.ts';
import { makeResultLog } from '../../engine/results/result-log.ts';
import type { ResultTables } from '../../engine/results/tables.ts';
import { run } from '../../engine/run.ts';
import { watchSignals } from '../../engine/signal-monitor/watch-signals.ts';
import { advanceSignals } from '../../engine/signals/advance-signals.ts';
import { prepareState } from '../../engine/state/city-state.ts';
import { twinHash } from '../../engine/twin/bytes.ts';
import { aspect } from '../../engine/twin/signals.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { applyChanges } from '../../scenarios/changes/apply-changes.ts';
import { readChanges } from '../../scenarios/changes/read-changes.ts';
import { changeInWords } from '../../scenarios/language/changes.ts';
import { inWords } from '../../scenarios/language/problems.ts';
import { nativeSha256 } from '../../scenarios/runs/native-sha256.ts';
import { busTown } from './bus-town.ts';
import { twinOf } from './drawn-junction.ts';
import { randomArms } from './random-junction.ts';
import { laneWithSignal } from './signal-lane.ts';

const proof = process.env['JUMEAU_PROOF'] === '1', SEEDS = Array.from({ length: proof ? 200 : 20 }, (_, seed) => seed);
const hash = (twin: Twin): string => twinHash(twin, nativeSha256);
const change = (more: object) => ({ change: 'signal-plan', why: 'a test of other plans', controllers: 'all', ...more });
const tried = (twin: Twin, ...more: object[]) => {
  const read = readChanges(more.map(change));
  expect(read.problems).toEqual([]);
  return applyChanges(twin, read.value!);
};
const changed = (twin: Twin, ...more: object[]): Twin => {
  const { value, problems } = tried(twin, ...more);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return value!;
};
const codes = (twin: Twin, ...more: object[]): string[] => tried(twin, ...more).problems.map(({ code, where }) => `${where} ${code}`);

/** What an engineer would have written into the plan file. */
function byFile(twin: Twin, edit: (controller: PlannedController) => void): Twin {
  const files = structuredClone(plansOfTwin(twin));
  files.forEach(edit);
  return applyPlans(twin, files, 'by hand', undefined).value!;
}

const stagesOf = ({ plans }: PlannedController) => plans[0]!.intervals.filter(({ stage }) => stage);
const crossing = (): Twin => twinOf([0, 90, 180, 270].map((bearingDeg) => ({ bearingDeg })));

describe('what is as it was', () => {
  test('leaves the city as it was, bit for bit', () => {
    for (const seed of SEEDS) {
      const twin = twinOf(randomArms(seed)), [own] = plansOfTwin(twin), stages = stagesOf(own!);
      const greens = stages.map(({ durationTenths }, at) => (at % 2 === 0 ? { stage: at + 1, durationS: durationTenths / 10 } : { stage: at + 1, byS: 0 }));
      const same = { greens, cycleS: twin.controllers.cycleS[0], offsetS: twin.controllers.offsetS[0], plan: 'plan', ...(stages.length > 1 ? { order: stages.map((_, at) => at + 1) } : {}) };
      expect(hash(changed(twin, same)), `seed ${seed}`).toBe(hash(twin));
      expect(codes(twin, { offsetShiftS: 0 })).toEqual(['changes.0 change-without-effect']);
    }
  });

  test('said twice, another plan is what it is said once', () => {
    const twin = crossing(), night = { as: 'night', cycleS: 50, schedule: [{ from: '22:00', plan: 'night' }, { from: '06:00', plan: 'plan' }] };
    expect(hash(changed(twin, night, night))).toBe(hash(changed(twin, night)));
    expect(hash(changed(twin, { greens: [{ stage: 1, durationS: 30 }] }, { greens: [{ stage: 1, durationS: 30 }] }))).toBe(hash(changed(twin, { greens: [{ stage: 1, durationS: 30 }] })));
  });
});

describe('by the plan file of the same city', () => {
  test.each(SEEDS)('longer and shorter greens, cycle and offset (seed %i)', (seed) => {
    const twin = twinOf(randomArms(seed)), [own] = plansOfTwin(twin), stages = stagesOf(own!);
    const one = changed(twin, { greens: [{ stage: 1, byS: 3.5 }], offsetShiftS: -7 });
    expect(hash(one)).toBe(hash(byFile(twin, (file) => {
      const [first] = stagesOf(file), plan = file.plans[0]!;
      first!.durationTenths += 35;
      if (first!.longestTenths !== undefined) first!.longestTenths += 35;
      const cycleTenths = plan.intervals.reduce((sum, { durationTenths }) => sum + durationTenths, 0);
      plan.offsetTenths = (plan.offsetTenths - 70 + cycleTenths) % cycleTenths;
    })));
    // Every stage twice as long gives the cycle that stages twice as long give.
    const sumS = stages.reduce((sum, { durationTenths }) => sum + durationTenths / 10, 0), doubled = tried(twin, { cycleS: Math.round((twin.controllers.cycleS[0]! + sumS) * 10) / 10 });
    if (doubled.value) expect(plansOfTwin(doubled.value)[0]!.plans[0]!.intervals.filter(({ stage }) => stage).map(({ durationTenths }) => durationTenths)).toEqual(stages.map(({ durationTenths }) => 2 * durationTenths));
    else expect(doubled.problems.map(({ code }) => code)).toContain('change-plan-wait-above-limit');
  });

  test('what priority may add to a stage stays ten seconds, and a clearing none', () => {
    const twin = busTown(), { intervals } = changed(twin, { greens: [{ stage: 1, byS: 4 }] });
    expect([...intervals.longestS].map((longestS, row) => longestS - intervals.durationS[row]!)).toEqual([...twin.intervals.stage].map((stage) => (stage === 1 ? 10 : 0)));
    expect(intervals.durationS[0]).toBe(twin.intervals.durationS[0]! + 4);
  });

  test('another plan for the night, and when it runs', () => {
    const twin = crossing(), nights = ['friday', 'saturday'];
    const one = changed(twin, { as: 'night', greens: [{ stage: 1, durationS: 12 }, { stage: 2, durationS: 10 }], schedule: [{ from: '06:00', plan: 'plan' }, { from: '22:00', plan: 'night', days: nights }] });
    expect(hash(one)).toBe(hash(byFile(twin, (file) => {
      const night = structuredClone(file.plans[0]!), [first, second] = night.intervals.filter(({ stage }) => stage);
      [first!.durationTenths, second!.durationTenths] = [120, 100];
      delete first!.longestTenths; delete second!.longestTenths;
      file.plans = [file.plans[0]!, { ...night, name: 'night' }];
      file.schedule = [{ from: '06:00', plan: 'plan' }, { from: '22:00', plan: 'night', days: ['fri', 'sat'] }];
    })));
    expect(codes(twin, { as: 'night', cycleS: 50 })).toEqual(['changes.0.as change-plan-never-runs']);
  });
});

describe('stages in another order', () => {
  test('keep the matrix and every limit, in the plan and second by second; clearings of pairs that stay stay', () => {
    let reordered = 0;
    for (const seed of SEEDS) {
      const twin = twinOf(randomArms(seed)), stages = stagesOf(plansOfTwin(twin)[0]!);
      if (stages.length < 3) continue;
      const order = [1, 3, 2, ...stages.map((_, at) => at + 1).slice(3)], { value, problems } = tried(twin, { order });
      if (!value) { expect(problems.map(({ code }) => code)).toContain('change-plan-wait-above-limit'); continue; }
      reordered++;
      expect(checkTwin(value).filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(stagesOf(plansOfTwin(value)[0]!).map(({ shows }) => shows)).toEqual(order.map((stage) => stages[stage - 1]!.shows));
      const state = prepareState(value, 0), log = makeResultLog(value, 0);
      for (; state.timeS < 600; state.tick++, state.timeS++) {
        advanceSignals(value, state, log);
        watchSignals(value, state, 1);
      }
    }
    expect(reordered).toBeGreaterThan(proof ? 40 : 4);
  });

  test('turned about are the same cycle: only where it begins is other', () => {
    const twin = twinOf(randomArms(0)), before = plansOfTwin(twin)[0]!.plans[0]!.intervals, after = plansOfTwin(changed(twin, { order: [2, 3, 1] }))[0]!.plans[0]!.intervals;
    const second = before.findIndex((_, at) => before[at]!.stage && at > 0);
    expect(after).toEqual([...before.slice(second), ...before.slice(0, second)]);
  });
});

describe('what nobody may have', () => {
  test('is refused with its reason, all of it at once, and nothing is applied', () => {
    const twin = crossing();
    expect(tried(twin, { greens: [{ stage: 1, durationS: 4 }] }).value).toBeUndefined();
    expect(new Set(codes(twin, { greens: [{ stage: 1, durationS: 4 }, { stage: 2, durationS: 130 }] }))).toEqual(new Set(['changes.0 change-plan-green-below-limit', 'changes.0 change-plan-wait-above-limit']));
    expect(codes(twin, { greens: [{ stage: 9, durationS: 20 }] })).toEqual(['changes.0.greens change-plan-no-stage']);
    expect(codes(twin, { greens: [{ stage: 1, durationS: 20, byS: 3 }, { stage: 1, byS: 3 }], offsetS: 3, offsetShiftS: 4 })).toEqual(['changes.0.greens.0 change-plan-one-length', 'changes.0.greens.1.stage change-plan-stage-twice', 'changes.0.offsetShiftS change-plan-one-offset']);
    expect(codes(twin, { greens: [{ stage: 1, byS: -200 }] })).toEqual(['changes.0.greens change-plan-no-length']);
    expect(codes(twin, { cycleS: 90, greens: [{ stage: 1, durationS: 20 }, { stage: 2, durationS: 20 }] })).toEqual(['changes.0.cycleS change-plan-cycle']);
    expect(codes(twin, { order: [1, 1] })).toEqual(['changes.0.order change-plan-other-stages']);
    expect(codes(twin, { plan: 'plam', cycleS: 80 })).toEqual(['changes.0.plan change-plan-unknown']);
    expect(codes(twin, { controllers: ['K'], cycleS: 80 })).toEqual(['changes.0.controllers.0 change-unknown-controller']);
    expect(codes(twin, { schedule: [{ from: '07:00', plan: 'plan' }, { from: '07:00', plan: 'plan', days: ['monday'] }] })).toEqual(['changes.0.schedule.1.from change-plan-two-at-once']);
  });

  test('by two changes that are safe one by one is refused as well', () => {
    const twin = crossing(), longer = { greens: [{ stage: 1, byS: 60 }] }, again = { greens: [{ stage: 1, byS: 59 }] };
    expect(tried(twin, longer).value).toBeDefined();
    expect(tried(twin, again).value).toBeDefined();
    expect(tried(twin, longer, again).value).toBeUndefined();
    expect(codes(twin, longer, again)).toContain('changes.1 change-plan-wait-above-limit');
  });

  test('an order that no matrix tells of: red and amber before green', () => {
    const twin = twinOf(randomArms(0)), row = twin.aspects.shown.indexOf(aspect.amber);
    twin.aspects.shown[row] = aspect.redAmber;
    expect(codes(twin, { order: [1, 3, 2] })).toEqual(['changes.0.order change-plan-odd-signals']);
  });

  test('says so in both languages, and what the change does too', () => {
    const twin = crossing(), { problems } = tried(twin, { greens: [{ stage: 1, durationS: 4.5 }] });
    expect(inWords(problems[0]!, 'en')).toMatch(/^controller "J" would give signal group \d a green of 4\.5 s; its minimum is 6 s\./);
    expect(inWords(problems[0]!, 'fr')).toMatch(/^le carrefour « J » donnerait à la ligne de feux \d un vert de 4,5 s ; son minimum est de 6 s\./);
    const [all] = readChanges([change({ controllers: { line: 'L5' }, plan: 'day', as: 'night', order: [2, 1], greens: [{ stage: 1, byS: -5 }, { stage: 2, durationS: 20 }], cycleS: 70, offsetShiftS: 4, schedule: [{ from: '22:00', plan: 'night', days: ['friday'] }] })]).value!;
    expect(changeInWords(all!, 'en').replaceAll('\u00a0', ' ')).toBe('Signal plan (line L5, plan “day”): new plan “night”, stages in the order 2, 1, stage 1 −5 s, stage 2 of 20 s, cycle of 70 s, offset +4 s, plan “night” from 22:00 on (Friday).');
    expect(changeInWords(all!, 'fr').replace(/\s/g, ' ')).toBe('Plan de feux (ligne L5, plan « day ») : nouveau plan « night », phases dans l’ordre 2, 1, phase 1 −5 s, phase 2 de 20 s, cycle de 70 s, décalage +4 s, plan « night » à partir de 22:00 (vendredi).');
  });
});

test('a corridor: the signals of a street, and those that a line passes', () => {
  const twin = busTown(), named = (more: object): string[] => {
    const value = changed(twin, { offsetShiftS: 3, ...more });
    return Array.from(twin.controllers.name).filter((_, row) => value.controllers.offsetS[row] !== twin.controllers.offsetS[row]);
  };
  const line = twin.lines.name[0]!, avenue = named({ controllers: { line } });
  expect(avenue.length).toBeGreaterThan(1);
  expect(avenue.length).toBeLessThanOrEqual(twin.controllers.count);
  expect(named({ controllers: { street: 'Avenue de la République' } })).toEqual(avenue);
  expect(codes(twin, { controllers: { street: 'Avenue de la Republique' }, offsetShiftS: 3 })).toEqual(['changes.0.controllers.street change-unknown-street']);
  expect(codes(twin, { controllers: { line: 'nowhere' }, offsetShiftS: 3 })).toEqual(['changes.0.controllers.line change-unknown-line']);
});

const { green, amber, red } = aspect, LIMIT_MPS = 50 / 3.6, HEADWAY_S = 1.86;
/** One lane whose green takes 20 s of 100 s; the other stage is for nobody. */
const lane = (gapS: number, count: number): Twin => laneWithSignal({
  plan: [{ durationS: 20, stage: true, shown: [green, red] }, { durationS: 3, shown: [amber, red] }, { durationS: 2, shown: [red, red] }, { durationS: 70, stage: true, shown: [red, green] }, { durationS: 3, shown: [red, amber] }, { durationS: 2, shown: [red, red] }],
  matrix: [[0, 1, 5], [1, 0, 5]], limitMps: LIMIT_MPS, driving: { headwayS: HEADWAY_S }, departS: Array.from({ length: count }, (_, row) => row * gapS),
});
const runOf = (twin: Twin): ResultTables => run(twin, { seed: 1, fromS: 0, untilS: 3600, stepS: 0.5, untilAllArrived: true, busPriority: false, replay: false, recordJunctions: true }).tables;
/** Greens of 20 s with the change, 100 s for all. */
const withGreen = (twin: Twin, byS: number): Twin => (byS === 0 ? twin : changed(twin, { greens: [{ stage: 1, byS }], cycleS: 100 }));

test('a shorter cycle takes from every stage what it has to spare, and never its minimum green', () => {
  for (const seed of SEEDS) {
    const twin = twinOf(randomArms(seed)), [own] = plansOfTwin(twin), before = stagesOf(own!);
    const spareTenths = before.map(({ durationTenths, shows }) => durationTenths - Math.max(...[...shows].map((letter, group) => (/[Gg]/.test(letter) ? own!.groups[group]!.minimumGreenTenths! : 0)))), all = spareTenths.reduce((sum, one) => sum + one, 0);
    const cycleTenths = Math.round(twin.controllers.cycleS[0]! * 10), half = plansOfTwin(changed(twin, { cycleS: (cycleTenths - Math.floor(all / 2)) / 10 }))[0]!;
    stagesOf(half).forEach(({ durationTenths }, at) => expect(Math.abs(before[at]!.durationTenths - durationTenths - spareTenths[at]! / 2), `seed ${seed}`).toBeLessThanOrEqual(1));
    // No cycle of less than 10 s can be asked for, whatever its stages have to spare.
    if (cycleTenths - all >= 100) expect(codes(twin, { cycleS: (cycleTenths - all) / 10 })).toEqual([]);
    if (cycleTenths - all > 101) expect(codes(twin, { cycleS: (cycleTenths - all - 1) / 10 })).toEqual(['changes.0.cycleS change-plan-cycle']);
  }
});

describe('in the run', () => {
  const greensOf = ({ laneGreens }: ResultTables): [number, number][] => Array.from({ length: laneGreens.count }, (_, row): [number, number] => [laneGreens.fromS[row]!, laneGreens.untilS[row]!]).filter(([fromS, untilS]) => fromS > 150 && untilS < 1000);
  const before = greensOf(runOf(lane(8, 150)));

  test('ten seconds more of green are ten seconds more in every recorded green', () => {
    const after = greensOf(runOf(withGreen(lane(8, 150), 10)));
    expect(before.length).toBeGreaterThan(5);
    expect(after.map(([fromS]) => fromS)).toEqual(before.map(([fromS]) => fromS));
    expect(after.map(([, untilS]) => untilS)).toEqual(before.map(([, untilS]) => untilS + 10));
  });

  test('an offset that is shifted by thirteen seconds moves every recorded green by so many', () => {
    const after = greensOf(runOf(changed(lane(8, 150), { offsetShiftS: 13 })));
    expect(after.slice(0, before.length - 1)).toEqual(before.slice(0, -1).map(([fromS, untilS]) => [fromS + 13, untilS + 13]));
  });

  test('the delay moves as the theory of queues says: Webster’s uniform delay, with the saturation flow that the runs show', () => {
    const served = (byS: number): number => Array.from(runOf(withGreen(lane(1, 600), byS)).trips.arriveS).filter((timeS) => timeS >= 300 && timeS < 1100).length / 8;
    const perS = (served(30) - served(0)) / 30, effectiveS = served(0) / perS, gapS = 14.4;
    const delays = [10, 20, 30].map((byS) => {
      const redS = 100 - effectiveS - byS, { trips } = runOf(withGreen(lane(gapS, Math.round(2000 / gapS)), byS));
      return { theoryS: (redS * redS) / (2 * 100 * (1 - 1 / gapS / perS)), meanS: trips.timeLossS.reduce((sum, lossS) => sum + lossS, 0) / trips.count };
    });
    console.log(delays.map(({ theoryS, meanS }) => `${meanS.toFixed(2)} s lost, ${theoryS.toFixed(2)} s by theory`).join('; '));
    // Whether one vehicle more or less slips through makes a second: theory lets fractions of vehicles through.
    for (const { meanS, theoryS } of delays) expect(Math.abs(meanS - theoryS)).toBeLessThan(1.5);
    const [first, , last] = delays as [(typeof delays)[0], unknown, (typeof delays)[0]];
    expect(Math.abs((first.meanS - last.meanS) / (first.theoryS - last.theoryS) - 1)).toBeLessThan(0.05);
  });
});
