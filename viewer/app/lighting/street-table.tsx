import { memo, useCallback, useMemo } from 'react';
import { figuresAt } from '../../../engine/lighting/compliance/class-needs.ts';
import { isBelowClass, lightVerdict, needsOf } from '../../../engine/lighting/compliance/compliance-at.ts';
import { shortfalls, worstFirst, type Shortfall } from '../../../engine/lighting/road/compliance.ts';
import { lightingClass, type LightingClass } from '../../../engine/lighting/road/lighting-classes.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import { numbersIn } from '../../../scenarios/language/numbers.ts';
import { placeOf } from '../map/thing-place.ts';
import { Sign } from '../panels/side-panel.tsx';
import { lightingWordsFor, thingWordsFor } from '../session/words.ts';
import { useSession, useViewer } from '../viewer-context.ts';
import type { CityStreets } from './city-streets.ts';
import { signOf } from './verdict-signs.ts';

/** More rows than this nobody reads here; below them stands how many there are, and where. */
const MOST_ROWS = 30;

/** The stretches of one street of a commune that are below their class, told by the worst. `leastShare`: output that it would need, of full; infinite where none would do. */
interface Street { row: number; verdict: number; leastShare: number; km: number }

const worseFirst = (one: Street, other: Street): number => one.verdict - other.verdict || (one.leastShare === other.leastShare ? 0 : other.leastShare - one.leastShare);
const isListed = (verdict: number): boolean => isBelowClass(verdict) || verdict === lightVerdict.dark;

/** A moved slider asks for it each time: nothing is made for a stretch, only for a street. */
function byStreet(twin: ReadingTwin, { light, need, sameStreet }: CityStreets, rows: readonly number[], verdicts: Uint8Array, hour: number): Street[] {
  const { litStreets, streets } = twin, needs = needsOf(twin, light), first = hour * litStreets.count, found = new Map<number, Street>();
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!, verdict = verdicts[at]!;
    if (!isListed(verdict)) continue;
    const km = streets.lengthM[litStreets.street[row]!]! / 1000, leastShare = needs.leastShare[need[first + row]!]!, street = found.get(sameStreet[row]!);
    if (!street) { found.set(sameStreet[row]!, { row, verdict, leastShare, km }); continue; }
    street.km += km;
    if (verdict > street.verdict || (verdict === street.verdict && !(leastShare > street.leastShare))) continue;
    street.row = row; street.verdict = verdict; street.leastShare = leastShare;
  }
  return [...found.values()].sort(worseFirst);
}

/** What a street misses most of its class. */
function missesMost({ litStreets }: ReadingTwin, { light, classIndex }: CityStreets, { row, verdict }: Street, hour: number, share: number): { asked: LightingClass; short: Shortfall | undefined } {
  const asked = lightingClass(litStreets.family[row]!, classIndex[hour * litStreets.count + row]!);
  const all = verdict === lightVerdict.dark ? [] : shortfalls(figuresAt(light, row, share), asked);
  return { asked, short: worstFirst(all)[0] };
}

/** The worst first: those that more light would help, then the others. `verdicts`: of `rows`; `file`: that of the trial, to look at all of them with. */
export function StreetTable({ streets, rows, verdicts, hour, share, file }: { streets: CityStreets; rows: readonly number[]; verdicts: Uint8Array; hour: number; share: number; file: string | undefined }) {
  const { city: { twin }, session, map } = useViewer();
  const language = useSession((state) => state.language), words = lightingWordsFor(language), things = thingWordsFor(language), { plain } = numbersIn(language);
  const list = useMemo(() => byStreet(twin, streets, rows, verdicts, hour), [twin, streets, rows, verdicts, hour]);
  const goTo = useCallback((street: number): void => {
    const thing = { kind: 'streets', row: street } as const, place = placeOf(twin, thing);
    session.setState({ selected: thing });
    if (place) map?.setCamera({ xM: place.xM, yM: place.yM, zoom: Math.min(16, place.zoom) }, 900);
  }, [twin, session, map]);
  if (list.length === 0) return null;
  return (
    <>
      <div className="street-table" tabIndex={0} role="group" aria-label={words.tableBelow}>
        <table>
          <caption className="unseen">{words.tableBelow}</caption>
          <thead><tr><th scope="col">{things.kindStreet}</th><th scope="col">km</th><th scope="col">{words.lightingClass}</th><th scope="col">{words.missing}</th></tr></thead>
          <tbody>
            {list.slice(0, MOST_ROWS).map((one, at) => {
              const { row, verdict, km } = one, { asked, short } = missesMost(twin, streets, one, hour, share);
              const street = twin.litStreets.street[row]!, commune = twin.streets.commune[street]!, decimals = short?.criterion === 'fTiPct' ? 0 : 2;
              return (
                // By place and not by street: a moved slider changes what rows say, and new rows would cost more than new text.
                <StreetRow key={at} street={street} name={twin.streets.name[street] || things.unnamed} commune={commune < 0 ? '' : twin.communes.name[commune]!} verdict={verdict} km={plain(km, 2)} asked={asked.name} goTo={goTo}
                  missing={short ? words.shortOf(short.criterion, plain(short.value, decimals), plain(short.asked, decimals)) : words.verdictNamed('dark')} />
              );
            })}
          </tbody>
        </table>
      </div>
      <p className="note">{list.length > MOST_ROWS ? words.rowsOf(plain(MOST_ROWS), plain(list.length)) : words.wholeList}</p>
      <code className="command" tabIndex={0}>{`npx jumeau light ${file ? `${file} ` : ''}-o ${words.streetsCsv}`}</code>
    </>
  );
}

interface RowTexts { street: number; name: string; commune: string; verdict: number; km: string; asked: string; missing: string; goTo(street: number): void }

const StreetRow = memo(function StreetRow({ street, name, commune, verdict, km, asked, missing, goTo }: RowTexts) {
  const sign = signOf(verdict);
  return (
    <tr>
      <th scope="row">{sign && <Sign sign={sign.sign} />}<button type="button" className="link" onClick={() => goTo(street)}>{name}</button>{commune && <small>{commune}</small>}</th>
      <td>{km}</td>
      <td>{asked}</td>
      <td>{missing}</td>
    </tr>
  );
});
