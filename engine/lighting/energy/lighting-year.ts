import type { ReadingTwin } from '../../twin/twin.ts';
import { energyWs, lampPower, replacedPower } from '../lamp-power.ts';
import { drivenLight } from './driven-light.ts';
import { cableLossesWs } from './cable-losses.ts';
import type { FailureRecord } from './failures.ts';
import type { LightingPeriod } from './lighting-period.ts';
import { zoneHours, type ZoneHours } from './zone-hours.ts';

/** Which lamps: those that stand in the twin, or those that they replaced, never dimmed or by the programs of today. */
export type LampSide = 'present' | 'replaced-at-full' | 'replaced-by-program';

export interface LightingYearOptions {
  lamps?: LampSide;
  /** Whether drivers with constant light output hold back and ageing lamps take more; else all take their rated power. Of lamps replaced nobody knows the year: they always do. */
  ageing?: boolean;
  /** Failures of the same period (`drawFailures`): what lamps out of order do not take is left out, at their rated power. */
  failures?: FailureRecord;
}

/** Energy of street lighting over a period, month by month, kWh. Summed in the order of rows: the same bits each time. */
export interface LightingYear {
  period: LightingPeriod;
  /** Of each lamp: row = lamp * months + month. */
  lampKwh: Float64Array;
  /** Of its lamps, cables and own devices: row = cabinet * months + month; the last one stands for lamps that no cabinet feeds. */
  cabinetKwh: Float64Array;
  /** Of it what cables lose, by cabinet and month. */
  lossKwh: Float64Array;
  /** Of the lamps alone: row = zone * months + month; the last one stands for lamps of no zone. */
  zoneKwh: Float64Array;
  /** In which lamps burn, by zone and month. */
  hours: ZoneHours;
  /** Of the whole city, cabinets and cables included. */
  energyKwh: number;
}

const WS_PER_KWH = 3.6e6;

/** The exact energy of every lamp: schedules are integrated, never sampled. See docs/models/lighting-energy.md. */
export function lightingYear(given: ReadingTwin, period: LightingPeriod, { lamps: side = 'present', ageing = false, failures }: LightingYearOptions = {}): LightingYear {
  const twin = side === 'replaced-at-full' ? neverDimmed(given) : given, powerOf = side === 'present' ? lampPower : replacedPower;
  const { lamps, cabinets, lightingZones } = twin, { months } = period, monthCount = months.length, hours = zoneHours(twin, period);
  const driven = ageing && side === 'present' ? drivenLight(twin, period) : undefined;
  const year: LightingYear = {
    period, hours, energyKwh: 0, lampKwh: new Float64Array(lamps.count * monthCount), cabinetKwh: new Float64Array((cabinets.count + 1) * monthCount),
    zoneKwh: new Float64Array((lightingZones.count + 1) * monthCount), lossKwh: new Float64Array((cabinets.count + 1) * monthCount),
  };
  const { lampKwh, cabinetKwh, zoneKwh } = year, { burningS, lightS } = hours, lengthsS = Float64Array.from(months, ({ lengthS }) => lengthS);
  for (let lamp = 0; lamp < lamps.count; lamp++) {
    const firstOfZone = (lamps.zone[lamp]! < 0 ? lightingZones.count : lamps.zone[lamp]!) * monthCount;
    const firstOfCabinet = (lamps.cabinet[lamp]! < 0 ? cabinets.count : lamps.cabinet[lamp]!) * monthCount;
    const power = powerOf(twin, lamp), ofLamp = driven?.(lamp);
    for (let month = 0; month < monthCount; month++) {
      const light = lightS[firstOfZone + month]!;
      const kWh = energyWs(power, lengthsS[month]!, burningS[firstOfZone + month]!, light, ofLamp ? ofLamp[month]! : light) / WS_PER_KWH - (failures ? failures.notTakenKwh[lamp * monthCount + month]! : 0);
      lampKwh[lamp * monthCount + month] = kWh;
      cabinetKwh[firstOfCabinet + month]! += kWh;
      zoneKwh[firstOfZone + month]! += kWh;
    }
  }
  addCabinets(twin, year, cableLossesWs(twin, period, powerOf));
  return year;
}

/** What cabinets take beside their lamps, and the sum of all. */
function addCabinets({ cabinets }: ReadingTwin, year: LightingYear, lossWs: Float64Array): void {
  const { months } = year.period;
  for (let cabinet = 0; cabinet <= cabinets.count; cabinet++) {
    const ownW = cabinet < cabinets.count ? cabinets.standbyPowerW[cabinet]! : 0;
    months.forEach(({ lengthS }, month) => {
      const row = cabinet * months.length + month;
      year.lossKwh[row] = lossWs[row]! / WS_PER_KWH;
      year.cabinetKwh[row]! += (ownW * lengthS + lossWs[row]!) / WS_PER_KWH;
      year.energyKwh += year.cabinetKwh[row]!;
    });
  }
}

/** The twin with full output whenever its switching rules let lamps burn. */
function neverDimmed(twin: ReadingTwin): ReadingTwin {
  const { lightingZones, lightingLimits } = twin;
  return { ...twin, lightingZones: { ...lightingZones, calendar: new Int32Array(lightingZones.count).fill(-1) }, lightingLimits: { ...lightingLimits, count: 0 } };
}
