import { useMemo } from 'react';
import { formatClock } from '../../../engine/foundation/clock.ts';
import { layersOf } from '../map/layers.ts';
import { placeOf } from '../map/thing-place.ts';
import { thingWordsFor } from '../session/words.ts';
import { useSession, useViewer, useWords } from '../viewer-context.ts';
import { numberText } from './fact.ts';
import { Icon } from './icon.tsx';
import { streetsAtSignals } from './street-facts.ts';

/** The city in tables: for screen readers, for copying, and where no map can be drawn. */
export function TablesPage({ webgl }: { webgl: boolean }) {
  const { city, session } = useViewer();
  const words = useWords();
  const { language, shown } = { language: useSession((s) => s.language), shown: useSession((s) => s.shown) };
  const things = thingWordsFor(language);
  const { communes } = city.twin;
  const minutes = city.run(shown)?.minutes;
  const n = (value: number, digits = 0): string => numberText(language, value, digits);
  const hours = Array.from({ length: minutes?.count ?? 0 }, (_, row) => row).filter((row) => minutes!.timeS[row]! % 3600 === 0);
  const byPopulation = Array.from({ length: communes.count }, (_, row) => row).sort((a, b) => communes.population[b]! - communes.population[a]!);
  return (
    <main className="tables-page" tabIndex={-1}>
      {webgl
        ? (
          <header>
            <h2>{words.tableTitle}</h2>
            <button type="button" className="button" aria-label={words.close} onClick={() => session.setState({ panel: 'none' })} autoFocus><Icon name="close" /></button>
          </header>
        )
        : <div role="alert"><h2>{words.noWebglTitle}</h2><p>{words.noWebgl}</p></div>}
      <table>
        <caption>{words.tableThings}</caption>
        <tbody>{layersOf(city.twin).filter(({ name }) => name !== 'vehicles' && name !== 'houses').map(({ name, table }) => <tr key={name}><th scope="row">{words[name]}</th><td>{n(city.twin[table].count)}</td></tr>)}</tbody>
      </table>
      {communes.count > 0 && (
        <table>
          <caption>{words.tableCommunes}</caption>
          <thead><tr><th scope="col">{things.kindCommune}</th><th scope="col">{things.population}</th><th scope="col">{things.area} (km²)</th></tr></thead>
          <tbody>{byPopulation.map((row) => <tr key={row}><th scope="row">{communes.name[row]}</th><td>{n(communes.population[row]!)}</td><td>{n(communes.areaKm2[row]!, 1)}</td></tr>)}</tbody>
        </table>
      )}
      {webgl && city.twin.controllers.count > 0 && <SignalsTable />}
      {minutes && hours.length > 0 && (
        <table>
          <caption>{words.tableHours}</caption>
          <thead><tr><th scope="col">{words.hour}</th><th scope="col">{words.running}</th><th scope="col">{words.lampPower} (kW)</th></tr></thead>
          <tbody>{hours.map((row) => <tr key={row}><th scope="row">{formatClock(minutes.timeS[row]!).slice(0, 5)}</th><td>{n(minutes.running[row]!)}</td><td>{n(minutes.lightingPowerW[row]! / 1000, 1)}</td></tr>)}</tbody>
        </table>
      )}
    </main>
  );
}

/** More rows than this are found by the search, not by reading. */
const MOST_SIGNALS = 500;

/** Every signalised junction, each to be opened. */
function SignalsTable() {
  const { city, session, map } = useViewer();
  const words = useWords();
  const language = useSession((state) => state.language);
  const things = thingWordsFor(language), { controllers } = city.twin;
  const streets = useMemo(() => streetsAtSignals(city.twin), [city]);
  const open = (row: number): void => {
    const thing = { kind: 'controllers', row } as const, place = placeOf(city.twin, thing);
    session.setState({ selected: thing, panel: 'none' });
    if (place) map?.setCamera({ xM: place.xM, yM: place.yM, zoom: place.zoom }, 900);
  };
  return (
    <table>
      <caption>{words.tableSignals}</caption>
      <thead><tr><th scope="col">{things.number}</th><th scope="col" className="names">{things.kindStreet}</th><th scope="col">{things.cycle} (s)</th><th scope="col">{things.busPriority}</th></tr></thead>
      <tbody>
        {Array.from({ length: Math.min(MOST_SIGNALS, controllers.count) }, (_, row) => (
          <tr key={row}>
            <th scope="row"><button type="button" className="link" onClick={() => open(row)}>{controllers.name[row]}</button></th>
            <td className="names">{streets[row]}</td><td>{numberText(language, controllers.cycleS[row]!)}</td><td>{controllers.busPriority[row] ? things.yes : things.no}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
