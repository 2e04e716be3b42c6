// Question: how long does the exact energy of every lamp of a city take, over a year?
// Load: 34,200 lamps by month, each with a schedule of its own of three clock times; in seven zones; 1,000 schedules tried in seven zones, every
// lamp reckoned anew; every lamp with ramps of its own, which are walked night by night. One thread, from nothing each time but for the 1,000 schedules.
// Beside it, in the same run: the best loop over quarters of an hour that we can write, 34,200 x 35,040 products and sums.
// Budget: own schedules 0.5 s and at least 4 times as fast as that loop, seven zones 25 ms, 1,000 schedules 15 s.
import { cpus } from 'node:os';
import { lightingPeriod } from '../engine/lighting/energy/lighting-period.ts';
import { lightingYear } from '../engine/lighting/energy/lighting-year.ts';
import { lampPower } from '../engine/lighting/lamp-power.ts';
import { runClock } from '../engine/lighting/civil-clock.ts';
import { levelAt } from '../engine/lighting/lamp-schedule.ts';
import { burningSpan } from '../engine/lighting/switching.ts';
import type { Twin } from '../engine/twin/twin.ts';
import { lampCity } from './load/lamp-city.ts';
import { writeHistory } from './processes/write-history.ts';

const LAMPS = 34_200, ZONES = 7, VARIANTS = 1000, REPEATS = 5, RAMPED_LAMPS = 34_200;
const MOST = { ownMs: 500, groupedMs: 25, variantsMs: 15_000 }, LEAST_TIMES_DENSE = 4;
const QUARTER_S = 900, QUARTERS = 96, DAYS = 365;

const timed = (work: () => number): { ms: number; kWh: number } => {
  const start = performance.now(), kWh = work();
  return { ms: performance.now() - start, kWh };
};
/** The least of several times: what else the machine did is not ours. */
function best(name: string, work: () => number, repeats = REPEATS): { ms: number; kWh: number } {
  const runs = Array.from({ length: repeats }, () => timed(work)).sort((one, other) => one.ms - other.ms);
  console.log(`${name}: ${runs[0]!.ms.toFixed(1)} ms (median ${runs[Math.floor(repeats / 2)]!.ms.toFixed(1)}), ${runs[0]!.kWh.toFixed(0)} kWh`);
  return runs[0]!;
}
const exactKwh = (twin: Twin): number => lightingYear(twin, lightingPeriod(twin.facts, '2026-01-01', '2026-12-31')).energyKwh;

/** How much of each quarter of an hour of the year lamps burn, by winter time all year. */
function burningOfQuarters(twin: Twin): Float64Array {
  const burning = new Float64Array(DAYS * QUARTERS), clock = runClock({ date: '2026-01-01', utcOffsetMin: 60 });
  for (let night = -1; night < DAYS; night++) {
    const span = burningSpan(twin, clock, -1, night);
    if (!span) continue;
    for (let quarter = Math.max(0, Math.floor(span.onS / QUARTER_S)); quarter < Math.min(burning.length, Math.ceil(span.offS / QUARTER_S)); quarter++) {
      burning[quarter]! += (Math.min(span.offS, (quarter + 1) * QUARTER_S) - Math.max(span.onS, quarter * QUARTER_S)) / QUARTER_S;
    }
  }
  return burning;
}

/** Every lamp, every quarter of an hour: the share of its day's quarter times the part of it that burns. */
function denseKwh(twin: Twin, burning: Float64Array): number {
  const shares = new Float64Array(QUARTERS), { lamps, lightingCalendars, lightingZones } = twin;
  let sumKwh = 0, burningQuarters = 0;
  for (const part of burning) burningQuarters += part;
  for (let lamp = 0; lamp < lamps.count; lamp++) {
    const program = lightingCalendars.defaultProgram[lightingZones.calendar[lamps.zone[lamp]!]!]!, { ratedW, fixedW, darkW } = lampPower(twin, lamp);
    for (let quarter = 0; quarter < QUARTERS; quarter++) shares[quarter] = levelAt(twin, program, quarter * QUARTER_S).share;
    // Four sums side by side: one alone would wait for itself at each step.
    let one = 0, two = 0, three = 0, four = 0;
    for (let day = 0, at = 0; day < DAYS; day++) {
      for (let quarter = 0; quarter < QUARTERS; quarter += 4, at += 4) {
        one += burning[at]! * shares[quarter]!;
        two += burning[at + 1]! * shares[quarter + 1]!;
        three += burning[at + 2]! * shares[quarter + 2]!;
        four += burning[at + 3]! * shares[quarter + 3]!;
      }
    }
    const light = one + two + three + four;
    sumKwh += ((ratedW - fixedW) * light + fixedW * burningQuarters + darkW * (DAYS * QUARTERS - burningQuarters)) / 4000;
  }
  return sumKwh;
}

console.log(`${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.versions.node}`);
const ownCity = lampCity(LAMPS, LAMPS), zoneCity = lampCity(LAMPS, ZONES), ramped = lampCity(RAMPED_LAMPS, RAMPED_LAMPS);
ramped.dimmingLevels.rampS.fill(60);
const own = best('every lamp its own schedule', () => exactKwh(ownCity));
const burning = burningOfQuarters(ownCity), dense = best('dense loop over quarters of an hour', () => denseKwh(ownCity, burning), 3);
console.log(`  ${(dense.ms / own.ms).toFixed(1)} x as fast as the dense loop, which differs by ${(100 * (dense.kWh / own.kWh - 1)).toFixed(3)} % (quarters cut levels, and it knows no summer time)`);
const grouped = best('seven zones', () => exactKwh(zoneCity));
const period = lightingPeriod(zoneCity.facts, '2026-01-01', '2026-12-31'), { outputShare } = zoneCity.dimmingLevels;
const variants = best(`${VARIANTS} schedules of seven zones`, () => {
  let sumKwh = 0;
  for (let variant = 0; variant < VARIANTS; variant++) {
    for (let level = 2; level < outputShare.length; level += 3) outputShare[level] = 0.2 + (0.6 * variant) / VARIANTS;
    sumKwh += lightingYear(zoneCity, period).energyKwh;
  }
  return sumKwh / VARIANTS;
}, 1);
const walked = best(`${RAMPED_LAMPS} lamps with ramps of their own`, () => exactKwh(ramped), 3);
const kept = own.ms <= MOST.ownMs && dense.ms >= LEAST_TIMES_DENSE * own.ms && grouped.ms <= MOST.groupedMs && variants.ms <= MOST.variantsMs;
console.log(kept ? 'kept' : 'MISSED');
writeHistory('lighting-energy', { lamps: LAMPS, ownMs: own.ms, denseMs: dense.ms, groupedMs: grouped.ms, variants: VARIANTS, variantsMs: variants.ms, rampedLamps: RAMPED_LAMPS, rampedMs: walked.ms, kept });
