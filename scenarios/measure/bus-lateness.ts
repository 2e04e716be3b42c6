import type { Measured } from './indicator.ts';
import { isBus } from './vehicle-kind.ts';

/** Tells how late every timetabled stop of a bus was left: seconds, negative for early. */
export function forEachBusLateness({ twin, tables: { stopVisits } }: Pick<Measured, 'twin' | 'tables'>, tell: (lateS: number, departure: number) => void): void {
  const { departure, departS, timetabledDepartS } = stopVisits;
  for (let row = 0; row < stopVisits.count; row++) {
    if (timetabledDepartS[row]! < 0 || !isBus(twin, departure[row]!)) continue;
    tell(departS[row]! - timetabledDepartS[row]!, departure[row]!);
  }
}

/** Share of timetabled stops of buses left between two latenesses, percent; null where there are none. */
export function percentOnTime(over: Pick<Measured, 'twin' | 'tables'>, { earliest, latest }: { earliest: number; latest: number }): number | null {
  let onTime = 0, visits = 0;
  forEachBusLateness(over, (lateS) => {
    visits++;
    if (lateS >= earliest && lateS <= latest) onTime++;
  });
  return visits > 0 ? (100 * onTime) / visits : null;
}
