// A street of two links with lamps in a night that does not end, for tests of lamps that follow the traffic.
import { tableFrom } from '../../engine/foundation/table.ts';
import { randomShare } from '../../engine/foundation/random.ts';
import { cabinetColumns, lampColumns } from '../../engine/twin/lighting.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { PLAIN_CABINET, writeZonesByClock } from '../../data/build/lamps/write-zones.ts';
import { applyChanges } from '../../scenarios/changes/apply-changes.ts';
import type { Change } from '../../scenarios/changes/change.ts';
import { readChanges } from '../../scenarios/changes/read-changes.ts';
import { buildTownWithCrossings } from '../situations/crossing-town.ts';

/** Two streets one behind the other, 200 m each, with lamps of 100 W, four on either; cars by a Poisson process, people who cross the first. */
export function litStreet(seed: number, { carsPerH = 0, peopleAnHour = 0, hours = 1 }): Twin {
  const departS: number[] = [];
  for (let at = 0, timeS = 0; carsPerH > 0; at++) {
    timeS += (-Math.log(1 - randomShare(seed, 4411, at, 0)) * 3600) / carsPerH;
    if (timeS >= hours * 3600) break;
    departS.push(timeS);
  }
  const twin = buildTownWithCrossings({
    links: [{ name: 'first', from: 'A', to: 'B', lengthM: 200 }, { name: 'second', from: 'B', to: 'C', lengthM: 200 }],
    movements: [{ from: 'first.0', to: 'second.0' }], vehicles: departS.map((timeS) => ({ departS: timeS, route: ['first', 'second'] })),
    crossings: peopleAnHour > 0 ? [{ control: 'zebra', peopleAnHour, lengthM: 7, on: [{ way: 'first.0', fromM: 100, nearM: 0, farM: 7 }] }] : [],
  });
  // Where the sun does not rise lamps burn all day.
  Object.assign(twin.facts, { originLatitudeDeg: 85, date: '2026-12-21' });
  writeZonesByClock(twin, [{ name: 'night', levels: [{ fromS: 0, outputShare: 0.5 }] }, { name: 'other', levels: [{ fromS: 0, outputShare: 0.7 }] }]);
  twin.cabinets = tableFrom(cabinetColumns, ['one', 'two'].map((name) => ({ name, xM: 0, yM: 0, commune: -1, ...PLAIN_CABINET })));
  twin.lamps = tableFrom(lampColumns, Array.from({ length: 8 }, (_, lamp) => ({
    name: `${lamp}`, xM: lamp * 50, yM: 0, street: lamp < 4 ? 0 : 1, cabinet: lamp < 6 ? 0 : 1, zone: lamp < 6 ? 0 : 1, luminaire: -1, replaced: -1, installedYear: 0,
    heightM: 8, ratedPowerW: 100, powerBeforeW: 200, ratedFluxLm: 10_000,
  })));
  return twin;
}

/** A change as somebody writes it. */
export interface WrittenChange { change: Change['change']; [field: string]: unknown }

/** The street with changes, which must be written rightly and fit. */
export function changed(twin: Twin, ...written: WrittenChange[]): Twin {
  const read = readChanges(written.map((change) => ({ ...change, why: 'to see what happens' })));
  const { value, problems } = read.value ? applyChanges(twin, read.value) : { value: undefined, problems: read.problems };
  if (!value) throw new Error(JSON.stringify(problems));
  return value;
}
