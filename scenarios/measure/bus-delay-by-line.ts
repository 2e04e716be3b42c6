import { forEachBusLateness } from './bus-lateness.ts';
import type { Measured } from './indicator.ts';

/** How late the buses of a line left their stops; early counts as zero. */
export interface LineDelay {
  line: string;
  /** 0xRRGGBB. */
  colour: number;
  stopVisits: number;
  meanDelayS: number;
}

/** Lines in the order of their rows; those that served no timetabled stop are left out. */
export function busDelayByLine(over: Pick<Measured, 'twin' | 'tables'>): LineDelay[] {
  const { lines, trips, departures } = over.twin;
  const visits = new Uint32Array(lines.count), sumS = new Float64Array(lines.count);
  forEachBusLateness(over, (lateS, departure) => {
    const trip = departures.trip[departure]!;
    if (trip < 0) return;
    visits[trips.line[trip]!]! += 1;
    sumS[trips.line[trip]!]! += Math.max(0, lateS);
  });
  return Array.from(visits, (stopVisits, line) => ({
    line: lines.name[line]!, colour: lines.colour[line]!, stopVisits, meanDelayS: sumS[line]! / stopVisits,
  })).filter((one) => one.stopVisits > 0);
}
