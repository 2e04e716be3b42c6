import { roadSurface } from '../../../engine/twin/lit-streets.ts';
import type { Twin } from '../../../engine/twin/twin.ts';
import type { LampMapping } from '../../formats/inventory/mapping-schema.ts';
import type { OsmLampTags } from '../../formats/osm/lamp-tags.ts';
import { BY_MAPPING, lightSource, streetSource } from '../lamps/inventory-sources.ts';
import type { LampAssumptions } from '../lamps/inventory.ts';
import { fluxAtWatts, lightFinder, tiltedOutput, type LampLight } from '../lamps/lamp-lights.ts';
import { addLitStreets, USUAL_MAINTENANCE_FACTOR, USUAL_SURFACE, usualSetting } from '../lamps/lit-streets.ts';
import { streetFinder } from '../lamps/nearest-street.ts';
import { consumedW, typicalLamps } from '../lamps/typical-lamps.ts';
import { writeLamps, type CompleteLamp } from '../lamps/write-lamps.ts';

/** OpenStreetMap knows where lamps stand, seldom what they are. These stand in where a mapping assumes nothing, and the twin's sources say so. */
const ASSUMED = { heightM: 8, ratedPowerW: 40, powerBeforeW: 100, ratedFluxLm: 5200 };
const CABINET_CELL_M = 400;

/** Where a lamp stands and what its tags say. */
export type OsmLamp = OsmLampTags & { xM: number; yM: number };

/** Fills lamps, one cabinet for each 400 m square that has any, one lighting zone at full output, and the streets that are lit. */
export function addOsmLamps(twin: Twin, found: readonly OsmLamp[], { mapping: { assume }, photometries }: LampAssumptions = { mapping: { assume: {} }, photometries: new Map() }): void {
  if (found.length === 0) return;
  const streetOf = streetFinder(twin), cells = new Map<string, string>(), light = lightFinder(photometries, assume)({}), standIn = standInOf(assume, light);
  const cabinetOf = (xM: number, yM: number): string => {
    const key = `${Math.floor(xM / CABINET_CELL_M)}:${Math.floor(yM / CABINET_CELL_M)}`;
    if (!cells.has(key)) cells.set(key, `${cells.size + 1}`);
    return cells.get(key)!;
  };
  const lamps = found.flatMap((lamp, row): CompleteLamp[] => {
    const { xM, yM, count } = lamp, one = { ...completed(lamp, standIn), xM, yM, street: streetOf(xM, yM, '').street, cabinet: cabinetOf(xM, yM), zone: '' };
    return Array.from({ length: count }, (_, at) => ({ ...one, name: count === 1 ? `${row + 1}` : `${row + 1}/${at + 1}` }));
  });
  writeLamps(twin, lamps);
  const { surface = USUAL_SURFACE, maintenanceFactor = USUAL_MAINTENANCE_FACTOR, tiltDeg = 0 } = assume, hungDeg = tiltDeg - (light?.luminaire.measuredTiltDeg ?? 0);
  addLitStreets(twin, (street) => ({ ...usualSetting(twin, street), surface: roadSurface[surface], maintenanceFactor }), () => hungDeg);
  tellSources(twin, found, assume, standIn);
  if (light) twin.facts.sources.push(lightSource({ count: lamps.length, files: new Set([light.file]) }, lamps.length), streetSource({ surface, maintenanceFactor }, assume));
}

/** What stands in for all that tags do not say. */
interface StandIn { heightM: number; ratedPowerW: number; powerBeforeW: number; ratedFluxLm: number; technology: CompleteLamp['technology']; light: LampLight | undefined; assume: LampMapping['assume'] }

function standInOf(assume: LampMapping['assume'], light: LampLight | undefined): StandIn {
  const ratedPowerW = assume.powerW ?? light?.powerW ?? ASSUMED.ratedPowerW;
  return {
    heightM: assume.heightM ?? ASSUMED.heightM, ratedPowerW, powerBeforeW: assume.powerBeforeW ?? ASSUMED.powerBeforeW, ratedFluxLm: assume.fluxLm ?? (light && fluxAtWatts(light, ratedPowerW)) ?? ASSUMED.ratedFluxLm,
    technology: assume.technology, light, assume,
  };
}

function tellSources(twin: Twin, found: readonly OsmLamp[], assume: LampMapping['assume'], { heightM, ratedPowerW, powerBeforeW, ratedFluxLm, technology = 'led' }: StandIn): void {
  const known = found.filter(({ technology: said, powerW, heightM: high }) => (said ?? powerW ?? high) !== undefined).length, assumedFlux = found.filter(({ fluxLm }) => fluxLm === undefined).length;
  const ofWatts = found.filter(({ technology: said, powerW, fluxLm }) => fluxLm === undefined && (said ?? powerW) !== undefined).length, isMapped = Object.keys(assume).length > 0;
  const why = { fr: 'car OpenStreetMap ne donne guère que les positions', en: 'because OpenStreetMap gives little more than positions' }, kind = technology === 'led' ? 'LED' : technology, lm = Math.round(ratedFluxLm);
  const assumption = { from: isMapped ? { fr: `${BY_MAPPING.fr}, ${why.fr}`, en: `${BY_MAPPING.en}, ${why.en}` } : { fr: `hypothèse, ${why.fr}`, en: `assumption, ${why.en}` }, licence: { fr: 'sans objet', en: 'none needed' }, synthetic: true };
  twin.facts.sources.push({
    what: {
      fr: `points lumineux : hauteur ${heightM} m, ${kind} ${ratedPowerW} W au lieu de ${powerBeforeW} W auparavant, sauf ${known} sur ${found.length} que leurs étiquettes décrivent`,
      en: `lamps: height ${heightM} m, ${kind} ${ratedPowerW} W instead of ${powerBeforeW} W before, except ${known} of ${found.length} that their tags describe`,
    },
    ...assumption,
  });
  if (assumedFlux > 0) twin.facts.sources.push({
    what: {
      fr: `points lumineux, flux : supposé pour ${assumedFlux} sur ${found.length}, ${assumedFlux - ofWatts} à ${lm} lm et ${ofWatts} d’après la technologie et les watts de leurs étiquettes (${typicalLamps.unknown.lmPerW} lm/W, comme une LED, sans technologie)`,
      en: `lamps, flux: assumed for ${assumedFlux} of ${found.length}, ${assumedFlux - ofWatts} at ${lm} lm and ${ofWatts} by the technology and the watts of their tags (${typicalLamps.unknown.lmPerW} lm/W, as of an LED, without a technology)`,
    },
    ...assumption,
  });
}

/** Tags first; then a usual lamp of the technology that they name, or of an unknown one where they give watts alone; then what stands in. */
function completed({ technology: said, heightM, powerW, fluxLm, colourTemperatureK }: OsmLamp, standIn: StandIn): Omit<CompleteLamp, 'name' | 'xM' | 'yM' | 'street' | 'cabinet' | 'zone'> {
  const isDescribed = said !== undefined || powerW !== undefined, technology = said ?? standIn.technology, like = technology ?? 'unknown', lampW = powerW ?? typicalLamps[like].lampW, { light, assume } = standIn;
  const ratedPowerW = isDescribed ? consumedW(like, lampW) : standIn.ratedPowerW;
  return {
    technology, colourTemperatureK: colourTemperatureK ?? light?.colourTemperatureK ?? 0, installedYear: 0, heightM: heightM ?? standIn.heightM, ratedPowerW, light: light?.luminaire, traits: assume.luminaires?.[like],
    powerBeforeW: isDescribed && technology !== 'led' ? ratedPowerW : standIn.powerBeforeW,
    ratedFluxLm: (fluxLm ?? (isDescribed ? Math.round(lampW * typicalLamps[like].lmPerW) : standIn.ratedFluxLm)) * tiltedOutput(light, assume.tiltDeg ?? 0),
  };
}
