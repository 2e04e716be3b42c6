import { eastM, northM } from '../../../engine/foundation/flat-map.ts';
import { tableFrom } from '../../../engine/foundation/table.ts';
import { bollardSiteColumns, cameraColumns, controlPostColumns, pedestrianZoneColumns, serviceVehicleColumns } from '../../../engine/twin/equipment.ts';
import { category, junctionControl, roadClass } from '../../../engine/twin/streets.ts';
import { buildingColumns } from '../../../engine/twin/territory.ts';
import type { Twin } from '../../../engine/twin/twin.ts';
import { appendPoints } from '../../build/append-points.ts';
import { equipmentFigures } from '../facts/equipment.ts';
import { pedestrianZoneFacts } from '../facts/pedestrian-zones.ts';
import { CONTROL_POST_DEG, DEPOTS, PUBLIC_BUILDINGS, SERVICES } from '../facts/municipal-services.ts';
import { outlineOnMap } from '../territory/areas.ts';
import { layFibre, type FibreEnds } from './lay-fibre.ts';
import { drawFor, shareOut, spreadOver } from './spread.ts';

const PURPOSE = { camera: 7501, building: 7502 } as const;
const CENTRE_M = 1700;

/** Junctions where something stands, by row of its table. */
interface Placed { cameras: number[]; buildings: number[]; bollards: number[] }

/** Cameras, public buildings, bollards, municipal vehicles, the control post, and the fibre between them. */
export function addEquipment(twin: Twin): void {
  const ordinary = junctionsForCars(twin);
  const placed: Placed = { cameras: addCameras(twin, ordinary), buildings: addBuildings(twin, ordinary), bollards: addBollards(twin) };
  addServiceVehicles(twin);
  const [latitudeDeg, longitudeDeg] = CONTROL_POST_DEG;
  twin.controlPosts = tableFrom(controlPostColumns, [{ name: 'Poste de pilotage connecté', xM: eastM(twin.facts, longitudeDeg), yM: northM(twin.facts, latitudeDeg) }]);
  const ends: FibreEnds = { ...placed, ordinary };
  layFibre(twin, ends);
}

/** Junctions in the communes that cars reach, ramps and ring roads left out. */
function junctionsForCars({ junctions, links, lanes, streets }: Twin): number[] {
  const fits = new Uint8Array(junctions.count);
  for (let link = 0; link < links.count; link++) {
    const kind = streets.class[links.street[link]!]!;
    if (kind >= roadClass.primary && kind <= roadClass.residential && lanes.permitted[links.firstLane[link]!]! & category.car) fits[links.toJunction[link]!] = 1;
  }
  return Array.from(fits.keys()).filter((junction) => fits[junction] && junctions.commune[junction]! >= 0);
}

const awayM = ({ junctions }: Twin, junction: number): number =>
  Math.sqrt(junctions.xM[junction]! * junctions.xM[junction]! + junctions.yM[junction]! * junctions.yM[junction]!);

/** Most cameras watch the old town and the squares of the boulevards, the others signalised junctions and the middle of every commune. */
function addCameras(twin: Twin, ordinary: readonly number[]): number[] {
  const { junctions, communes } = twin;
  const total = equipmentFigures.cameras.value, inCentre = Math.round(total * equipmentFigures.camerasInCentreShare.value);
  const signals = (junction: number) => (junctions.control[junction] === junctionControl.signals ? 1 : 0);
  const centre = spreadOver(twin, ordinary.filter((junction) => awayM(twin, junction) < CENTRE_M), inCentre, 150, (junction) => signals(junction) + drawFor(PURPOSE.camera, junction));
  const middles = Array.from({ length: communes.count }, (_, commune) => nearestOf(twin, ordinary.filter((junction) => junctions.commune[junction] === commune), communes.xM[commune]!, communes.yM[commune]!));
  const known = new Set([...centre, ...middles]);
  const rest = ordinary.filter((junction) => awayM(twin, junction) >= CENTRE_M && !known.has(junction));
  const more = spreadOver(twin, rest, total - known.size, 300, (junction) => 2 * signals(junction) + drawFor(PURPOSE.camera, junction));
  const taken = [...known, ...more];
  twin.cameras = tableFrom(cameraColumns, taken.map((junction, row) => ({
    name: `C${String(row + 1).padStart(3, '0')}`, xM: junctions.xM[junction]! + 6, yM: junctions.yM[junction]! + 6, commune: junctions.commune[junction]!,
  })));
  return taken;
}

function nearestOf({ junctions }: Twin, candidates: readonly number[], xM: number, yM: number): number {
  let best = candidates[0]!, best2 = Infinity;
  for (const junction of candidates) {
    const eastM = junctions.xM[junction]! - xM, northM = junctions.yM[junction]! - yM, away2 = eastM * eastM + northM * northM;
    if (away2 < best2) { best = junction; best2 = away2; }
  }
  return best;
}

/** Every commune has its town hall; schools, gymnasiums and the like follow the population. */
function addBuildings(twin: Twin, ordinary: readonly number[]): number[] {
  const { communes, junctions } = twin;
  const counts = shareOut(equipmentFigures.buildings.value, Array.from(communes.population), 1);
  const renovated = equipmentFigures.buildingsRenovated.value;
  const dijon = communes.name.indexOf('Dijon');
  const rows = counts.flatMap((count, commune) => {
    const here = ordinary.filter((junction) => junctions.commune[junction] === commune);
    const townHall = commune === dijon ? nearestOf(twin, here, 50, -60) : nearestOf(twin, here, communes.xM[commune]!, communes.yM[commune]!);
    const others = spreadOver(twin, here.filter((junction) => junction !== townHall), count - 1, 500, (junction) => drawFor(PURPOSE.building, junction));
    return [townHall, ...others].map((junction, order) => ({
      junction, commune, renovated: commune === dijon && order % 8 === 1 && order < 8 * renovated ? 1 : 0,
      name: order === 0 ? (commune === dijon ? 'Hôtel de ville' : `Mairie de ${communes.name[commune]}`) : `${PUBLIC_BUILDINGS[(order - 1) % PUBLIC_BUILDINGS.length]} ${communes.name[commune]} ${order}`,
    }));
  });
  twin.buildings = tableFrom(buildingColumns, rows.map(({ junction, commune, name, renovated: done }) => ({
    name, xM: junctions.xM[junction]! + 22, yM: junctions.yM[junction]! - 18, renovated: done, commune,
  })));
  return rows.map(({ junction }) => junction);
}

/** Pedestrian zones, and bollards where a street that cars may use leads into one. */
function addBollards(twin: Twin): number[] {
  const { links, lanes, streets, junctions } = twin;
  const outlines = pedestrianZoneFacts.map(({ outlineDeg }) => outlineOnMap(twin.facts, outlineDeg));
  let firstPoint = appendPoints(twin, outlines.flat());
  twin.pedestrianZones = tableFrom(pedestrianZoneColumns, pedestrianZoneFacts.map(({ name }, zone) => {
    const row = { name, firstPoint, pointCount: outlines[zone]!.length };
    firstPoint += row.pointCount;
    return row;
  }));
  const forCars = new Uint8Array(junctions.count);
  for (let link = 0; link < links.count; link++) if (lanes.permitted[links.firstLane[link]!]! & category.car) forCars[links.fromJunction[link]!] = 1;
  const linkAt = new Map<number, number>();
  for (let link = 0; link < links.count; link++) {
    const from = links.fromJunction[link]!;
    if (streets.class[links.street[link]!] === roadClass.footway && forCars[from] && !linkAt.has(from)) linkAt.set(from, link);
  }
  const sites = spreadOver(twin, [...linkAt.keys()], equipmentFigures.bollardSites.value, 80, (junction) => drawFor(PURPOSE.building, junction));
  twin.bollardSites = tableFrom(bollardSiteColumns, sites.map((junction) => {
    const link = linkAt.get(junction)!, to = links.toJunction[link]!;
    const share = Math.min(0.4, 8 / links.lengthM[link]!);
    const xM = junctions.xM[junction]! + share * (junctions.xM[to]! - junctions.xM[junction]!), yM = junctions.yM[junction]! + share * (junctions.yM[to]! - junctions.yM[junction]!);
    return { name: streets.name[links.street[link]!]!, xM, yM, link, pedestrianZone: nearestZone(outlines, xM, yM) };
  }));
  return sites;
}

function nearestZone(outlines: readonly (readonly { xM: number; yM: number }[])[], xM: number, yM: number): number {
  const away = outlines.map((corners) => {
    const middleX = corners.reduce((sum, corner) => sum + corner.xM, 0) / corners.length, middleY = corners.reduce((sum, corner) => sum + corner.yM, 0) / corners.length;
    return (middleX - xM) * (middleX - xM) + (middleY - yM) * (middleY - yM);
  });
  return away.indexOf(Math.min(...away));
}

/** In rows on the yards of their depots. */
function addServiceVehicles(twin: Twin): void {
  const { geolocatedVehicles, radioVehicles } = equipmentFigures;
  const total = geolocatedVehicles.value + radioVehicles.value;
  const perDepot = shareOut(total, DEPOTS.map(({ share }) => share), 1);
  const yards = perDepot.flatMap((count, depot) => Array.from({ length: count }, (_, place) => ({ depot, place })));
  twin.serviceVehicles = tableFrom(serviceVehicleColumns, yards.map(({ depot, place }, row) => {
    const { atDeg: [latitudeDeg, longitudeDeg] } = DEPOTS[depot]!;
    return {
      name: `V${String(row + 1).padStart(3, '0')}`, service: SERVICES[row % SERVICES.length]!,
      // The two kinds of equipment are mixed evenly over the depots.
      equipment: Math.floor(((row + 1) * geolocatedVehicles.value) / total) > Math.floor((row * geolocatedVehicles.value) / total) ? 0 : 1,
      xM: eastM(twin.facts, longitudeDeg) + 5 * (place % 12), yM: northM(twin.facts, latitudeDeg) + 9 * Math.floor(place / 12),
    };
  }));
}
