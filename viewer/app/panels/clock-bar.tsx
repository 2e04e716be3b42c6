import { DAY_S, formatClock } from '../../../engine/foundation/clock.ts';
import { DayChart } from '../charts/day-chart.tsx';
import { minuteRow } from '../feed/city-run.ts';
import type { Player } from '../player.ts';
import { speeds } from '../session/session.ts';
import { lightingWordsFor } from '../session/words.ts';
import { useMoment, useSession, useViewer, useWords } from '../viewer-context.ts';
import { failureWords } from './failure.tsx';
import { numberText } from './fact.ts';
import { Icon } from './icon.tsx';
import { simulatedDay } from './simulated-day.ts';
import { useHeight } from './use-height.ts';

const powerText = (language: string, powerW: number): { value: string; unit: string } =>
  powerW >= 1e6 ? { value: numberText(language as 'fr', powerW / 1e6, 2), unit: 'MW' } : { value: numberText(language as 'fr', powerW / 1000, powerW < 1e4 ? 1 : 0), unit: 'kW' };

/** Vehicles and lamp power of this moment, and how B differs from A. */
function Figures() {
  const { city } = useViewer();
  const words = useWords();
  const { language, timeS, shown } = { language: useSession((s) => s.language), timeS: useSession((s) => s.timeS), shown: useSession((s) => s.shown) };
  useSession((session) => session.results);
  const vehicleCount = useMoment((moment) => moment.vehicleCount);
  const waiting = useMoment((moment) => moment.waiting);
  const failure = useMoment((moment) => moment.failure);
  const minutesOf = (side: 'a' | 'b') => {
    const minutes = city.run(side)?.minutes;
    const row = minuteRow(minutes, timeS);
    return minutes && row >= 0 ? { powerW: minutes.lightingPowerW[row]!, running: minutes.running[row]! } : undefined;
  };
  const now = minutesOf(shown), a = minutesOf('a'), b = minutesOf('b');
  // Lamps on the map follow a trial of the panel; the run does not.
  const isTried = useSession(({ panel, lighting }) => panel === 'lighting' && Object.keys(lighting.programs).length > 0), tried = isTried ? lightingWordsFor(language) : undefined;
  const power = now && city.twin.lamps.count > 0 ? powerText(language, now.powerW) : undefined;
  const change = a && b && a.powerW > 0 ? ((b.powerW - a.powerW) / a.powerW) * 100 : undefined;
  return (
    <div className="figures">
      {city.run(shown) === undefined && <span className="planned">{words.planned}</span>}
      {now && <span className="figure"><b data-figure="vehicles">{numberText(language, vehicleCount ?? now.running)}</b> <span className="figure-label">{words.running}</span></span>}
      {power && <span className="figure" title={tried ? tried.powerWithoutTrialWhy : undefined}><b data-figure="power">{power.value}</b> {power.unit} <span className="figure-label">{tried ? tried.powerWithoutTrial : words.lampPower}</span></span>}
      {change !== undefined && Math.abs(change) >= 0.05 && <span className="figure change" title={words.compared}><b>{change > 0 ? '+' : '−'}{numberText(language, Math.abs(change), 1)}</b> % <span className="figure-label">B / A</span></span>}
      {waiting && <span className="waiting" role="status">{words.buffering}</span>}
      {failure !== undefined && <span className="failed" role="alert">{words.segmentFailed} {failureWords(failure, words).mend}</span>}
    </div>
  );
}

/** Hour and day of the simulation. */
function Now() {
  const { city } = useViewer();
  const timeS = useSession((state) => state.timeS);
  const language = useSession((state) => state.language);
  const day = simulatedDay(city.twin.facts.date, timeS, language);
  return (
    <div className="moment">
      <time className="now">{formatClock(timeS)}{timeS >= DAY_S && <small> +{Math.floor(timeS / DAY_S)}</small>}</time>
      {day && <time className="date" dateTime={day.date}><span className="full">{day.full}</span><span className="short">{day.short}</span></time>}
    </div>
  );
}

/** The clock: play, speed, and the day to scrub through. */
export function ClockBar() {
  const { player } = useViewer();
  return player ? <Clock player={player} /> : null;
}

function Clock({ player }: { player: Player }) {
  const { session, actions } = useViewer();
  const words = useWords();
  const bar = useHeight<HTMLElement>('--clock-bar');
  const playing = useSession((state) => state.playing);
  const speed = useSession((state) => state.speed);
  const timeS = useSession((state) => state.timeS);
  const playPause = actions.find(({ name }) => name === 'play-pause');
  const { fromS, untilS } = player.clock;
  return (
    <footer ref={bar} className="clock-bar panel">
      <button type="button" className="button round" aria-label={playing ? words.pause : words.play} title={`${playing ? words.pause : words.play} (␣)`} onClick={() => playPause?.run()}>
        <Icon name={playing ? 'pause' : 'play'} />
      </button>
      <Now />
      <select className="speed" aria-label={words.speed} value={speed} onChange={(event) => session.setState({ speed: Number(event.target.value) })}>
        {speeds.map((offered) => <option key={offered} value={offered}>{offered} ×</option>)}
      </select>
      <Figures />
      <div className="scrub">
        <DayChart fromS={fromS} untilS={untilS} />
        <input type="range" min={fromS} max={untilS} step={60} value={timeS} aria-label={words.clock} aria-valuetext={formatClock(timeS)} onChange={(event) => session.setState({ timeS: Number(event.target.value) })} />
      </div>
    </footer>
  );
}
