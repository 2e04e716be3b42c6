import { numbersIn } from '../../../scenarios/language/numbers.ts';
import { lightingWordsFor } from '../session/words.ts';
import { useSession } from '../viewer-context.ts';
import { judgedStreets } from './city-streets.ts';
import { useChooseHour } from './choose-hour.ts';
import { hourText } from './clock-text.ts';
import { useHourSaid } from './hour-said.ts';
import type { NightHour } from './night-output.ts';
import type { StreetHour } from './trial-streets.ts';
import { verdictSigns } from './verdict-signs.ts';

const css = ([r, g, b]: readonly [number, number, number]): string => `rgb(${r} ${g} ${b})`;
/** What a bar shows, from below: what the program is to blame for first. */
const inBar = verdictSigns.filter(({ name }) => name === 'tooDim' || name === 'glaring' || name === 'neverKeeps');

/** The hours of the night: how much of the zone is below its class in each; the chosen one is on the map and in the list. */
export function HourStrip({ hours, streetHours }: { hours: readonly NightHour[]; streetHours: readonly StreetHour[] | undefined }) {
  const language = useSession((state) => state.language), chosen = useSession((state) => state.lighting.hour);
  const words = lightingWordsFor(language), { share } = numbersIn(language), saidOf = useHourSaid(), choose = useChooseHour();
  return (
    <fieldset className="hour-strip">
      <legend className="unseen">{words.hoursOfNight}</legend>
      <span className="scale" aria-hidden="true"><span>{share(1)}</span><span>{share(0)}</span></span>
      {hours.map((one, at) => {
        const of = streetHours?.[at], all = of ? judgedStreets(of.counts) : 0;
        const said = of ? saidOf(of) : hourText(one.hour);
        return (
          <label key={one.hour} title={said} className={of && of.share === undefined ? 'day' : ''}>
            <input className="unseen" type="radio" name="night-hour" aria-label={said} checked={chosen === one.hour} onChange={() => choose(one)} />
            <span className="bar" aria-hidden="true">
              {of && all > 0 && inBar.map(({ name, verdicts, sign }) => {
                const count = verdicts.reduce((sum, verdict) => sum + of.counts.streets[verdict]!, 0);
                return count > 0 && <i key={name} className={sign.shape} style={{ height: `${Math.max(4, (100 * count) / all)}%`, backgroundColor: css(sign.colour) }} />;
              })}
            </span>
            <span className="hour" aria-hidden="true">{one.hour % 2 === 0 ? one.hour : ''}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
