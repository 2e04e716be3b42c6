import { f64, i32, makeTable, rowOf, u32, type Table } from '../foundation/table.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/** One row for each detector. */
export const detectorStateColumns = {
  overSlot: i32('slot of the vehicle over a loop, -1 for none'),
  overDeparture: rowOf('departures', 'the departure of that vehicle, for its slot may have been taken again'),
  overSinceS: f64('when its front came over the loop'),
  clearOdometerM: f64('its odometer when its rear is past the loop'),
  leftS: f64('when the last vehicle left the loop; the start of the run before the first'),
  vehicles: u32('counted since the start of the interval'),
  occupiedS: f64('loops: time with a vehicle over it since the start of the interval; lane areas: time times covered share'),
  vehicleSeconds: f64('lane areas: time on it by all vehicles since the start of the interval'),
  speedSum: f64('loops: speeds of the vehicles counted, added up; lane areas: metres driven on it by all vehicles'),
  fromS: f64('start of the interval'),
};

export type DetectorStates = Table<typeof detectorStateColumns>;

/** What the detectors have seen. */
export interface DetectorState {
  rows: DetectorStates;
  /** The next end of an interval of any detector. */
  nextRecordS: number;
}

export function prepareDetectorState({ detectors }: ReadingTwin, fromS: number): DetectorState {
  const rows = makeTable(detectorStateColumns, detectors.count);
  rows.overSlot.fill(-1);
  rows.overDeparture.fill(-1);
  rows.leftS.fill(fromS);
  rows.fromS.fill(fromS);
  let nextRecordS = Infinity;
  for (let row = 0; row < detectors.count; row++) {
    if (detectors.intervalS[row]! > 0) nextRecordS = Math.min(nextRecordS, fromS + detectors.intervalS[row]!);
  }
  return { rows, nextRecordS };
}
