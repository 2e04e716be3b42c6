import { useEffect, useMemo, useState } from 'react';
import { figuresAt } from '../../../engine/lighting/compliance/class-needs.ts';
import { isBelowClass, lightVerdict, needsOf } from '../../../engine/lighting/compliance/compliance-at.ts';
import { shortfalls, type Shortfall } from '../../../engine/lighting/road/compliance.ts';
import { lightingClass, type LightingClass } from '../../../engine/lighting/road/lighting-classes.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import { numbersIn } from '../../../scenarios/language/numbers.ts';
import { MARK_FLOATS } from '../map/draw-lit-streets.ts';
import { placeOf } from '../map/thing-place.ts';
import { Sign } from '../panels/side-panel.tsx';
import { lightingWordsFor, thingWordsFor } from '../session/words.ts';
import { useSession, useViewer } from '../viewer-context.ts';
import { belowClass, judgedStreets, judgeZone, noCounts, type CityStreets } from './city-streets.ts';
import { leastShare } from './night-output.ts';
import type { StreetHour, ZoneNight } from './trial-streets.ts';
import type { StreetsPart } from './use-trial.ts';
import { markStreet, signOf, verdictSigns, type VerdictSign } from './verdict-signs.ts';

/** More rows than this nobody reads; the sum says how many there are. */
const MOST_ROWS = 60;

interface Judged { row: number; verdict: number }

/** The streets of the zone at the chosen hour: on the map by their signs, counted in the legend, and those below their class in a table. */
export function StreetsBelow({ part, rows, hours, before }: { part: StreetsPart; rows: readonly number[]; hours: readonly StreetHour[] | undefined; before: ZoneNight }) {
  const language = useSession((state) => state.language), words = lightingWordsFor(language), hour = useSession((state) => state.lighting.hour);
  const now = hours?.find((one) => one.hour === hour), from = `${hour}:00`;
  return (
    <div className="streets-below">
      <h3>{words.streets(from)}</h3>
      {part.is === 'coming' && <p className="note" role="status">{words.streetsComing}</p>}
      {part.is === 'failed' && <p className="failed" role="alert">{words.streetsFailed}</p>}
      {part.is === 'here' && (now?.share === undefined ? <p className="note">{words.hourDay(from)}</p> : <AtHour streets={part.streets} rows={rows} now={now} share={now.share} before={before} />)}
    </div>
  );
}

function AtHour({ streets, rows, now, share, before }: { streets: CityStreets; rows: readonly number[]; now: StreetHour; share: number; before: ZoneNight }) {
  const { city: { twin }, map } = useViewer();
  const language = useSession((state) => state.language), words = lightingWordsFor(language), { plain, signed, share: percent } = numbersIn(language);
  const [onMap, setOnMap] = useState(true);
  const { list, marks } = useMemo(() => {
    const found: Judged[] = [], drawn = new Float32Array(twin.litStreets.count * MARK_FLOATS);
    judgeZone(twin, streets, rows, now.hour, share, (row, verdict) => {
      markStreet(drawn, row, verdict);
      if (isBelowClass(verdict) || verdict === lightVerdict.dark) found.push({ row, verdict });
    });
    return { list: found, marks: drawn };
  }, [twin, streets, rows, now.hour, share]);
  useEffect(() => {
    map?.setStreetMarks(onMap ? marks : undefined);
    return () => map?.setStreetMarks(undefined);
  }, [map, marks, onMap]);
  const shareBefore = leastShare(before.stretches, before.burning, now);
  const countsBefore = useMemo(() => (shareBefore === undefined ? noCounts() : judgeZone(twin, streets, rows, now.hour, shareBefore)), [twin, streets, rows, now.hour, shareBefore]);
  const of = ({ verdicts }: VerdictSign, counts: ArrayLike<number>): number => verdicts.reduce((sum, verdict) => sum + counts[verdict]!, 0);
  const { counts } = now, below = belowClass(counts.streets), change = below - belowClass(countsBefore.streets), unknown = counts.streets[lightVerdict.unknown]!, judged = judgedStreets(counts);
  return (
    <>
      {judged > 0 && <p className="verdict"><b data-figure="below">{plain(below)}</b> {words.belowOf(below, plain(judged), plain(belowClass(counts.km), 1))} {change !== 0 && <b className={change > 0 ? 'worse' : 'better'}>({words.against(signed(change))})</b>}</p>}
      {judged > 0 && <p className="note">{words.judgedAt(percent(share))}</p>}
      <label className="on-map"><input type="checkbox" checked={onMap} onChange={() => setOnMap(!onMap)} /> {words.onMap}</label>
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
      <StreetTable streets={streets} judged={list} hour={now.hour} share={share} />
    </>
  );
}

/** The streets of one name that are below their class, told by their worst stretch. `leastShare`: output that it would need, of full; infinite where none would do. */
interface Street extends Judged { leastShare: number; km: number }

const worseFirst = (one: Street, other: Street): number => one.verdict - other.verdict || (one.leastShare === other.leastShare ? 0 : other.leastShare - one.leastShare);

function byName(twin: ReadingTwin, { light, need }: CityStreets, judged: readonly Judged[], hour: number): Street[] {
  const { litStreets, streets } = twin, { leastShare } = needsOf(twin, light), named = new Map<string | number, Street>();
  for (const { row, verdict } of judged) {
    const street = litStreets.street[row]!, key = streets.name[street] || street, before = named.get(key);
    const here: Street = { row, verdict, leastShare: leastShare[need[hour * litStreets.count + row]!]!, km: streets.lengthM[street]! / 1000 };
    named.set(key, before ? { ...(worseFirst(here, before) < 0 ? here : before), km: before.km + here.km } : here);
  }
  return [...named.values()].sort(worseFirst);
}

/** What a street misses most of its class. */
function missesMost({ litStreets }: ReadingTwin, { light, classIndex }: CityStreets, { row, verdict }: Judged, hour: number, share: number): { asked: LightingClass; short: Shortfall | undefined } {
  const asked = lightingClass(litStreets.family[row]!, classIndex[hour * litStreets.count + row]!);
  const all = verdict === lightVerdict.dark ? [] : shortfalls(figuresAt(light, row, share), asked);
  return { asked, short: all.sort((one, other) => other.shortShare - one.shortShare)[0] };
}

/** The worst first: those that more light would help, then the others. */
function StreetTable({ streets, judged, hour, share }: { streets: CityStreets; judged: readonly Judged[]; hour: number; share: number }) {
  const { city: { twin }, session, map } = useViewer();
  const language = useSession((state) => state.language), words = lightingWordsFor(language), things = thingWordsFor(language), { plain } = numbersIn(language);
  const list = useMemo(() => byName(twin, streets, judged, hour), [twin, streets, judged, hour]);
  if (list.length === 0) return null;
  const goTo = (street: number): void => {
    const thing = { kind: 'streets', row: street } as const, place = placeOf(twin, thing);
    session.setState({ selected: thing });
    if (place) map?.setCamera({ xM: place.xM, yM: place.yM, zoom: Math.min(16, place.zoom) }, 900);
  };
  return (
    <div className="street-table" tabIndex={0} role="group" aria-label={words.tableBelow}>
      <table>
        <caption className="unseen">{words.tableBelow}</caption>
        <thead><tr><th scope="col">{things.kindStreet}</th><th scope="col">km</th><th scope="col">{words.lightingClass}</th><th scope="col">{words.missing}</th></tr></thead>
        <tbody>
          {list.slice(0, MOST_ROWS).map((one) => {
            const { row, verdict, km } = one, { asked, short } = missesMost(twin, streets, one, hour, share);
            const street = twin.litStreets.street[row]!, sign = signOf(verdict), decimals = short?.criterion === 'fTiPct' ? 0 : 2;
            return (
              <tr key={row}>
                <th scope="row">{sign && <Sign sign={sign.sign} />} <button type="button" className="link" onClick={() => goTo(street)}>{twin.streets.name[street] || things.unnamed}</button></th>
                <td>{plain(km, 1)}</td>
                <td>{asked.name}</td>
                <td>{short ? words.shortOf(short.criterion, plain(short.value, decimals), plain(short.asked, decimals)) : words.verdictNamed('dark')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {list.length > MOST_ROWS && <p className="note">{words.moreRows(plain(list.length - MOST_ROWS))}</p>}
    </div>
  );
}
