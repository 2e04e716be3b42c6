// One lane of 2,000 m at a signal, the net "signal-unit", fed and measured line by line as its scripts do with SUMO.
import { Readable } from 'node:stream';
import { importSumo } from '../../data/build/from-sumo.ts';
import { nodeFiles } from '../../data/formats/sumo/node-files.ts';
import { run } from '../../engine/run.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { sharedPath } from '../shared-data.ts';
import { randomDelayS, uniformDelayS, websterDelayS } from './queue-theory.ts';
import { mean, watch, type Pass } from './road-watch.ts';

export const CYCLE_S = 90, GREEN_S = 42, AMBER_S = 3;
const VEHICLE = 'length="5" minGap="2.5" accel="2.6" decel="4.5" tau="1.0"';

/** SUMO's attributes of the drivers that the figures are for. */
export const drivers = {
  'Krauss, perfect': `${VEHICLE} sigma="0" speedFactor="1" speedDev="0"`,
  'Krauss, default': `${VEHICLE} sigma="0.5" speedFactor="normc(1,0.1,0.2,2)"`,
  IDM: `carFollowModel="IDM" ${VEHICLE} speedFactor="1" speedDev="0"`,
};

export interface SignalUnit { driver: string; departS: readonly number[]; signal: boolean; departPosition?: string; departSpeed?: string }

/** The net with this traffic, as SUMO would be given it. */
export async function signalUnit({ driver, departS, signal, departPosition = 'base', departSpeed = 'max' }: SignalUnit): Promise<Twin> {
  const phases: [number, string][] = signal ? [[GREEN_S, 'G'], [AMBER_S, 'y'], [CYCLE_S - GREEN_S - AMBER_S, 'r']] : [[CYCLE_S, 'G']];
  const texts: Record<string, string> = {
    'signal.add.xml': `<additional><tlLogic id="b" type="static" programID="x" offset="0">${phases.map(([durationS, state]) => `<phase duration="${durationS}" state="${state}"/>`).join('')}</tlLogic></additional>`,
    'traffic.rou.xml': `<routes><vType id="car" ${driver}/>${departS.map((timeS, row) => `<vehicle id="${row}" type="car" depart="${timeS.toFixed(2)}" departLane="0" departPos="${departPosition}" departSpeed="${departSpeed}"><route edges="in out"/></vehicle>`).join('')}</routes>`,
  };
  const access = { open: (path: string) => (texts[path] === undefined ? nodeFiles.open(path) : Readable.from([Buffer.from(texts[path])])) };
  const { value, problems } = await importSumo({ net: sharedPath('11-sumo-scenarios/signal-unit/n.net.xml'), additional: ['signal.add.xml'], routes: ['traffic.rou.xml'] }, access);
  if (!value) throw new Error(JSON.stringify(problems));
  return value;
}

/** Rows of the lanes before and behind the signal, and the length of the way between them. */
const IN = 0, OUT = 1, THROUGH_M = 0.1;
const every = (gapS: number, count: number): number[] => Array.from({ length: count }, (_, row) => row * gapS);

export interface Discharge { saturationPerH: number; lostS: number; capacityPerH: number; headwaysS: number[] }

/** An endless queue: headways of the rears at the stop line by place in the queue, and vehicles a cycle, over cycles 8 to 38. */
export async function discharge(driver: string, stepS: number, { lengthM = 5, untilS = 3600, seed = 1 } = {}): Promise<Discharge> {
  const twin = await signalUnit({ driver, departS: every(1, 1500), signal: true });
  // The detector lies 0.1 m before the stop line; the rear leaves it when the front is a length further on.
  const { passes } = watch(twin, { untilS, stepS, seed, sections: [{ place: OUT, positionM: lengthM - 0.1 - THROUGH_M }] });
  return dischargeOf(passes[0]!.map(({ timeS }) => timeS));
}

/** The same measures from times of passing, in cycles of 90 s. */
export function dischargeOf(timesS: readonly number[], cycleS = CYCLE_S): Discharge {
  const byPlace: number[][] = [], firstS: number[] = [], cycles = new Map<number, number[]>();
  for (const timeS of timesS) {
    const cycle = Math.floor(timeS / cycleS);
    if (cycle >= 8 && cycle < 39) cycles.set(cycle, [...(cycles.get(cycle) ?? []), timeS - cycle * cycleS]);
  }
  for (const inCycleS of cycles.values()) {
    firstS.push(inCycleS[0]!);
    for (let place = 1; place < inCycleS.length; place++) (byPlace[place] ??= []).push(inCycleS[place]! - inCycleS[place - 1]!);
  }
  const headwaysS = byPlace.map((list) => mean(list)), headwayS = mean(headwaysS.slice(4, 15));
  return {
    saturationPerH: 3600 / headwayS,
    lostS: mean(firstS) - headwayS + headwaysS.slice(1, 4).reduce((sum, value) => sum + value - headwayS, 0),
    capacityPerH: mean([...cycles.values()].map((list) => list.length)) * (3600 / cycleS),
    headwaysS: [mean(firstS), ...headwaysS.slice(1)],
  };
}

/** Flow past 1,000 m of the lane without signal, a vehicle a second wanting to enter: minutes 15 to 44. */
export async function laneCapacity(driver: string, stepS: number, departPosition = 'base', departSpeed = 'max', seed = 1): Promise<{ perH: number; speedMps: number }> {
  const twin = await signalUnit({ driver, departS: every(1, 3000), signal: false, departPosition, departSpeed });
  const { passes } = watch(twin, { untilS: 2700, stepS, seed, sections: [{ place: IN, positionM: 1000 }] });
  const counted: Pass[] = passes[0]!.filter(({ timeS }) => timeS >= 900 && timeS < 2700);
  return { perH: counted.length * 2, speedMps: mean(counted.map(({ speedMps }) => speedMps)) };
}

/** Half an hour before the one that counts, for formulas of a signal that has long been running. */
export const WARM_UP_S = 1800;

/** Poisson arrivals from 0 to `untilS`, by the draws of the peer's script. */
export function arrivals(perH: number, seed: number, untilS: number): number[] {
  const departS: number[] = [];
  let drawn = seed * 7919 + 1, timeS = 0;
  for (;;) {
    drawn = (Math.imul(drawn, 1103515245) + 12345) & 0x7fffffff;
    timeS -= (Math.log(((drawn >> 8) + 0.5) / (1 << 23)) * 3600) / perH;
    if (timeS > untilS) return departS;
    departS.push(timeS);
  }
}

/** Mean time from wanting to enter to arriving, with the signal minus without it, seconds a vehicle, of those who come from `fromS` on. */
export async function signalDelayS(driver: string, stepS: number, departS: readonly number[], fromS: number): Promise<number> {
  const meansS: number[] = [];
  for (const signal of [true, false]) {
    const twin = await signalUnit({ driver, departS, signal });
    const { tables: { trips } } = run(twin, { seed: 1, fromS: 0, untilS: 3600, stepS, untilAllArrived: true, busPriority: false, replay: false });
    meansS.push(mean(Array.from(trips.arriveS, (timeS, row) => timeS - trips.plannedDepartS[row]!).filter((_, row) => trips.plannedDepartS[row]! >= fromS)));
  }
  return meansS[0]! - meansS[1]!;
}

/**
 * Mean wait of these vehicles if the signal were a counter that serves one each headway while its green lasts, a whole number a
 * cycle: no theory is needed for what that gives.
 */
export function counterDelayS(departS: readonly number[], fromS: number, perCycle: number, headwayS: number): number {
  const wayS = 2000 / 13.89, waitsS: number[] = [];
  let freeS = 0;
  for (const wantS of departS) {
    const comesS = wantS + wayS, servedS = Math.max(comesS, freeS), cycle = Math.floor(servedS / CYCLE_S);
    const atS = servedS >= cycle * CYCLE_S + perCycle * headwayS - 1e-9 ? (cycle + 1) * CYCLE_S : servedS;
    freeS = atS + headwayS;
    if (wantS >= fromS) waitsS.push(atS - comesS);
  }
  return mean(waitsS);
}

/** What theory says of the delay at a share of the capacity: HCM over an hour, and Webster. */
export function delayInTheoryS(x: number, capacityPerH: number, saturationPerH: number): { hcmS: number; websterS: number } {
  const service = { flowPerH: x * capacityPerH, saturationPerH, greenS: (CYCLE_S * capacityPerH) / saturationPerH, cycleS: CYCLE_S };
  return { hcmS: uniformDelayS(service) + randomDelayS(service, 1), websterS: x < 1 ? websterDelayS(service) : NaN };
}
