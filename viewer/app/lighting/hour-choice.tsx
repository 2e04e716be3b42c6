import { useRef } from 'react';
import { lightingWordsFor } from '../session/words.ts';
import { useSession } from '../viewer-context.ts';
import { useChooseHour } from './choose-hour.ts';
import { hourText } from './clock-text.ts';
import { useHourSaid } from './hour-said.ts';
import type { NightHour } from './night-output.ts';
import type { StreetHour } from './trial-streets.ts';

/** Which hour list and map judge, in words: bars of the strip are too narrow for a finger, and the clock may stand elsewhere. */
export function HourChoice({ hours, streetHours }: { hours: readonly NightHour[]; streetHours: readonly StreetHour[] | undefined }) {
  const language = useSession((state) => state.language), words = lightingWordsFor(language), said = useHourSaid(), choose = useChooseHour();
  const select = useRef<HTMLSelectElement>(null), hour = useSession((state) => state.lighting.hour), clockHour = useSession(({ timeS }) => Math.floor(Math.max(0, timeS) / 3600) % 24);
  const range = (of: number): string => words.hourRange(hourText(of), hourText((of + 1) % 24));
  const ofClock = hours.find((one) => one.hour === clockHour), chosen = streetHours?.find((one) => one.hour === hour);
  // The button is gone once it was pressed: whoever came by keyboard stays beside it.
  const judgeClockHour = (of: NightHour): void => { select.current?.focus(); choose(of); };
  return (
    <div className="hour-choice">
      <label>{words.judgedHour} <select ref={select} value={hour} onChange={({ target }) => choose(hours.find((one) => one.hour === Number(target.value))!)}>
        {!hours.some((one) => one.hour === hour) && <option value={hour}>{range(hour)}</option>}
        {hours.map((one) => <option key={one.hour} value={one.hour}>{range(one.hour)}</option>)}
      </select></label>
      {ofClock && clockHour !== hour && <button type="button" className="button" onClick={() => judgeClockHour(ofClock)}>{words.judgeClockHour(range(clockHour))}</button>}
      {chosen && <p className="note">{said(chosen)}</p>}
    </div>
  );
}
