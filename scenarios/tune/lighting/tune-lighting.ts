import { lampPower } from '../../../engine/lighting/lamp-power.ts';
import type { StreetLight } from '../../../engine/lighting/road/street-light.ts';
import type { HourVolumes } from '../../../engine/twin/hour-volumes.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import type { Change } from '../../changes/change.ts';
import { lightingTuningWords } from '../../language/lighting-tuning.ts';
import { bestLevels, usualLevelRules, type LevelRules, type ZoneLevels } from './best-levels.ts';
import { eachStreetAlone } from './each-street.ts';
import { scheduleJudge, type ScheduleJudge, type ScheduleYear } from './judge-schedule.ts';
import { programChange, programLevels } from './programs.ts';
import { tradeOff, type TradeOffPoint } from './trade-off.ts';
import { zoneNights, type ZoneNight } from './zone-nights.ts';

export interface TuneLightingInput {
  twin: ReadingTwin;
  light: StreetLight;
  volumes: HourVolumes;
  /** Rows of the zones whose programs may change. */
  zones: readonly number[];
  mostLevels: number;
  leastPercent: number;
  /** Most change of output, share of full output a minute. */
  rampPerMin: number;
  /** Share of the length of a zone that may be below its class in any hour: its most demanding streets. */
  spareShare: number;
  /** Energy of the year that may not be passed, if any. */
  mostKwh: number | undefined;
}

/** Constraints that are relaxed in turn, or put where the search leaves them out. */
export type ConstraintName = 'levels' | 'ramps' | 'leastOutput' | 'worstStreets' | 'oneLevelAZone' | 'fixedClass' | 'darkHours';

/** A schedule with what it comes to; zones in the order of `nights`. */
export interface TunedSchedule { levels: readonly ZoneLevels[]; changes: Change[]; year: ScheduleYear }

export interface TunedLighting {
  nights: ZoneNight[];
  now: ScheduleYear;
  full: ScheduleYear;
  /** The least energy that dims no street below its class. */
  best: TunedSchedule;
  /** What is proposed: within a limit of energy what leaves least below class; the best without one, and where none is within it. */
  chosen: TunedSchedule;
  /** Undefined where no limit was set; false where even the lowest levels take more, which is `lowestKwh`. */
  isWithinLimit: boolean | undefined;
  lowestKwh: number;
  /** From the best schedule on: less energy for more kilometre-hours below class, as far as levels go. */
  front: TradeOffPoint[];
  constraints: { name: ConstraintName; year: ScheduleYear }[];
}

/** The exact year lies within this share of what the straight line of power says. */
const MODEL_SHARE = 0.002;

/** Share of the length of a zone that may be left out of the reckoning, to see what its most demanding streets cost. */
export const WORST_SHARE = 0.01;

/**
 * The schedule with the least energy that dims no street below its class at any hour: zone by zone, the levels that its most demanding street
 * needs, in few steps. Streets that full output leaves too dim bind nothing: they are told apart. So does the upper limit of P classes: a level that
 * suits the most demanding street may be too much for others of its zone. See docs/models/lighting-tuning.md.
 */
export function tuneLighting(input: TuneLightingInput): TunedLighting {
  const { twin, light, volumes, mostKwh } = input, judge = scheduleJudge(twin, light, volumes), nights = zoneNights(twin, light, volumes, 'by-hour', input.spareShare).filter(({ zone }) => input.zones.includes(zone));
  const rules: LevelRules = { ...usualLevelRules, mostLevels: input.mostLevels, leastPercent: input.leastPercent, spareShare: input.spareShare };
  const schedule = (levels: readonly ZoneLevels[], rampPerMin = input.rampPerMin): TunedSchedule => {
    const changes = nights.map((night, at): Change => programChange(night.name, programLevels(night, levels[at]!.percents, rampPerMin), lightingTuningWords.why));
    return { levels, changes, year: judge.judge(changes) };
  };
  const best = schedule(nights.map((night) => bestLevels(night, rules))), kwhPerFullH = nights.map(({ zone }) => fullKwhPerH(twin, zone));
  const front = tradeOff(nights, kwhPerFullH, rules, best);
  // By the straight line of power a point may be a little beside its exact year, for ramps and cables: those that might fit are tried, dearest first.
  const within = mostKwh === undefined || best.year.energyKwh <= mostKwh ? undefined
    : front.findIndex(({ energyKwh, levels }) => energyKwh <= mostKwh * (1 + MODEL_SHARE) && schedule(levels).year.energyKwh <= mostKwh);
  const chosen = within === undefined || within < 0 ? best : schedule(front[within]!.levels);
  return {
    nights, best, chosen, front, lowestKwh: schedule(front.at(-1)!.levels).year.energyKwh, now: judge.judge([]), full: judge.judge(nights.map(({ name }): Change => programChange(name, [{ from: '12:00', outputShare: 1, rampS: 0 }], lightingTuningWords.why))),
    isWithinLimit: mostKwh === undefined ? undefined : within === undefined || within >= 0, constraints: relaxed(input, judge, nights, rules, best, schedule),
  };
}

/** What each constraint costs: the best schedule without it; for what the search takes for granted, with it. */
function relaxed(
  { twin, light, volumes }: TuneLightingInput, judge: ScheduleJudge, nights: readonly ZoneNight[], rules: LevelRules, best: TunedSchedule, schedule: (levels: readonly ZoneLevels[], rampPerMin?: number) => TunedSchedule,
): TunedLighting['constraints'] {
  const leastWith = (other: Partial<LevelRules>, of = nights): ScheduleYear => schedule(of.map((night) => bestLevels(night, { ...rules, ...other }))).year;
  const fixed = zoneNights(twin, light, volumes, 'design').filter(({ zone }) => nights.some((night) => night.zone === zone));
  const isDark = best.levels.some(({ percents }) => percents.includes(0));
  return [
    { name: 'levels', year: leastWith({ mostLevels: nights.reduce((most, { hours }) => Math.max(most, hours.length), 0) }) },
    { name: 'ramps', year: schedule(best.levels, Infinity).year },
    { name: 'leastOutput', year: leastWith({ leastPercent: 1 }) },
    { name: 'worstStreets', year: leastWith({ spareShare: rules.spareShare + WORST_SHARE }) },
    { name: 'oneLevelAZone', year: judge.judgeTwin(eachStreetAlone(judge.yearOf(best.changes).twin, light, volumes, nights, best.levels.map(({ percents }) => percents), rules.leastPercent)) },
    { name: 'fixedClass', year: leastWith({}, fixed) },
    ...(isDark ? [{ name: 'darkHours' as const, year: leastWith({ keepsDark: false }) }] : []),
  ];
}

/** What the lamps of a zone take for each hour of full output beyond what they take while they burn at all. */
function fullKwhPerH(twin: ReadingTwin, zone: number): number {
  let kw = 0;
  for (let lamp = 0; lamp < twin.lamps.count; lamp++) {
    if (twin.lamps.zone[lamp] !== zone) continue;
    const { ratedW, fixedW } = lampPower(twin, lamp);
    kw += (ratedW - fixedW) / 1000;
  }
  return kw;
}
