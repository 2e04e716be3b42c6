import { DAY_S } from '../../../engine/foundation/clock.ts';
import { cabinetControl, EVERY_DAY, levelReference, switchingKind } from '../../../engine/twin/lighting.ts';
import { adaptiveKind } from '../../../engine/twin/lighting-control.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import type { ProblemList } from '../../formats/problem-list.ts';

interface Bounds { least: number; most: number }
const within = (least: number, most: number): Bounds => ({ least, most });
const SHARE = within(0, 1), CLOCK_S = within(0, DAY_S), POWER_W = within(0, 10_000), HOUR_S = 3600, MOST_CONFIRMATIONS = 100;

/** What numbers may be: what no equipment passes, and what keeps work with hostile files bounded. */
const bounds = {
  lamps: { heightM: within(0, 100), ratedPowerW: POWER_W, powerBeforeW: POWER_W, ratedFluxLm: within(0, 2e6) },
  cabinets: { standbyPowerW: POWER_W, voltageV: within(12, 1000), cableResistanceOhm: within(0, 100) },
  switchingRules: { sunAltitudeDeg: within(-18, 10), onOffsetS: within(-6 * HOUR_S, 6 * HOUR_S), offOffsetS: within(-6 * HOUR_S, 6 * HOUR_S), onLx: within(0, 1e5), offLx: within(0, 1e5), onClockS: CLOCK_S, offClockS: CLOCK_S },
  calendarRules: { days: within(0, EVERY_DAY) },
  dimmingLevels: { fromS: within(-DAY_S, DAY_S), outputShare: SHARE, rampS: within(0, 6 * HOUR_S) },
  lightingLimits: { zone: within(0, 1e9), fromClockS: CLOCK_S, untilClockS: CLOCK_S, mostShare: SHARE },
  luminaires: {
    fixedLossShare: SHARE, standbyPowerW: within(0, 100), powerFactor: within(0.05, 1), dimmedPowerFactor: within(0.05, 1), constantFluxStartShare: within(0.1, 1),
    constantFluxEndH: within(0, 1e6), fluxDecayPerH: within(0, 0.001), dirtPerYearShare: SHARE, cleaningYears: within(0, 100), powerRisePerH: within(0, 0.001), upwardShare: within(-1, 1),
    colourTemperatureK: within(0, 30_000),
  },
  adaptiveRules: { zone: within(0, 1e9), fromClockS: CLOCK_S, untilClockS: CLOCK_S, quietShare: SHARE, busyShare: SHARE, holdS: within(0, DAY_S), fallS: within(0, HOUR_S), intervalS: within(0, DAY_S), confirmationCount: within(0, MOST_CONFIRMATIONS) },
  adaptiveSteps: { fromFlowPerH: within(0, 1e6), outputShare: SHARE },
  lightingOverrides: { outputShare: SHARE },
  litStreets: {
    street: within(0, 1e9), spacingM: within(0, 2000), longestGapM: within(0, 1e6), heightM: within(0, 100), widthM: within(0, 200), laneCount: within(1, 60), overhangM: within(-50, 100), tiltDeg: within(-90, 90),
    fluxLm: within(0, 2e6), maintenanceFactor: within(0.1, 1), classIndex: within(0, 6), speedLimitMps: within(0, 150), junctionsPerKm: within(0, 1e6), sharedShare: SHARE,
  },
} as const satisfies { readonly [Name in keyof ReadingTwin]?: { readonly [Column in keyof ReadingTwin[Name]]?: Bounds } };

/** A controller holds some dozens of levels; each is looked at on every day of a year. */
const MOST_LEVELS = 96;
const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Lamps, cabinets, zones and all that decides when and how much they light hold values that mean something. */
export function checkLighting(twin: ReadingTwin, problems: ProblemList): void {
  for (const [name, columns] of Object.entries(bounds)) {
    const table = twin[name as keyof typeof bounds] as unknown as Readonly<Record<string, ArrayLike<number>>> & { count: number };
    for (const [column, { least, most }] of Object.entries(columns as Record<string, Bounds>)) {
      for (let row = 0; row < table.count; row++) {
        const value = table[column]![row]!;
        if (!(value >= least && value <= most)) problems.error('twin-lighting-value', `${name}: row ${row}`, { name: column, value, least, most });
      }
    }
  }
  checkPrograms(twin, problems);
  checkDates(twin, problems);
  checkPhotocells(twin, problems);
  checkTraffic(twin, problems);
  checkWholeCabinets(twin, problems);
}

/** Levels by the clock come in order. */
function checkPrograms({ lightingPrograms: programs, dimmingLevels: levels }: ReadingTwin, problems: ProblemList): void {
  for (let program = 0; program < programs.count; program++) {
    const where = `lightingPrograms: row ${program} "${programs.name[program]}"`, first = programs.firstLevel[program]!, count = programs.levelCount[program]!;
    if (count > MOST_LEVELS) problems.error('twin-too-many-levels', where, { count, most: MOST_LEVELS });
    let lastS = -1;
    for (let level = first; level < first + count; level++) {
      if (levels.reference[level] !== levelReference.clock) continue;
      if (levels.fromS[level]! <= lastS || levels.fromS[level]! < 0) problems.error('twin-levels-not-rising', where, { fromS: levels.fromS[level]! });
      lastS = levels.fromS[level]!;
    }
  }
}

function checkDates({ calendarRules: rules }: ReadingTwin, problems: ProblemList): void {
  for (let rule = 0; rule < rules.count; rule++) {
    for (const date of [rules.fromDate[rule]!, rules.untilDate[rule]!]) {
      const month = Math.floor(date / 100), day = date % 100;
      if (!(month >= 1 && month <= 12 && day >= 1 && day <= MONTH_DAYS[month - 1]!)) problems.error('twin-no-date', `calendarRules: row ${rule}`, { date });
    }
  }
}

/** Without light there is no threshold: darkness of 0 lux never comes. */
function checkPhotocells({ switchingRules: rules }: ReadingTwin, problems: ProblemList): void {
  for (let rule = 0; rule < rules.count; rule++) {
    if (rules.kind[rule] !== switchingKind.photocell) continue;
    for (const name of ['onLx', 'offLx'] as const) {
      if (!(rules[name][rule]! > 0)) problems.error('twin-lighting-value', `switchingRules: row ${rule}`, { name, value: rules[name][rule]!, least: 0.001, most: 1e5 });
    }
  }
}

/** Shorter samples than this count nobody; a rule without steps would take its output from the rule after it, one that nothing confirms would never light up. */
const LEAST_SAMPLE_S = 10, MOST_STEPS = 96;

/** Lamps that follow counts of vehicles have samples that end, and steps that rise from no traffic at all. */
function checkTraffic({ adaptiveRules: rules, adaptiveSteps: { fromFlowPerH } }: ReadingTwin, problems: ProblemList): void {
  for (let rule = 0; rule < rules.count; rule++) {
    if (rules.kind[rule] !== adaptiveKind.traffic) continue;
    const where = `adaptiveRules: row ${rule}`, intervalS = rules.intervalS[rule]!, first = rules.firstStep[rule]!, count = rules.stepCount[rule]!;
    if (intervalS < LEAST_SAMPLE_S) problems.error('twin-lighting-value', where, { name: 'intervalS', value: intervalS, least: LEAST_SAMPLE_S, most: DAY_S });
    if (rules.confirmationCount[rule]! < 1) problems.error('twin-lighting-value', where, { name: 'confirmationCount', value: rules.confirmationCount[rule]!, least: 1, most: MOST_CONFIRMATIONS });
    if (count < 1 || count > MOST_STEPS) problems.error('twin-lighting-value', where, { name: 'stepCount', value: count, least: 1, most: MOST_STEPS });
    for (let step = 1; step < Math.min(count, MOST_STEPS); step++) {
      if (!(fromFlowPerH[first + step]! > fromFlowPerH[first + step - 1]!)) problems.error('twin-lighting-value', `adaptiveSteps: row ${first + step}`, { name: 'fromFlowPerH', value: fromFlowPerH[first + step]!, least: fromFlowPerH[first + step - 1]!, most: 1e6 });
    }
  }
}

/** A run moves all lamps of such a cabinet by the zone of most of them, yearly figures go lamp by lamp: in one zone both say the same. */
function checkWholeCabinets({ cabinets, lamps }: ReadingTwin, problems: ProblemList): void {
  const zoneOf = new Map<number, number>(), told = new Set<number>();
  for (let lamp = 0; lamp < lamps.count; lamp++) {
    const cabinet = lamps.cabinet[lamp]!, zone = lamps.zone[lamp]!;
    if (cabinet < 0 || cabinets.control[cabinet] !== cabinetControl.cabinet) continue;
    if (!zoneOf.has(cabinet)) zoneOf.set(cabinet, zone);
    if (zoneOf.get(cabinet) === zone || told.has(cabinet)) continue;
    told.add(cabinet);
    problems.error('twin-cabinet-of-zones', `cabinets: row ${cabinet} "${cabinets.name[cabinet]}"`, {});
  }
}
