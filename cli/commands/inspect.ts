import { busDepartures, cityFigures, type CityFigures } from '../city-figures.ts';
import { openCity, referenceCity } from '../city.ts';
import { isPhotometricFile } from '../../data/formats/photometry/read-photometry.ts';
import { textIn } from '../../scenarios/language/language.ts';
import { inspectLuminaire } from './inspect-luminaire.ts';
import { alignedRows, type Terminal } from '../terminal.ts';

/** `jumeau inspect [city.twin]`: what a city holds; of a photometric file, what its luminaire does. */
export async function inspect(terminal: Terminal, path: string | undefined): Promise<void> {
  if (path !== undefined && isPhotometricFile(path)) return inspectLuminaire(terminal, path);
  const { twin, shared } = path === undefined ? await referenceCity(terminal) : await openCity(path);
  const figures = cityFigures(twin, shared.hash);
  if (terminal.json) return terminal.out(JSON.stringify(figures));

  const { language, words, number } = terminal;
  const counted = (names: (keyof CityFigures & keyof typeof words)[]) => names.map((name) => [words[name], number(figures[name] as number)] as const);
  const rows = [
    ...counted(['lamps', 'cabinets', 'junctions', 'signalisedJunctions', 'priorityJunctions']),
    [words.streetKm, number(figures.streetKm, 1), 'km'],
    ...counted(['lanes', 'buses', 'busesAtPeak', 'trams', 'lines', 'stops', 'communes', 'cameras', 'buildings', 'buildingsRenovated', 'bollardSites']),
    [words.fibreKm, number(figures.fibreKm, 1), 'km'],
    ...counted(['geolocatedVehicles', 'radios']),
    [words.departures, number(twin.departures.count)], [words.busDepartures, number(busDepartures(twin))],
  ] as const;
  terminal.out(terminal.bold(twin.facts.name));
  for (const row of alignedRows(rows)) terminal.out(row);
  terminal.out(`  ${words.fingerprint}  ${figures.hash}`);
  terminal.out('');
  terminal.out(terminal.bold(words.sources));
  for (const { what, from, synthetic } of twin.facts.sources) terminal.out(`  ${words.saidBy(textIn(what, language), textIn(from, language))}${synthetic ? ` (${words.madeUp})` : ''}`);
  if (twin.facts.synthetic) terminal.out(terminal.faint(words.synthetic));
}
