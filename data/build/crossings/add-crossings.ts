import { tableFrom, type RowValues } from '../../../engine/foundation/table.ts';
import { crossingColumns, crossingControl, crossingWindowColumns, walkingHourColumns } from '../../../engine/twin/crossings.ts';
import type { Twin } from '../../../engine/twin/twin.ts';
import { appendPoints } from '../append-points.ts';
import type { CrossingSite } from './crossing-site.ts';
import { indexStreets, layCrossing } from './lay-crossing.ts';
import { signalCrossings } from './signal-crossings.ts';

/** What became of the sites. */
export interface CrossingReport { crossings: number; withSignals: number; withoutRoom: number; withoutGreen: number }

/**
 * Writes crossings, their windows and, where they have signals, their groups in the plans. `hours`: when people come, one
 * weight an hour from midnight on. Sites without room on the lanes, and those whose junction leaves people no time, are
 * left out and counted. Call it before anything looks at the signal plans.
 */
export function addCrossings(twin: Twin, sites: readonly CrossingSite[], hours: readonly number[]): CrossingReport {
  const index = indexStreets(twin);
  const laid = sites.flatMap((site) => layCrossing(twin, index, site) ?? []);
  const signals = signalCrossings(twin, laid);
  const kept = laid.filter((crossing) => crossing.site.control !== 'signals' || signals.has(crossing));
  const windows: RowValues<typeof crossingWindowColumns>[] = [];
  let firstPoint = appendPoints(twin, kept.flatMap(({ line }) => line));
  twin.crossings = tableFrom(crossingColumns, kept.map((crossing, row) => {
    const { site, lengthM, widthM, line } = crossing, signal = signals.get(crossing), firstWindow = windows.length, first = firstPoint;
    windows.push(...crossing.windows.map((window) => ({ crossing: row, ...window })));
    firstPoint += line.length;
    return {
      name: site.name, junction: site.junction, control: crossingControl[site.control], controller: signal?.controller ?? -1, signalGroup: signal?.signalGroup ?? -1, vehicleGroup: signal?.vehicleGroup ?? -1,
      lengthM, widthM, dayPeopleCount: site.dayPeopleCount, dayProfile: 0, firstWindow, windowCount: crossing.windows.length, firstPoint: first, pointCount: line.length,
    };
  }));
  twin.crossingWindows = tableFrom(crossingWindowColumns, windows);
  const sum = hours.reduce((all, weight) => all + weight, 0);
  twin.walkingHours = tableFrom(walkingHourColumns, kept.length > 0 ? hours.map((weight) => ({ dayShare: weight / sum })) : []);
  return { crossings: kept.length, withSignals: signals.size, withoutRoom: sites.length - laid.length, withoutGreen: laid.length - kept.length };
}
