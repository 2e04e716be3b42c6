import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { CityRun } from '../feed/city-run.ts';
import { daylightAt } from '../map/daylight.ts';
import { useMoment, useSession, useViewer } from '../viewer-context.ts';

const HEIGHT_PX = 44;
const palette = {
  day: { running: '#2b6cb0', lamps: '#b45309', other: '#64748b', night: 'rgba(40, 52, 84, 0.13)' },
  night: { running: '#7db4f0', lamps: '#f5b45c', other: '#94a3b8', night: 'rgba(6, 10, 22, 0.45)' },
};

/** Values of a run at every fifth minute of the day; null where it recorded nothing. */
function sampled(run: CityRun | undefined, timesS: readonly number[], column: 'running' | 'lightingPowerW'): (number | null)[] {
  const minutes = run?.minutes;
  let row = 0;
  return timesS.map((timeS) => {
    if (!minutes || minutes.count === 0 || timeS < minutes.timeS[0]! || timeS > minutes.timeS[minutes.count - 1]! + 60) return null;
    while (row + 1 < minutes.count && minutes.timeS[row + 1]! <= timeS) row++;
    return minutes[column][row]!;
  });
}

/** Vehicles running (blue) and lamp power (amber) under the scrubber; the other scenario dashed; nights shaded. */
export function DayChart({ fromS, untilS }: { fromS: number; untilS: number }) {
  const { city } = useViewer();
  const holder = useRef<HTMLDivElement>(null);
  const shown = useSession((session) => session.shown);
  const results = useSession((session) => session.results);
  const night = useMoment((moment) => moment.night);
  useEffect(() => {
    const parent = holder.current;
    if (!parent) return;
    const colours = night ? palette.night : palette.day;
    const stepS = Math.max(60, (untilS - fromS) / 288);
    const timesS = Array.from({ length: Math.floor((untilS - fromS) / stepS) + 1 }, (_, at) => fromS + at * stepS);
    const now = city.run(shown), other = city.run(shown === 'a' ? 'b' : 'a');
    const dark = timesS.map((timeS) => daylightAt(city.twin.facts, timeS).sunAltitudeDeg < -1);
    const line = (stroke: string, scale: string, dashed: boolean, fill?: string): uPlot.Series =>
      ({ stroke, scale, width: dashed ? 1 : 1.6, points: { show: false }, ...(dashed ? { dash: [4, 3] } : {}), ...(fill ? { fill } : {}) });
    const shadeNights = (plot: uPlot): void => {
      plot.ctx.fillStyle = colours.night;
      for (let at = 0; at < dark.length; at++) {
        if (!dark[at] || dark[at - 1]) continue;
        let last = at;
        while (dark[last + 1]) last++;
        const from = plot.valToPos(timesS[at]!, 'x', true), until = plot.valToPos(Math.min(untilS, timesS[last]! + stepS), 'x', true);
        plot.ctx.fillRect(from, plot.bbox.top, until - from, plot.bbox.height);
      }
    };
    const plot = new uPlot({
      width: parent.clientWidth, height: HEIGHT_PX, padding: [2, 0, 0, 0], legend: { show: false }, cursor: { show: false },
      scales: { x: { time: false, range: [fromS, untilS] }, vehicles: { range: (_, _low, high) => [0, Math.max(1, high) * 1.08] }, power: { range: (_, _low, high) => [0, Math.max(1, high) * 1.3] } },
      axes: [{ show: false }, { show: false, scale: 'vehicles' }, { show: false, scale: 'power' }],
      series: [{}, line(colours.running, 'vehicles', false, `${colours.running}22`), line(colours.lamps, 'power', false), line(colours.other, 'vehicles', true), line(colours.lamps, 'power', true)],
      hooks: { drawClear: [shadeNights] },
    }, [timesS, sampled(now, timesS, 'running'), sampled(now, timesS, 'lightingPowerW'), sampled(other, timesS, 'running'), sampled(other, timesS, 'lightingPowerW')], parent);
    const watch = new ResizeObserver(() => plot.setSize({ width: parent.clientWidth, height: HEIGHT_PX }));
    watch.observe(parent);
    return () => {
      watch.disconnect();
      plot.destroy();
    };
  }, [city, shown, results, night, fromS, untilS]);
  return <div ref={holder} className="day-chart" aria-hidden="true" />;
}
