import type { Twin } from '../../../engine/twin/twin.ts';
import type { OsmLampTags } from '../../formats/osm/lamp-tags.ts';
import { streetFinder } from '../lamps/nearest-street.ts';
import { consumedW, typicalLamps } from '../lamps/typical-lamps.ts';
import { writeLamps, type CompleteLamp } from '../lamps/write-lamps.ts';

/** OpenStreetMap knows where lamps stand, seldom what they are. These stand in, and the twin's sources say so. */
const ASSUMED = { heightM: 8, ratedPowerW: 40, powerBeforeW: 100, ratedFluxLm: 5200 };
const CABINET_CELL_M = 400;

/** Where a lamp stands and what its tags say. */
export type OsmLamp = OsmLampTags & { xM: number; yM: number };

/** Fills lamps, one cabinet for each 400 m square that has any, and one lighting zone at full output. */
export function addOsmLamps(twin: Twin, found: readonly OsmLamp[]): void {
  if (found.length === 0) return;
  const streetOf = streetFinder(twin), cells = new Map<string, string>();
  const cabinetOf = (xM: number, yM: number): string => {
    const key = `${Math.floor(xM / CABINET_CELL_M)}:${Math.floor(yM / CABINET_CELL_M)}`;
    if (!cells.has(key)) cells.set(key, `${cells.size + 1}`);
    return cells.get(key)!;
  };
  const lamps = found.flatMap((lamp, row): CompleteLamp[] => {
    const { xM, yM, count } = lamp, one = { ...completed(lamp), xM, yM, street: streetOf(xM, yM, '').street, cabinet: cabinetOf(xM, yM), zone: '' };
    return Array.from({ length: count }, (_, light) => ({ ...one, name: count === 1 ? `${row + 1}` : `${row + 1}/${light + 1}` }));
  });
  writeLamps(twin, lamps);
  const known = found.filter(({ technology, powerW, heightM }) => (technology ?? powerW ?? heightM) !== undefined).length;
  const { heightM, ratedPowerW, powerBeforeW, ratedFluxLm } = ASSUMED, assumedFlux = found.filter(({ fluxLm }) => fluxLm === undefined).length;
  const ofWatts = found.filter(({ technology, powerW, fluxLm }) => fluxLm === undefined && (technology ?? powerW) !== undefined).length;
  const assumption = { from: { fr: 'hypothèse, car OpenStreetMap ne donne guère que les positions', en: 'assumption, because OpenStreetMap gives little more than positions' }, licence: { fr: 'sans objet', en: 'none needed' }, synthetic: true };
  twin.facts.sources.push({
    what: {
      fr: `points lumineux : hauteur ${heightM} m, LED ${ratedPowerW} W au lieu de ${powerBeforeW} W auparavant, sauf ${known} sur ${found.length} que leurs étiquettes décrivent`,
      en: `lamps: height ${heightM} m, LED ${ratedPowerW} W instead of ${powerBeforeW} W before, except ${known} of ${found.length} that their tags describe`,
    },
    ...assumption,
  });
  if (assumedFlux > 0) twin.facts.sources.push({
    what: {
      fr: `points lumineux, flux : supposé pour ${assumedFlux} sur ${found.length}, ${assumedFlux - ofWatts} à ${ratedFluxLm} lm et ${ofWatts} d’après la technologie et les watts de leurs étiquettes (${typicalLamps.unknown.lmPerW} lm/W, comme une LED, sans technologie)`,
      en: `lamps, flux: assumed for ${assumedFlux} of ${found.length}, ${assumedFlux - ofWatts} at ${ratedFluxLm} lm and ${ofWatts} by the technology and the watts of their tags (${typicalLamps.unknown.lmPerW} lm/W, as of an LED, without a technology)`,
    },
    ...assumption,
  });
}

/** Tags first; then a usual lamp of the technology that they name, or of an unknown one where they give watts alone; then the LED that stands in. */
function completed({ technology, heightM, powerW, fluxLm, colourTemperatureK }: OsmLamp): Omit<CompleteLamp, 'name' | 'xM' | 'yM' | 'street' | 'cabinet' | 'zone'> {
  const isDescribed = technology !== undefined || powerW !== undefined, like = technology ?? 'unknown', lampW = powerW ?? typicalLamps[like].lampW;
  const ratedPowerW = isDescribed ? consumedW(like, lampW) : ASSUMED.ratedPowerW;
  return {
    technology, colourTemperatureK: colourTemperatureK ?? 0, installedYear: 0, heightM: heightM ?? ASSUMED.heightM, ratedPowerW,
    powerBeforeW: isDescribed && technology !== 'led' ? ratedPowerW : ASSUMED.powerBeforeW,
    ratedFluxLm: fluxLm ?? (isDescribed ? Math.round(lampW * typicalLamps[like].lmPerW) : ASSUMED.ratedFluxLm),
  };
}
