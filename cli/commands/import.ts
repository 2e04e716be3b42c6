import { stat } from 'node:fs/promises';
import { importGtfs } from '../../data/build/from-gtfs.ts';
import { importOsm } from '../../data/build/from-osm.ts';
import { importSumo, type SumoInput } from '../../data/build/from-sumo.ts';
import { makeProblemList } from '../../data/formats/problem-list.ts';
import { readConfig } from '../../data/formats/sumo/config-file.ts';
import { nodeFiles } from '../../data/formats/sumo/node-files.ts';
import type { Checked, Problem } from '../../engine/foundation/problem.ts';
import { twinHash, twinToBytes } from '../../engine/twin/bytes.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { nativeSha256 } from '../../scenarios/runs/native-sha256.ts';
import { BadInput, badInput } from '../bad-input.ts';
import { openCity } from '../city.ts';
import { positionLine, sourceLines } from '../city-text.ts';
import { busDepartures, cityFigures } from '../city-figures.ts';
import { checkOutputFile } from '../output-file.ts';
import { lampsAlone, lampsOnto, readLampAssumptions, readLampInventory, type ReadInventory } from '../lamp-inventory.ts';
import { startProgress, type Progress } from '../progress.ts';
import { spanWarnings } from '../span-warnings.ts';
import { tellWarnings } from '../tell-problems.ts';
import { alignedRows, type Terminal } from '../terminal.ts';
import { writeWhole } from '../write-whole.ts';

export interface ImportOptions {
  out: string;
  sumo?: string; net?: string; routes?: string[]; additional?: string[];
  osm?: string; gtfs?: string; date?: string;
  lamps?: string; lampsMapping?: string; city?: string;
}

/** `jumeau import -o city.twin ...`: a city from files of others, with the lamps of an inventory if asked. The file appears when it is whole. */
export async function importCommand(terminal: Terminal, options: ImportOptions): Promise<void> {
  await checkOutputFile('city', '--out', options.out);
  const inventory = await readLampInventory(options);
  const { value: twin, problems } = await read(terminal, options, inventory);
  if (!twin) throw new BadInput(problems);
  const hash = twinHash(twin, nativeSha256);
  await writeWhole(options.out, [twinToBytes(twin, hash)]);
  // Better told now than after a run of empty streets.
  const { defaultFromS: fromS, defaultUntilS: untilS, runUntilAllArrived: untilAllArrived } = twin.facts;
  const warnings = [...problems, ...spanWarnings(twin, { fromS, untilS, untilAllArrived })];
  tellWarnings(terminal, warnings);

  const figures = cityFigures(twin, hash), buses = busDepartures(twin);
  if (terminal.json) return terminal.out(JSON.stringify({ file: options.out, ...figures, trips: twin.trips.count, departures: twin.departures.count, busDepartures: buses, sources: twin.facts.sources, warnings: warnings.length }));
  const { words, number } = terminal;
  terminal.out(terminal.bold(twin.facts.name));
  const rows = [
    [words.streetKm, number(figures.streetKm, 1), 'km'], [words.lanes, number(figures.lanes)], [words.junctions, number(figures.junctions)],
    [words.signalisedJunctions, number(figures.signalisedJunctions)], [words.stops, number(figures.stops)], [words.lines, number(figures.lines)],
    [words.lamps, number(figures.lamps)], [words.trips, number(twin.trips.count)], [words.departures, number(twin.departures.count)],
    [words.busDepartures, number(buses)],
  ] as const;
  for (const row of alignedRows(rows)) terminal.out(row);
  terminal.out(positionLine(terminal, twin.facts));
  for (const line of sourceLines(terminal, twin.facts)) terminal.out(line);
  terminal.out('');
  terminal.out(words.written(options.out));
}

/** The city that its files give, then the lamps of the inventory in place of those that it has. */
async function read(terminal: Terminal, options: ImportOptions, inventory: ReadInventory | undefined): Promise<Checked<Twin>> {
  if (options.city !== undefined && !inventory) throw badInput('cli-city-without-lamps', '--city');
  const withoutStreets = inventory && [options.sumo, options.net, options.osm, options.gtfs, options.city].every((one) => one === undefined);
  if (withoutStreets) return lampsAlone(inventory);
  const { value: twin, problems } = await readStreets(terminal, options);
  if (!twin || !inventory) return twin ? { value: twin, problems } : { problems };
  return lampsOnto(twin, inventory, problems);
}

async function readStreets(terminal: Terminal, options: ImportOptions): Promise<Checked<Twin>> {
  const { sumo, net, osm, gtfs, city } = options;
  if (city !== undefined && [sumo, net, osm, gtfs].some((one) => one !== undefined)) throw badInput('cli-import-mixed', '--city');
  if (city !== undefined) return { value: (await openCity(city)).twin, problems: [] };
  const ofSumo = sumo !== undefined || net !== undefined || options.routes !== undefined || options.additional !== undefined;
  if (ofSumo && (osm !== undefined || gtfs !== undefined)) throw badInput('cli-import-mixed', '--sumo');
  if (ofSumo) return readSumo(terminal, options);
  if (osm === undefined && gtfs === undefined) throw badInput('cli-nothing-to-import', 'import');
  return readOsmAndGtfs(terminal, options);
}

async function readSumo(terminal: Terminal, { sumo, net, routes, additional }: ImportOptions): Promise<Checked<Twin>> {
  const files = (given: string[] | undefined): string[] => (given ?? []).flatMap((list) => list.split(',')).filter((file) => file !== '');
  const input: SumoInput = { ...(sumo === undefined ? {} : { config: sumo }), ...(net === undefined ? {} : { net }), routes: files(routes), additional: files(additional) };
  if (sumo !== undefined && (isNetOrRoutes(sumo) || (await stat(sumo).catch(() => undefined))?.isDirectory())) throw badInput('cli-no-sumo-config', sumo);
  const totalBytes = await bytesOf(input);
  return withProgress(terminal, sumo ?? net ?? '', (progress) =>
    importSumo(input, nodeFiles, ({ file, bytesRead }) => progress.show(Math.min(1, bytesRead / totalBytes), file)));
}

const isNetOrRoutes = (file: string): boolean => /\.(net|rou)\.xml(\.gz)?$/i.test(file);

/** How much there is to read: the files given, and those that the config names. Whatever is missing is the import's to say. */
async function bytesOf({ config, net, routes, additional }: SumoInput): Promise<number> {
  const named = config === undefined ? undefined : await readConfig(config, nodeFiles, makeProblemList());
  const files = [net ?? named?.net, ...(named?.routes ?? []), ...(named?.additional ?? []), ...(routes ?? []), ...(additional ?? [])];
  const sizes = await Promise.all(files.map(async (file) => (file === undefined ? 0 : (await stat(file).catch(() => undefined))?.size ?? 0)));
  return Math.max(1, sizes.reduce((sum, size) => sum + size, 0));
}

async function readOsmAndGtfs(terminal: Terminal, options: ImportOptions): Promise<Checked<Twin>> {
  const { osm, gtfs, date } = options, problems: Problem[] = [];
  let streets: Twin | undefined;
  if (osm !== undefined) {
    const lampsBy = await readLampAssumptions(options);
    const read = await withProgress(terminal, osm, (progress) => importOsm(osm, (share) => progress.show(share, ''), lampsBy));
    problems.push(...(lampsBy?.problems ?? []), ...read.problems);
    if (gtfs === undefined || !read.value) return { ...read, problems };
    streets = read.value;
  }
  const read = await withProgress(terminal, gtfs!, (progress) => importGtfs(gtfs!, { into: streets, date, onProgress: (share) => progress.show(share, '') }));
  return { ...read, problems: [...problems, ...read.problems] };
}

async function withProgress<T>(terminal: Terminal, file: string, work: (progress: Progress) => Promise<T>): Promise<T> {
  const progress = startProgress(terminal, terminal.words.importing(file));
  try {
    return await work(progress);
  } finally {
    progress.end();
  }
}
