import { hasErrors, type Checked, type Problem } from '../../engine/foundation/problem.ts';
import { tableFrom } from '../../engine/foundation/table.ts';
import { category } from '../../engine/twin/streets.ts';
import { areaColumns, landUse } from '../../engine/twin/territory.ts';
import { stopColumns } from '../../engine/twin/transit.ts';
import { emptyTwin, type CityFacts, type Twin } from '../../engine/twin/twin.ts';
import { makeProblemList } from '../formats/problem-list.ts';
import { readOsm, type OsmCity } from '../formats/osm/read-osm.ts';
import { appendPoints } from './append-points.ts';
import { checkTwin } from './check-twin.ts';
import { setClockByLongitude } from './city-clock.ts';
import { importedFacts } from './imported-facts.ts';
import type { LampAssumptions } from './lamps/inventory.ts';
import { laneFinder } from './nearest-lane.ts';
import { addOsmCrossings } from './osm/crossings.ts';
import { housesFrom } from './osm/houses.ts';
import { addOsmLamps } from './osm/lamps.ts';
import { buildStreets } from './streets/build-streets.ts';

const STOP_WITHIN_M = 25;
const STOP_LENGTH_M = 15;

/** Reading the file is most of the work; the passes after it take the rest of the bar. */
const READING_SHARE = 0.8;

/**
 * A city from an OpenStreetMap file: streets with lanes, junctions and signals, lamps, stops, houses and areas. No traffic.
 * All problems come at once; there is no twin if any of them is an error. docs/models/osm-import.md tells what becomes what.
 * `onProgress` gets a share from 0 to 1; `lampsBy` is what is assumed of lamps beyond their tags.
 */
export async function importOsm(path: string, onProgress?: (share: number) => void, lampsBy?: LampAssumptions): Promise<Checked<Twin>> {
  const { value: city, problems } = await readOsm(path, (share) => onProgress?.(READING_SHARE * share));
  if (!city) return { problems };
  const name = path.split('/').at(-1)!.replace(/(\.osm)?(\.(xml|pbf|gz))*$/, '');
  const facts: CityFacts = {
    ...importedFacts(name, city.map),
    sources: [{
      what: { fr: 'rues, carrefours, points lumineux, arrêts, bâtiments', en: 'streets, junctions, lamps, stops, buildings' },
      from: { fr: `contributeurs d’OpenStreetMap, ${path.split('/').at(-1)}`, en: `OpenStreetMap contributors, ${path.split('/').at(-1)}` },
      licence: 'ODbL 1.0', synthetic: false,
    }],
  };
  setClockByLongitude(facts);
  const told = makeProblemList();
  const twin: Twin = { ...emptyTwin(facts), ...buildStreets(city.streets, told) };
  const { withoutRoom, withoutGreen } = addOsmCrossings(twin, city.crossings);
  if (withoutRoom + withoutGreen > 0) told.warning('osm-crossings-left-out', path, { count: withoutRoom + withoutGreen });
  addAreas(twin, city);
  twin.houses = housesFrom(city.buildings);
  addOsmLamps(twin, city.lamps, lampsBy);
  const unmatched = addStops(twin, city);
  const warnings: Problem[] = unmatched > 0 ? [{ severity: 'warning', code: 'osm-stops-off-streets', where: path, parameters: { count: unmatched } }] : [];
  const noStreets: Problem[] = twin.links.count > 0 ? [] : [{ severity: 'error', code: 'osm-no-streets', where: path, parameters: {} }];
  const all = [...problems, ...told.all().map((problem) => ({ ...problem, where: path })), ...warnings, ...noStreets, ...checkTwin(twin)];
  onProgress?.(1);
  return hasErrors(all) ? { problems: all } : { value: twin, problems: all };
}

function addAreas(twin: Twin, { areas }: OsmCity): void {
  let firstPoint = appendPoints(twin, areas.flatMap(({ outline }) => outline));
  twin.areas = tableFrom(areaColumns, areas.map(({ name, use, outline }) => {
    const row = { name, use: landUse[use], firstPoint, pointCount: outline.length };
    firstPoint += outline.length;
    return row;
  }));
}

/** Stops stand on the lane they lie to the right of. Gives how many lie too far from any. */
function addStops(twin: Twin, { stops }: OsmCity): number {
  const carries = (bit: number) => laneFinder(twin, (lane) => (twin.lanes.permitted[lane]! & bit) !== 0);
  const nearestBusLane = carries(category.bus), nearestTramLane = carries(category.tram);
  let unmatched = 0;
  twin.stops = tableFrom(stopColumns, stops.map(({ id, name, tram, xM, yM }) => {
    const place = tram ? nearestTramLane(xM, yM, STOP_WITHIN_M) : (nearestBusLane(xM, yM, STOP_WITHIN_M, true) ?? nearestBusLane(xM, yM, STOP_WITHIN_M));
    if (!place) unmatched++;
    return { name, code: `osm:node/${id}`, xM, yM, lane: place?.lane ?? -1, positionM: place?.positionM ?? 0, lengthM: STOP_LENGTH_M };
  }));
  return unmatched;
}
