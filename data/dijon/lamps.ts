import { randomShare } from '../../engine/foundation/random.ts';
import { tableFrom } from '../../engine/foundation/table.ts';
import { replacementYears, rollOutPaths } from '../../engine/twin/led-roll-out.ts';
import { cabinetColumns, lampColumns } from '../../engine/twin/lighting.ts';
import { roadClass } from '../../engine/twin/streets.ts';
import { landUse } from '../../engine/twin/territory.ts';
import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';
import { groupLamps, middleOf } from '../build/lamps/group-lamps.ts';
import { PLAIN_CABINET, writeZonesByClock } from '../build/lamps/write-zones.ts';
import { lampCount, placeLamps, type LampRule, type PlacedLamp } from '../build/lamps/place-lamps.ts';
import { lightingFigures, OLD_LAMPS } from './facts/lighting.ts';
import { writeLuminaires, type OldLamp } from './luminaires.ts';

const SEED = 34;
const PURPOSE = { oldLamp: 7301 } as const;

/** A kind of lamp as it stands along a class of street: spacing before it is fitted to the count, and what stood there before. */
interface LampKind { spacingM: number; staggered: boolean; heightM: number; ledW: number; before: readonly OldLamp[] }

/** Heights, spacings and LED powers by class of street: assumed, usual in French towns; the lamps before are drawn from the list in equal parts. */
const KINDS: Readonly<Record<number, LampKind>> = {
  [roadClass.primary]: { spacingM: 30, staggered: true, heightM: 10, ledW: 92, before: ['sodium250', 'sodium150', 'sodium150'] },
  [roadClass.secondary]: { spacingM: 30, staggered: true, heightM: 9, ledW: 72, before: ['sodium150', 'sodium150', 'sodium100'] },
  [roadClass.tertiary]: { spacingM: 30, staggered: false, heightM: 8, ledW: 54, before: ['sodium150', 'sodium100', 'mercury125'] },
  [roadClass.residential]: { spacingM: 30, staggered: false, heightM: 6, ledW: 40, before: ['sodium70', 'sodium100', 'mercury80'] },
  [roadClass.service]: { spacingM: 28, staggered: false, heightM: 5, ledW: 32, before: ['sodium70', 'mercury80'] },
  [roadClass.footway]: { spacingM: 28, staggered: false, heightM: 4, ledW: 24, before: ['sodium70', 'mercury80'] },
};

/** Whether "réduite à 70 %" is read as 70 % of the output left, or as 30 % left: see docs/models/reference-lighting.md. */
export interface DimmingReading { reducedTo: boolean }

/** Zones in the order of their rows; scenarios name them. */
const ZONES = ['centre', 'main-roads', 'residential', 'industrial', 'villages', 'parks', 'sennecey'] as const;
type ZoneName = (typeof ZONES)[number];

/** Lamps along all lit streets, their cabinets, zones and dimming. */
export function addLamps(twin: Twin, reading: DimmingReading = { reducedTo: true }): void {
  const speedsMps = streetSpeedsMps(twin);
  const factor = spacingFactor(twin, speedsMps);
  const placed = placeLamps(twin, (street) => ruleOf(twin, speedsMps, street, factor));
  const { streets, communes } = twin;
  const byCommune: number[][] = Array.from({ length: communes.count }, () => []);
  placed.forEach(({ street }, lamp) => byCommune[streets.commune[street]!]!.push(lamp));
  const groups = byCommune.flatMap((members, commune) =>
    groupLamps(placed, members, lightingFigures.mostLampsOfACabinet.value).map((lamps) => ({ commune, lamps })));
  const cabinetOf = new Int32Array(placed.length);
  twin.cabinets = tableFrom(cabinetColumns, groups.map(({ commune, lamps }, cabinet) => {
    for (const lamp of lamps) cabinetOf[lamp] = cabinet;
    const { xM, yM } = placed[middleOf(placed, lamps)]!;
    return { name: `AR${String(cabinet + 1).padStart(4, '0')}`, xM, yM, commune, ...PLAIN_CABINET };
  }));
  const zoneOf = lampZones(twin, placed);
  const { ledRow, oldRow } = writeLuminaires(twin, Object.values(KINDS).map(({ ledW }) => ledW));
  // The city as it is at the end of the contract, all LED; each with the year in which it came by the path reported last.
  const years = replacementYears({ count: placed.length, cabinet: cabinetOf }, rollOutPaths.reported);
  twin.lamps = tableFrom(lampColumns, placed.map(({ street, xM, yM }, lamp) => {
    const kind = KINDS[streets.class[street]!]!;
    // All lamps of a street were of one kind, and were replaced by one kind.
    const before = kind.before[Math.floor(randomShare(SEED, PURPOSE.oldLamp, street, 0) * kind.before.length)]!;
    return {
      name: `PL${String(lamp + 1).padStart(5, '0')}`, xM, yM, street, cabinet: cabinetOf[lamp]!, zone: ZONES.indexOf(zoneOf(lamp)), heightM: kind.heightM,
      luminaire: ledRow(kind.ledW), replaced: oldRow(before), installedYear: years[lamp]!,
      ratedPowerW: kind.ledW, powerBeforeW: OLD_LAMPS[before].value, ratedFluxLm: kind.ledW * lightingFigures.fluxLmPerW.value,
    };
  }));
  writeZones(twin, reading);
}

function ruleOf({ streets }: ReadingTwin, speedsMps: Float64Array, street: number, factor: number): LampRule | undefined {
  const kind = KINDS[streets.class[street]!];
  const builtUp = streets.class[street]! >= roadClass.service || speedsMps[street]! <= lightingFigures.litUpToMps.value;
  if (!kind || streets.commune[street]! < 0 || !builtUp) return undefined;
  return { spacingM: kind.spacingM * factor, staggered: kind.staggered };
}

/** The posted speed of every street: that of its first link. */
function streetSpeedsMps({ streets, links }: ReadingTwin): Float64Array {
  const speedsMps = new Float64Array(streets.count);
  for (let link = links.count - 1; link >= 0; link--) speedsMps[links.street[link]!] = links.speedLimitMps[link]!;
  return speedsMps;
}

/** The number by which all spacings are multiplied so that the count is the published one; bisection on a falling function. */
function spacingFactor(twin: ReadingTwin, speedsMps: Float64Array): number {
  const total = (factor: number) => {
    let count = 0;
    for (let street = 0; street < twin.streets.count; street++) {
      const rule = ruleOf(twin, speedsMps, street, factor);
      if (rule) count += lampCount(twin.streets.lengthM[street]!, rule.spacingM);
    }
    return count;
  };
  let low = 0.85, high = 1.33;
  for (let halving = 0; halving < 30; halving++) {
    const middle = (low + high) / 2;
    if (total(middle) >= lightingFigures.lamps.value) low = middle;
    else high = middle;
  }
  return low;
}

function lampZones(twin: ReadingTwin, placed: readonly PlacedLamp[]): (lamp: number) => ZoneName {
  const { streets, communes, areas, points } = twin;
  const within = (use: number) => {
    const outlines = Array.from({ length: areas.count }, (_, area) => area).filter((area) => areas.use[area] === use)
      .map((area) => outlineOf(points, areas.firstPoint[area]!, areas.pointCount[area]!));
    return (xM: number, yM: number) => outlines.some((outline) => outline.holds(xM, yM));
  };
  const inPark = within(landUse.park), inWorks = within(landUse.industry);
  return (lamp) => {
    const { street, xM, yM } = placed[lamp]!;
    const commune = streets.commune[street]!;
    if (communes.name[commune]!.startsWith('Sennecey')) return 'sennecey';
    if (streets.class[street]! <= roadClass.secondary) return 'main-roads';
    if (xM * xM + yM * yM < 900 * 900) return 'centre';
    if (inPark(xM, yM)) return 'parks';
    if (inWorks(xM, yM)) return 'industrial';
    return communes.population[commune]! < 3000 ? 'villages' : 'residential';
  };
}

/** A polygon with its bounds, to ask whether it holds a point (even-odd rule). */
function outlineOf(points: ReadingTwin['points'], firstPoint: number, pointCount: number): { holds(xM: number, yM: number): boolean } {
  let west = Infinity, east = -Infinity, south = Infinity, north = -Infinity;
  for (let point = firstPoint; point < firstPoint + pointCount; point++) {
    west = Math.min(west, points.xM[point]!); east = Math.max(east, points.xM[point]!);
    south = Math.min(south, points.yM[point]!); north = Math.max(north, points.yM[point]!);
  }
  return {
    holds(xM, yM) {
      if (xM < west || xM > east || yM < south || yM > north) return false;
      let inside = false;
      for (let point = firstPoint, before = firstPoint + pointCount - 1; point < firstPoint + pointCount; before = point++) {
        const y1 = points.yM[point]!, y2 = points.yM[before]!;
        if (y1 > yM === y2 > yM) continue;
        const x1 = points.xM[point]!, x2 = points.xM[before]!;
        if (xM < x1 + ((x2 - x1) * (yM - y1)) / (y2 - y1)) inside = !inside;
      }
      return inside;
    },
  };
}

/** Dimming as published, and as assumed where nothing is: see facts/lighting.ts. */
function writeZones(twin: Twin, { reducedTo }: DimmingReading): void {
  const f = lightingFigures;
  const full = (fromS: number) => ({ fromS, outputShare: 1 });
  const published = reducedTo ? f.dimmedShare.value : 1 - f.dimmedShare.value;
  const asPublished = [full(f.dimmedUntilS.value), { fromS: f.dimmedFromS.value, outputShare: published }];
  const asAnnounced = [full(f.dimmedUntilS.value), { fromS: f.announcedFromS.value, outputShare: f.announcedShare.value }];
  const levels: Record<ZoneName, { fromS: number; outputShare: number }[]> = {
    centre: asPublished, 'main-roads': asPublished, residential: asPublished, parks: asPublished, industrial: asAnnounced, villages: asAnnounced,
    sennecey: [{ fromS: 0, outputShare: 0 }, full(f.senneceyOffUntilS.value)],
  };
  writeZonesByClock(twin, ZONES.map((name) => ({ name, levels: levels[name] })));
}
