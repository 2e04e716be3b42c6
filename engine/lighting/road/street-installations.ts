import type { ReadingTwin } from '../../twin/twin.ts';
import { readyParts, type ReadyParts } from './field-work.ts';
import { isWithinLimits } from './installation-limits.ts';
import type { RoadInstallation } from './installation.ts';
import { photometryOf } from './photometry-of.ts';
import { standardRTable, surfaceNames } from './r-table.ts';

/** The regular installation of a lit street; none where its luminaire has no photometric data, or its sizes are none of a street. */
export type StreetInstallations = (row: number) => { installation: RoadInstallation; parts: ReadyParts } | undefined;

/** Reads installations out of a twin; photometric data and surfaces are read once each. */
export function streetInstallations(twin: ReadingTwin): StreetInstallations {
  const { litStreets: lit, luminaires } = twin, isTwoWay = twoWayStreets(twin), partsOf = partsReader(twin);
  return (row) => {
    const luminaire = lit.luminaire[row]!, photometry = luminaire < 0 ? -1 : luminaires.photometry[luminaire]!;
    if (photometry < 0) return undefined;
    const tiltDeg = lit.tiltDeg[row]!, sizes = {
      spacingM: lit.spacingM[row]!, heightM: lit.heightM[row]!, widthM: lit.widthM[row]!, laneCount: Math.max(1, lit.laneCount[row]!), overhangM: lit.overhangM[row]!,
      tiltDeg, maintenanceFactor: lit.maintenanceFactor[row]!, fluxLm: lit.fluxLm[row]!, powerW: 0,
    };
    if (!isWithinLimits(sizes)) return undefined;
    const { parts, material } = partsOf(photometry, tiltDeg, lit.surface[row]!);
    return { parts, installation: { ...sizes, ...material, arrangement: lit.arrangement[row]!, isTwoWay: isTwoWay[lit.street[row]!] === 1 } };
  };
}

/** Streets that are driven both ways: those with two links. */
function twoWayStreets({ streets, links }: ReadingTwin): Uint8Array {
  const hasLink = new Uint8Array(streets.count), isTwoWay = new Uint8Array(streets.count);
  for (let link = 0; link < links.count; link++) {
    const street = links.street[link]!;
    if (hasLink[street] === 1) isTwoWay[street] = 1;
    hasLink[street] = 1;
  }
  return isTwoWay;
}

interface Material { parts: ReadyParts; material: Pick<RoadInstallation, 'photometry' | 'rTable'> }

/** Photometric data as they hang, and surfaces; what was read once is kept. */
function partsReader(twin: ReadingTwin): (photometry: number, tiltDeg: number, surface: number) => Material {
  const surfaces = surfaceNames.map(standardRTable), known = new Map<string, Material>();
  return (photometry, tiltDeg, surface) => {
    const key = `${photometry} ${tiltDeg} ${surface}`, before = known.get(key);
    if (before) return before;
    const material = { photometry: photometryOf(twin, photometry), rTable: surfaces[surface]! };
    const made = { material, parts: readyParts({ ...material, tiltDeg }) };
    known.set(key, made);
    return made;
  };
}
