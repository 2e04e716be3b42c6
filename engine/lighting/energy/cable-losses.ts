import type { ReadingTwin } from '../../twin/twin.ts';
import { momentS } from '../civil-clock.ts';
import { powerFactor, powerW, type LampPower } from '../lamp-power.ts';
import { walkOutput } from '../lamp-schedule.ts';
import type { LightingPeriod } from './lighting-period.ts';

/** What a zone does over a period, stretch by stretch: output moves evenly on each. */
interface Stretches { startS: number[]; startShare: number[]; endS: number[]; endShare: number[] }

/** Lamps of one kind and one zone that a cabinet feeds, as one line of power. */
interface FedLamps { zone: number; kind: number; power: LampPower }

/**
 * What the cables of each cabinet lose, in watt seconds: row = cabinet * months + month. R I² under the whole current of the cabinet, which
 * goes by the apparent power of its lamps (they are added up as numbers, exact for lamps of one power factor). On a ramp current moves
 * evenly, so a stretch from I to J loses R (I² + I J + J²) / 3 for its length.
 */
export function cableLossesWs(twin: ReadingTwin, period: LightingPeriod, powerOf: (twin: ReadingTwin, lamp: number) => LampPower): Float64Array {
  const { cabinets, lamps, lightingZones } = twin, lossWs = new Float64Array((cabinets.count + 1) * period.months.length);
  const fed = new Map<number, FedLamps[]>(), walked = new Map<number, Stretches>();
  for (let lamp = 0; lamp < lamps.count; lamp++) {
    const cabinet = lamps.cabinet[lamp]!;
    if (cabinet < 0 || !(cabinets.cableResistanceOhm[cabinet]! > 0)) continue;
    const zone = lamps.zone[lamp]! < 0 ? lightingZones.count : lamps.zone[lamp]!, groups = fed.get(cabinet) ?? [], kind = lamps.luminaire[lamp]!;
    let group = groups.find((one) => one.zone === zone && one.kind === kind);
    if (!group) groups.push(group = { zone, kind, power: { ratedW: 0, fixedW: 0, darkW: 0 } });
    const power = powerOf(twin, lamp);
    for (const part of ['ratedW', 'fixedW', 'darkW'] as const) group.power[part] += power[part];
    fed.set(cabinet, groups);
    if (!walked.has(zone)) walked.set(zone, stretchesOf(twin, period, zone));
  }
  for (const [cabinet, groups] of fed) addLosses(twin, period, cabinet, groups, walked, lossWs);
  return lossWs;
}

function stretchesOf(twin: ReadingTwin, { clock, dayCount }: LightingPeriod, zone: number): Stretches {
  const found: Stretches = { startS: [], startShare: [], endS: [], endShare: [] };
  walkOutput(twin, clock, zone, { firstDay: 0, endDay: dayCount }, (startS, startShare, endS, endShare) => {
    found.startS.push(startS); found.startShare.push(startShare); found.endS.push(endS); found.endShare.push(endShare);
  });
  return found;
}

/** All zones of a cabinet side by side, from one moment at which one of them or the month changes to the next. */
function addLosses(twin: ReadingTwin, { clock, months }: LightingPeriod, cabinet: number, groups: readonly FedLamps[], walked: ReadonlyMap<number, Stretches>, lossWs: Float64Array): void {
  const { cableResistanceOhm, voltageV, standbyPowerW } = twin.cabinets, volts = voltageV[cabinet]!, at = groups.map(() => 0);
  months.forEach(({ firstDay, endDay }, month) => {
    const endS = momentS(clock, endDay, 0);
    let lossA2s = 0;
    for (let fromS = momentS(clock, firstDay, 0); fromS < endS;) {
      let untilS = endS;
      groups.forEach(({ zone }, group) => {
        const { endS: endsS } = walked.get(zone)!;
        while (endsS[at[group]!]! <= fromS) at[group]! += 1;
        untilS = Math.min(untilS, endsS[at[group]!]!);
      });
      let startA = standbyPowerW[cabinet]! / volts, endA = startA;
      groups.forEach((group, row) => {
        const stretches = walked.get(group.zone)!, stretch = at[row]!, startS = stretches.startS[stretch]!, lengthS = stretches.endS[stretch]! - startS;
        const first = currentA(twin, group, stretches.startShare[stretch]!, volts), last = currentA(twin, group, stretches.endShare[stretch]!, volts);
        startA += first + (last - first) * ((fromS - startS) / lengthS);
        endA += first + (last - first) * ((untilS - startS) / lengthS);
      });
      lossA2s += ((startA * startA + startA * endA + endA * endA) / 3) * (untilS - fromS);
      fromS = untilS;
    }
    lossWs[cabinet * months.length + month] = cableResistanceOhm[cabinet]! * lossA2s;
  });
}

const currentA = (twin: ReadingTwin, { kind, power }: FedLamps, outputShare: number, volts: number): number =>
  powerW(power, outputShare) / powerFactor(twin, kind, outputShare) / volts;
