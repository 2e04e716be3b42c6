import { tableFrom } from '../../engine/foundation/table.ts';
import { prepareState, type CityState } from '../../engine/state/city-state.ts';
import { makeResultLog } from '../../engine/results/result-log.ts';
import type { RunSettings } from '../../engine/run-settings.ts';
import { step } from '../../engine/step.ts';
import { crossingColumns, crossingControl, crossingWindowColumns, walkingHourColumns } from '../../engine/twin/crossings.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { prepareTraffic } from '../../engine/traffic/prepare-traffic.ts';
import { buildTown, type Town } from './traffic-town.ts';

/** A crossing of a town: people an hour the whole day long, and what it lies on, lanes and movements from its first kerb on. */
export interface TownCrossing {
  control: keyof typeof crossingControl;
  peopleAnHour: number;
  lengthM: number;
  /** Written 'link.lane' or 'link.lane>link.lane'; `fromM` along it, 3 m wide; `nearM` and `farM` from the first kerb. */
  on: { way: string; fromM: number; nearM: number; farM: number }[];
  /** Junction whose controller shows the signals, the group of the people, and that of the vehicles where they have none else. */
  signal?: { junction: string; group: number; vehicles?: number };
}

export function buildTownWithCrossings(town: Town & { crossings: TownCrossing[] }): Twin {
  const twin = buildTown(town);
  const laneRow = (name: string): number => { const [link, lane] = name.split('.'); return twin.links.firstLane[twin.links.name.indexOf(link!)]! + Number(lane); };
  const movementRow = (from: number, to: number): number => Array.from({ length: twin.movements.count }, (_, row) => row).find((row) => twin.movements.fromLane[row] === from && twin.movements.toLane[row] === to)!;
  let firstWindow = 0;
  twin.crossings = tableFrom(crossingColumns, town.crossings.map((crossing, row) => {
    const first = firstWindow, windowCount = crossing.on.length;
    firstWindow += windowCount;
    return {
      name: `crossing ${row}`, junction: -1, control: crossingControl[crossing.control], controller: crossing.signal ? twin.controllers.name.indexOf(crossing.signal.junction) : -1, signalGroup: crossing.signal?.group ?? -1,
      vehicleGroup: crossing.signal?.vehicles ?? -1, lengthM: crossing.lengthM, widthM: 3, dayPeopleCount: crossing.peopleAnHour * 24, dayProfile: 0, firstWindow: first, windowCount, firstPoint: 0, pointCount: 0,
    };
  }));
  twin.crossingWindows = tableFrom(crossingWindowColumns, town.crossings.flatMap((crossing, row) => crossing.on.map(({ way, fromM, nearM, farM }) => {
    const [from, to] = way.split('>');
    return { crossing: row, lane: to ? -1 : laneRow(from!), movement: to ? movementRow(laneRow(from!), laneRow(to)) : -1, fromM, untilM: fromM + 3, nearM, farM };
  })));
  twin.walkingHours = tableFrom(walkingHourColumns, Array.from({ length: 24 }, () => ({ dayShare: 1 / 24 })));
  return twin;
}

/** Runs a town step by step and shows each state to `see`, right after all have moved. */
export function watch(twin: Twin, seconds: number, see: (state: CityState) => void, { seed = 1, stepS = 1 } = {}): CityState {
  const settings: RunSettings = { seed, fromS: 0, untilS: seconds, stepS, untilAllArrived: false, busPriority: false, replay: false };
  const state = prepareState(twin, 0), traffic = prepareTraffic(twin, state, settings), log = makeResultLog(twin, 0);
  while (state.timeS < seconds) {
    step(traffic, state, log, settings);
    see(state);
  }
  return state;
}

/** Vehicles that moved with their front onto, or along, the part of a crossing where someone walks. */
export function countDanger(twin: Twin, state: CityState): number {
  const { crossings, crossingWindows, lanes } = twin, { vehicles, places } = state, { people, peopleCount } = state.pedestrians!;
  let dangers = 0;
  for (let person = 0; person < peopleCount; person++) {
    if (people.startS[person]! < 0) continue;
    const crossing = people.crossing[person]!, walkedM = (state.timeS - people.startS[person]!) * people.walkingMps[person]!;
    const acrossM = people.fromSecondKerb[person] ? crossings.lengthM[crossing]! - walkedM : walkedM;
    for (let window = crossings.firstWindow[crossing]!; window < crossings.firstWindow[crossing]! + crossings.windowCount[crossing]!; window++) {
      if (acrossM <= crossingWindows.nearM[window]! || acrossM >= crossingWindows.farM[window]!) continue;
      const place = crossingWindows.lane[window]! >= 0 ? crossingWindows.lane[window]! : lanes.count + crossingWindows.movement[window]!;
      for (let slot = places.first[place]!; slot >= 0; slot = vehicles.behind[slot]!) {
        const frontM = vehicles.positionM[slot]!;
        if (vehicles.speedMps[slot]! > 0.1 && frontM > crossingWindows.fromM[window]! && frontM < crossingWindows.untilM[window]!) dangers++;
      }
    }
  }
  return dangers;
}
