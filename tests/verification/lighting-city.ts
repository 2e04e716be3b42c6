// A city of lamps alone, for tests of lighting.
import { tableFrom } from '../../engine/foundation/table.ts';
import { makeResultLog, type ResultLog } from '../../engine/results/result-log.ts';
import { prepareState, type CityState } from '../../engine/state/city-state.ts';
import { writeZonesByClock } from '../../data/build/lamps/write-zones.ts';
import { lampColumns } from '../../engine/twin/lighting.ts';
import { emptyTwin, type CityFacts, type Twin } from '../../engine/twin/twin.ts';
import { finishLighting, switchDueLamps } from '../../engine/lighting/switch-lamps.ts';

export const dijonFacts = (facts: Partial<CityFacts> = {}): CityFacts => ({
  name: 'lamps', synthetic: true, originLatitudeDeg: 47.322, originLongitudeDeg: 5.041, metresPerDegreeNorth: 111_000, metresPerDegreeEast: 75_000,
  date: '2026-11-24', utcOffsetMin: 60, stepS: 1, defaultFromS: 0, defaultUntilS: 86_400, runUntilAllArrived: false, rescueAfterS: 0,
  lighting: { switchOnOffsetMin: 0, switchOffOffsetMin: 0, standbyPowerW: 0 },
  energy: { priceEurPerKwh: 0.2, priceSource: { fr: '', en: '' }, carbonGPerKwh: 50, carbonSource: { fr: '', en: '' } }, sources: [], ...facts,
});

/** Rated powers of the lamps of a zone, and its dimming: clock time in seconds and output. */
export interface Zone { lampsW: number[]; levels: [fromS: number, outputShare: number][] }

/** `loose`: lamps of no zone. */
export function cityOfLamps(facts: CityFacts, zones: readonly Zone[], loose: readonly number[] = []): Twin {
  const twin = emptyTwin(facts);
  writeZonesByClock(twin, zones.map(({ levels }, zone) => ({ name: `zone ${zone}`, levels: levels.map(([fromS, outputShare]) => ({ fromS, outputShare })) })));
  const lamp = (ratedPowerW: number, zone: number) =>
    ({ name: '', xM: 0, yM: 0, street: -1, cabinet: -1, zone, luminaire: -1, replaced: -1, installedYear: 0, heightM: 8, ratedPowerW, powerBeforeW: 2 * ratedPowerW, ratedFluxLm: 100 * ratedPowerW });
  twin.lamps = tableFrom(lampColumns, [...zones.flatMap(({ lampsW }, zone) => lampsW.map((powerW) => lamp(powerW, zone))), ...loose.map((powerW) => lamp(powerW, -1))]);
  return twin;
}

/** Runs the lamps alone from one time to another, in steps. */
export function runLamps(twin: Twin, fromS: number, untilS: number, stepS = 1): { state: CityState; log: ResultLog } {
  const state = prepareState(twin, fromS), log = makeResultLog(twin, fromS);
  for (; state.timeS < untilS; state.timeS = Math.min(untilS, fromS + (state.tick + 1) * stepS), state.tick++) switchDueLamps(twin, state, log);
  finishLighting(twin, state, log);
  return { state, log };
}

/** Energy of all rows of the results, or of one zone's. */
export function recordedWh({ lighting: { rows } }: ResultLog, zone?: number): number {
  let sumWh = 0;
  for (let row = 0; row < rows.count; row++) if (zone === undefined || rows.zone[row] === zone) sumWh += rows.energyWh[row]!;
  return sumWh;
}
