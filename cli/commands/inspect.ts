import { existsSync } from 'node:fs';
import { badInput } from '../bad-input.ts';
import { busDepartures, cityFigures, type CityFigures } from '../city-figures.ts';
import { openCity, referenceCity } from '../city.ts';
import { positionLine, sourceLines } from '../city-text.ts';
import { isPhotometricFile } from '../../data/formats/photometry/read-photometry.ts';
import { inspectLuminaire } from './inspect-luminaire.ts';
import { alignedRows, type Terminal } from '../terminal.ts';

/** `jumeau inspect [city.twin]`: what a city holds; of a photometric file, what its luminaire does. */
export async function inspect(terminal: Terminal, path: string | undefined): Promise<void> {
  if (path !== undefined && isPhotometricFile(path)) return inspectLuminaire(terminal, path);
  if (path !== undefined && !/\.twin$/i.test(path) && existsSync(path)) throw badInput('cli-not-inspectable', path);
  const { twin, shared } = path === undefined ? await referenceCity(terminal) : await openCity(path);
  const figures = cityFigures(twin, shared.hash);
  if (terminal.json) return terminal.out(JSON.stringify(figures));

  const { words, number } = terminal;
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
  terminal.out(positionLine(terminal, twin.facts));
  terminal.out(`  ${words.fingerprint}  ${figures.hash}`);
  if (figures.cabinets > 0) terminal.out(terminal.faint(words.whereNames));
  for (const line of sourceLines(terminal, twin.facts)) terminal.out(line);
  if (twin.facts.synthetic) terminal.out(terminal.faint(words.synthetic));
}
