// Goal: a twin whose lighting holds what cannot be is refused row by row, before anybody reckons with it.
import { describe, expect, test } from 'vitest';
import { checkLighting } from '../../data/build/check/lighting.ts';
import { makeProblemList } from '../../data/formats/problem-list.ts';
import { tableFrom, type RowValues } from '../../engine/foundation/table.ts';
import { cabinetControl } from '../../engine/twin/lighting.ts';
import { adaptiveKind, adaptiveRuleColumns, adaptiveStepColumns } from '../../engine/twin/lighting-control.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { dijonFacts } from '../verification/lighting-city.ts';
import { litStreet } from '../verification/lit-street.ts';
import { cityOfZones } from '../verification/zone-city.ts';

const soundTwin = (): Twin => cityOfZones(dijonFacts(), [{
  switching: { kind: 'photocell', onLx: 20, offLx: 40 }, startsAtNoon: true, lampsW: [40, 60], limits: [{ fromClockS: 0, untilClockS: 3600, share: 0.5 }],
  levels: [{ from: 'clock', fromS: 18_000, share: 1, rampS: 60 }, { from: 'clock', fromS: 79_200, share: 0.5, rampS: 600 }, { from: 'nightMiddle', fromS: -3600, share: 0.3, rampS: 0 }],
  rules: [{ fromDate: 1101, untilDate: 229, days: 96, levels: [] }],
}]);
const problemsOf = (twin: Twin) => { const problems = makeProblemList(); checkLighting(twin, problems); return problems.all().map(({ code, where }) => `${code} ${where}`); };

test('a sound city has nothing to complain of', () => {
  expect(problemsOf(soundTwin())).toEqual([]);
});

test.each<[string, (twin: Twin) => void, string]>([
  ['more than full output', ({ dimmingLevels }) => { dimmingLevels.outputShare[1] = 1.2; }, 'twin-lighting-value dimmingLevels: row 1'],
  ['a ramp of a week', ({ dimmingLevels }) => { dimmingLevels.rampS[0] = 604_800; }, 'twin-lighting-value dimmingLevels: row 0'],
  ['levels out of order', ({ dimmingLevels }) => { dimmingLevels.fromS[1] = 10; }, 'twin-levels-not-rising lightingPrograms: row 0 ""'],
  ['30 February', ({ calendarRules }) => { calendarRules.untilDate[0] = 230; }, 'twin-no-date calendarRules: row 0'],
  ['a photocell that waits for no light at all', ({ switchingRules }) => { switchingRules.onLx[0] = 0; }, 'twin-lighting-value switchingRules: row 0'],
  ['a limit of nobody', ({ lightingLimits }) => { lightingLimits.zone[0] = -1; }, 'twin-lighting-value lightingLimits: row 0'],
  ['a lamp that gives power back', ({ lamps }) => { lamps.ratedPowerW[1] = -40; }, 'twin-lighting-value lamps: row 1'],
])('%s is told with its row', (_, spoil, problem) => {
  const twin = soundTwin();
  spoil(twin);
  expect(problemsOf(twin)).toEqual([problem]);
});

test('a program of a hundred levels is more than a controller holds', () => {
  const twin = cityOfZones(dijonFacts(), [{ switching: { kind: 'city' }, startsAtNoon: false, limits: [], rules: [], lampsW: [40], levels: Array.from({ length: 100 }, (_, level) => ({ from: 'clock' as const, fromS: level * 600, share: 0.5, rampS: 0 })) }]);
  expect(problemsOf(twin)).toEqual(['twin-too-many-levels lightingPrograms: row 0 ""']);
});

describe('lamps that follow counts of vehicles', () => {
  const rule = { name: '', zone: 0, kind: adaptiveKind.traffic, fromClockS: 0, untilClockS: 86_400, quietShare: 0, busyShare: 0, holdS: 0, fallS: 0, firstStep: 0, stepCount: 2, intervalS: 600, confirmationCount: 2 };
  const following = (more: Partial<RowValues<typeof adaptiveRuleColumns>>, flowsPerH: readonly number[] = [0, 300]): Twin => {
    const twin = soundTwin();
    twin.adaptiveRules = tableFrom(adaptiveRuleColumns, [{ ...rule, ...more }]);
    twin.adaptiveSteps = tableFrom(adaptiveStepColumns, flowsPerH.map((fromFlowPerH) => ({ fromFlowPerH, outputShare: 0.5 })));
    return twin;
  };

  test('are sound with samples and rising steps', () => {
    expect(problemsOf(following({}))).toEqual([]);
    expect(problemsOf(following({ kind: adaptiveKind.presence, stepCount: 0, intervalS: 0 }))).toEqual([]);
  });

  test.each<[string, Twin, string]>([
    ['samples of no length never end', following({ intervalS: 0 }), 'twin-lighting-value adaptiveRules: row 0'],
    ['steps given up before any sample', following({ confirmationCount: 0 }), 'twin-lighting-value adaptiveRules: row 0'],
    ['no step: no output', following({ stepCount: 0 }), 'twin-lighting-value adaptiveRules: row 0'],
    ['steps that fall', following({}, [300, 0]), 'twin-lighting-value adaptiveSteps: row 1'],
  ])('%s', (_, twin, problem) => expect(problemsOf(twin)).toEqual([problem]));
});

test('lamps of several zones on a cabinet that is switched as a whole: a run would follow one, a year all of them', () => {
  const twin = litStreet(1, {});
  twin.lamps.zone[0] = 1;
  expect(problemsOf(twin)).toEqual([]);
  twin.cabinets.control.fill(cabinetControl.cabinet);
  expect(problemsOf(twin)).toEqual(['twin-cabinet-of-zones cabinets: row 0 "one"']);
});
