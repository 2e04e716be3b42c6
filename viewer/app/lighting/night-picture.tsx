import { useEffect, useMemo, useRef, useState, type PointerEvent } from 'react';
import { DAY_S } from '../../../engine/foundation/clock.ts';
import { numbersIn } from '../../../scenarios/language/numbers.ts';
import { zoneInWords } from '../../../scenarios/language/zones.ts';
import { lightingWordsFor } from '../session/words.ts';
import { useSession, useViewer } from '../viewer-context.ts';
import { clockText } from './clock-text.ts';
import { HourChoice } from './hour-choice.tsx';
import { HourStrip } from './hour-strip.tsx';
import { nightOf, type NightHour, type OutputStretch } from './night-output.ts';
import { DAY_MIN, withLevel, type TrialLevel } from './trial-program.ts';
import type { StreetHour, ZoneNight } from './trial-streets.ts';
import type { Trial } from './use-trial.ts';

const HEIGHT_PX = 132, TOP_PX = 20, BOTTOM_PX = 8;
/** Room beside the picture, the same in the strip of hours below it. */
export const LEFT_PX = 40, RIGHT_PX = 6;
/** Half of what the longest label of sunrise takes: on a narrow screen it stays within the picture. */
const HALF_LABEL_PX = 40;
/** A dragged step comes to rest at these. */
const SNAP_MIN = 5, SNAP_SHARE = 0.05;

/** Output through the night as it is and as it is tried, with a handle at each step; below it the hours of the night. */
export function NightPicture({ trial, night, before, hours, streetHours }: { trial: Trial; night: ZoneNight; before: ZoneNight; hours: readonly NightHour[]; streetHours: readonly StreetHour[] | undefined }) {
  const { city: { twin } } = useViewer();
  const language = useSession((state) => state.language), words = lightingWordsFor(language), { share } = numbersIn(language);
  const picture = useRef<SVGSVGElement>(null), widthPx = useWidth(picture);
  const { sunsetS, sunriseS } = useMemo(() => nightOf(twin), [twin]);
  const fromS = hours[0]!.fromS, untilS = hours.at(-1)!.fromS + 3600, insidePx = widthPx - LEFT_PX - RIGHT_PX;
  const x = (timeS: number): number => LEFT_PX + ((Math.min(untilS, Math.max(fromS, timeS)) - fromS) / (untilS - fromS)) * insidePx;
  const y = (of: number): number => TOP_PX + (1 - of) * (HEIGHT_PX - TOP_PX - BOTTOM_PX);
  const shapeOf = (stretches: readonly OutputStretch[]): string => `M${stretches.map((one) => `${x(one.fromS).toFixed(1)},${y(one.fromShare).toFixed(1)}L${x(one.untilS).toFixed(1)},${y(one.untilShare).toFixed(1)}`).join('L')}`;
  /** When a step counts from, in the night that is shown. */
  const originS: Readonly<Record<TrialLevel['reference'], number>> = { clock: 0, sunset: sunsetS, sunrise: sunriseS, nightMiddle: (sunsetS + sunriseS) / 2 };
  const timeOf = ({ reference, atMin }: TrialLevel): number => (reference === 'clock' && atMin < DAY_MIN / 2 ? DAY_S : originS[reference]) + atMin * 60;
  const drag = (at: number) => (event: PointerEvent<SVGCircleElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = picture.current!.getBoundingClientRect(), level = trial.levels[at]!;
    const timeS = fromS + ((event.clientX - box.left - LEFT_PX) / insidePx) * (untilS - fromS), of = (HEIGHT_PX - BOTTOM_PX - (event.clientY - box.top)) / (HEIGHT_PX - TOP_PX - BOTTOM_PX);
    const min = Math.round((Math.min(untilS, Math.max(fromS, timeS)) - originS[level.reference]) / 60 / SNAP_MIN) * SNAP_MIN;
    const outputShare = Math.round(Math.round(Math.min(1, Math.max(0, of)) / SNAP_SHARE) * SNAP_SHARE * 100) / 100;
    trial.setLevels(withLevel(trial.levels, at, { outputShare, atMin: level.reference === 'clock' ? min % DAY_MIN : min }));
  };
  return (
    <div className="night-picture">
      <h3>{words.program}</h3>
      <svg ref={picture} height={HEIGHT_PX} role="img" aria-label={words.curve(zoneInWords(trial.zoneName, language))}>
        <rect className="daytime" x={LEFT_PX} y={TOP_PX} width={Math.max(0, insidePx)} height={HEIGHT_PX - TOP_PX - BOTTOM_PX} />
        {sunriseS > sunsetS && <rect className="dark" x={x(sunsetS)} y={TOP_PX} width={x(sunriseS) - x(sunsetS)} height={HEIGHT_PX - TOP_PX - BOTTOM_PX} />}
        {[0, 0.5, 1].map((of) => <g key={of}><path className="grid" d={`M${LEFT_PX} ${y(of)}H${widthPx - RIGHT_PX}`} /><text x={LEFT_PX - 5} y={y(of) + 4} textAnchor="end">{share(of)}</text></g>)}
        {Number.isFinite(sunsetS) && <text x={x(sunsetS)} y={13} textAnchor="middle">{words.sunset(clockText(sunsetS / 60))}</text>}
        {Number.isFinite(sunriseS) && <text x={Math.min(x(sunriseS), widthPx - HALF_LABEL_PX)} y={13} textAnchor="middle">{words.sunrise(clockText(sunriseS / 60))}</text>}
        <path className="as-it-is" d={shapeOf(before.stretches)} />
        <path className="tried" d={shapeOf(night.stretches)} />
        {trial.levels.map((level, at) => (
          <g key={at} className="handle" transform={`translate(${x(timeOf(level))} ${y(level.outputShare)})`}>
            <circle r={15} className="grip" onPointerDown={(event) => { event.preventDefault(); event.currentTarget.setPointerCapture(event.pointerId); }} onPointerMove={drag(at)} />
            <circle r={8} /><text y={4} textAnchor="middle">{at + 1}</text>
          </g>
        ))}
      </svg>
      <HourStrip hours={hours} streetHours={streetHours} />
      <HourChoice hours={hours} streetHours={streetHours} />
      <p className="note">{words.curveLegend} {words.barsLegend}</p>
    </div>
  );
}

/** Width of an element, px; something near until it stands. */
function useWidth(element: { current: SVGSVGElement | null }): number {
  const [widthPx, setWidthPx] = useState(440);
  useEffect(() => {
    const watched = element.current;
    if (!watched) return;
    const observer = new ResizeObserver(() => setWidthPx(watched.getBoundingClientRect().width));
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return widthPx;
}
