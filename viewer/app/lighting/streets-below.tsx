import { useEffect, useMemo, useState } from 'react';
import { lightVerdict } from '../../../engine/lighting/compliance/compliance-at.ts';
import { numbersIn } from '../../../scenarios/language/numbers.ts';
import { MARK_FLOATS } from '../map/draw-lit-streets.ts';
import { Sign } from '../panels/side-panel.tsx';
import { lightingWordsFor } from '../session/words.ts';
import { useSession, useViewer } from '../viewer-context.ts';
import { belowClass, judgedStreets, judgeZone, type CityStreets } from './city-streets.ts';
import { hourText } from './clock-text.ts';
import { MapCaption } from './map-caption.tsx';
import { StreetTable } from './street-table.tsx';
import type { StreetHour } from './trial-streets.ts';
import type { StreetsPart } from './use-trial.ts';
import { markStreet, verdictSigns, type VerdictSign } from './verdict-signs.ts';

/** The streets of the zone at the chosen hour: on the map by their signs, counted in the legend, and those below their class in a table. */
export function StreetsBelow({ part, rows, hours, before, file }: { part: StreetsPart; rows: readonly number[]; hours: readonly StreetHour[] | undefined; before: readonly StreetHour[] | undefined; file: string | undefined }) {
  const language = useSession((state) => state.language), words = lightingWordsFor(language), hour = useSession((state) => state.lighting.hour);
  const now = hours?.find((one) => one.hour === hour), from = hourText(hour);
  return (
    <div className="streets-below">
      <h3>{words.streets(from, hourText((hour + 1) % 24))}</h3>
      {part.is === 'coming' && <p className="note" role="status">{words.streetsComing}</p>}
      {part.is === 'failed' && <p className="failed" role="alert">{words.streetsFailed}</p>}
      {part.is === 'here' && (now?.share === undefined ? <p className="note">{words.hourDay(from)}</p> : <AtHour streets={part.streets} rows={rows} now={now} share={now.share} file={file} before={before?.find((one) => one.hour === hour)} />)}
    </div>
  );
}

function AtHour({ streets, rows, now, share, before, file }: { streets: CityStreets; rows: readonly number[]; now: StreetHour; share: number; before: StreetHour | undefined; file: string | undefined }) {
  const { city: { twin }, map } = useViewer();
  const language = useSession((state) => state.language), words = lightingWordsFor(language), { plain, signed, share: percent } = numbersIn(language);
  const [onMap, setOnMap] = useState(true);
  const verdicts = useMemo(() => {
    const found = new Uint8Array(rows.length);
    judgeZone(twin, streets, rows, now.hour, share, found);
    return found;
  }, [twin, streets, rows, now.hour, share]);
  // Written over with each verdict: the map copies it, and another one for each move of a slider is work for the garbage collector.
  const marks = useMemo(() => new Float32Array(twin.litStreets.count * MARK_FLOATS), [twin]);
  useEffect(() => {
    verdicts.forEach((verdict, at) => markStreet(marks, rows[at]!, verdict));
    map?.setStreetMarks(onMap ? marks : undefined);
  }, [map, marks, rows, verdicts, onMap]);
  useEffect(() => () => map?.setStreetMarks(undefined), [map]);
  const of = ({ verdicts }: VerdictSign, counts: ArrayLike<number>): number => verdicts.reduce((sum, verdict) => sum + counts[verdict]!, 0);
  const { counts } = now, below = belowClass(counts.streets), change = below - belowClass(before?.counts.streets ?? []), unknown = counts.streets[lightVerdict.unknown]!, judged = judgedStreets(counts);
  return (
    <>
      {judged > 0 && <p className="verdict"><b data-figure="below">{plain(below)}</b> {words.belowOf(below, plain(judged), plain(belowClass(counts.km), 1))} {change !== 0 && <b className={change > 0 ? 'worse' : 'better'}>({words.against(signed(change))})</b>}</p>}
      {judged > 0 && <p className="note">{words.judgedAt(percent(share))}</p>}
      <label className="on-map"><input type="checkbox" checked={onMap} onChange={() => setOnMap(!onMap)} /> {words.onMap}</label>
      {onMap && map && <MapCaption hour={now.hour} />}
      <table className="legend">
        <caption className="unseen">{words.legend}</caption>
        <thead className="unseen"><tr><th scope="col">{words.verdict}</th><th scope="col">{words.count}</th><th scope="col">km</th></tr></thead>
        <tbody>
          {verdictSigns.map((sign) => (
            <tr key={sign.name} data-verdict={sign.name}>
              <th scope="row"><Sign sign={sign.sign} /> {words.verdictNamed(sign.name)}</th>
              <td>{plain(of(sign, counts.streets))}</td><td>{plain(of(sign, counts.km), 1)} <span className="unit">km</span></td>
            </tr>
          ))}
        </tbody>
      </table>
      {unknown > 0 && <p className="note">{words.unknown(unknown, plain(unknown))}</p>}
      <StreetTable streets={streets} rows={rows} verdicts={verdicts} hour={now.hour} share={share} file={file} />
    </>
  );
}
