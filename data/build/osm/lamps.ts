import { tableFrom } from '../../../engine/foundation/table.ts';
import { cabinetColumns, lampColumns } from '../../../engine/twin/lighting.ts';
import type { Twin } from '../../../engine/twin/twin.ts';
import { PLAIN_CABINET, writeZonesByClock } from '../lamps/write-zones.ts';
import { laneFinder } from '../nearest-lane.ts';

/** OpenStreetMap knows where lamps stand, seldom what they are. These stand in, and the twin's sources say so. */
const ASSUMED = { heightM: 8, ratedPowerW: 40, powerBeforeW: 100, ratedFluxLm: 5200 };
const CABINET_CELL_M = 400;
const LIT_STREET_WITHIN_M = 40;

/** Fills lamps, one cabinet for each 400 m square that has any, and one lighting zone at full output. */
export function addOsmLamps(twin: Twin, places: readonly { xM: number; yM: number }[]): void {
  if (places.length === 0) return;
  const nearest = laneFinder(twin, () => true);
  const cells = new Map<string, number>();
  const cabinets: { xM: number; yM: number }[] = [];
  const cabinetOf = (xM: number, yM: number): number => {
    const key = `${Math.floor(xM / CABINET_CELL_M)}:${Math.floor(yM / CABINET_CELL_M)}`;
    if (!cells.has(key)) cells.set(key, cabinets.push({ xM, yM }) - 1);
    return cells.get(key)!;
  };
  twin.lamps = tableFrom(lampColumns, places.map(({ xM, yM }, row) => {
    const lane = nearest(xM, yM, LIT_STREET_WITHIN_M)?.lane;
    const street = lane === undefined ? -1 : twin.links.street[twin.lanes.link[lane]!]!;
    return { name: `${row + 1}`, xM, yM, street, cabinet: cabinetOf(xM, yM), zone: 0, luminaire: -1, replaced: -1, installedYear: 0, ...ASSUMED };
  }));
  twin.cabinets = tableFrom(cabinetColumns, cabinets.map((place, row) => ({ name: `${row + 1}`, ...place, commune: -1, ...PLAIN_CABINET })));
  writeZonesByClock(twin, [{ name: 'all', levels: [{ fromS: 0, outputShare: 1 }] }]);
  const { heightM, ratedPowerW, powerBeforeW } = ASSUMED;
  twin.facts.sources.push({
    what: {
      fr: `points lumineux : hauteur ${heightM} m, LED ${ratedPowerW} W au lieu de ${powerBeforeW} W auparavant`,
      en: `lamps: height ${heightM} m, LED ${ratedPowerW} W instead of ${powerBeforeW} W before`,
    },
    from: { fr: 'hypothèse, car OpenStreetMap ne donne que les positions', en: 'assumption, because OpenStreetMap gives positions only' },
    licence: { fr: 'sans objet', en: 'none needed' }, synthetic: true,
  });
}
