import type { Reading } from '../../foundation/table.ts';
import type { Photometries } from '../../twin/photometry.ts';
import { roadClass } from '../../twin/streets.ts';
import { landUse } from '../../twin/territory.ts';
import type { ReadingTwin } from '../../twin/twin.ts';
import type { OutputHours } from './output-hours.ts';

/**
 * Order of 27 December 2018 on light nuisance (arrêté relatif à la prévention, à la réduction et à la limitation des nuisances lumineuses,
 * TREP1831126A). Categories of its article 1 that the twin knows: a, outdoor lighting for movement; b, parks and gardens.
 */
export interface NuisanceOrder {
  /** From this year on installations must keep article 3; those from before need not, until they are renewed, but for what follows. */
  sinceYear: number;
  /**
   * Article 8: installations of any year that article 3 sets a limit of upward light for, of category a everywhere, may send no more than this share
   * upward, as mounted, from that date on: they have to be replaced (luminaires like balls). For category b that holds in nature reserves and around observatories alone.
   */
  oldInstallations: { mostUpwardShare: number; sinceDate: string };
  /** Article 3: light above the horizontal, of the luminaire when level, and as mounted. */
  mostLevelUpwardShare: number;
  mostUpwardShare: number;
  /** Article 3: share of the downward light within 75.5 degrees of the vertical, CIE flux code 3. */
  leastFluxCode3Share: number;
  /** Article 3: correlated colour temperature. */
  mostColourTemperatureK: number;
  /** Article 3: flux of the sources when new over the area to be lit, in and out of town. */
  mostLmPerM2: Record<OrderCategory, { inTown: number; outOfTown: number }>;
  /** Article 2: clock hour from which parks are dark. */
  parkDarkFromHour: number;
  /** Clock hour until which that is looked at. */
  parkDarkUntilHour: number;
}

export type OrderCategory = 'street' | 'park';

export const orderOf2018: NuisanceOrder = {
  sinceYear: 2020,
  oldInstallations: { mostUpwardShare: 0.5, sinceDate: '2025-01-01' },
  mostLevelUpwardShare: 0.01,
  mostUpwardShare: 0.04,
  leastFluxCode3Share: 0.95,
  mostColourTemperatureK: 3000,
  mostLmPerM2: { street: { inTown: 35, outOfTown: 25 }, park: { inTown: 25, outOfTown: 10 } },
  parkDarkFromHour: 1,
  parkDarkUntilHour: 5,
};

/** Footways that are lit with the carriageway, on each side in town: the order asks for the whole area to be lit, streets of a twin end at the kerb. Assumed. */
export const FOOTWAY_M = 1.5;
/** Above this limit a street lies out of town, as the highway code has it. */
const TOWN_MPS = 50.5 / 3.6;

/** `notAsked`: from before the order, and not due by article 8; `unknown`: nobody knows the figure. */
export type OrderVerdict = 'kept' | 'missed' | 'unknown' | 'notAsked';
export const orderCriteria = ['density', 'levelUpward', 'upward', 'fluxCode3', 'colour', 'hours'] as const;
export type OrderCriterion = (typeof orderCriteria)[number];

/** One installation, the lamps of a street, before the order. Figures that nobody knows are NaN. */
export interface OrderFinding {
  /** Row of `litStreets`. */
  row: number;
  category: OrderCategory;
  inTown: boolean;
  figures: Record<OrderCriterion, number>;
  limits: Record<OrderCriterion, number>;
  verdicts: Record<OrderCriterion, OrderVerdict>;
}

/** What a luminaire sends up when level and as mounted, and its flux code 3, as shares; NaN where nobody knows. */
export type LuminaireShares = (luminaire: number, tiltDeg: number) => { levelUpwardShare: number; upwardShare: number; fluxCode3Share: number };

/** Every installation, in the order of `litStreets`. */
export function orderFindings(twin: ReadingTwin, hoursByZone: readonly (readonly OutputHours[])[], sharesOf: LuminaireShares, order: NuisanceOrder = orderOf2018): OrderFinding[] {
  const { litStreets, lightingZones, lamps } = twin, lampFluxLm = new Float64Array(twin.streets.count), sinceYear = new Uint16Array(twin.streets.count), isInPark = parkFinder(twin);
  for (let lamp = 0; lamp < lamps.count; lamp++) {
    const street = lamps.street[lamp]!;
    if (street < 0) continue;
    lampFluxLm[street]! += lamps.ratedFluxLm[lamp]!;
    sinceYear[street] = Math.max(sinceYear[street]!, lamps.installedYear[lamp]!);
  }
  return Array.from({ length: litStreets.count }, (_, row): OrderFinding => {
    const street = litStreets.street[row]!, zone = litStreets.zone[row]!, luminaire = litStreets.luminaire[row]!;
    const inTown = litStreets.speedLimitMps[row]! <= TOWN_MPS, category: OrderCategory = twin.streets.class[street] === roadClass.footway && isInPark(street) ? 'park' : 'street';
    const areaM2 = twin.streets.lengthM[street]! * (litStreets.widthM[row]! + (inTown && category === 'street' ? 2 * FOOTWAY_M : 0));
    const { levelUpwardShare, upwardShare, fluxCode3Share } = sharesOf(luminaire, litStreets.tiltDeg[row]!);
    const figures = {
      density: lampFluxLm[street]! / areaM2, levelUpward: levelUpwardShare, upward: upwardShare, fluxCode3: fluxCode3Share, colour: colourTemperatureK(twin, luminaire),
      hours: category === 'park' ? litH(hoursByZone[zone < 0 ? lightingZones.count : zone]!, order) : 0,
    };
    const year = sinceYear[street]!, isAsked = year === 0 || year >= order.sinceYear, isDue = !isAsked && category === 'street' && twin.facts.date >= order.oldInstallations.sinceDate && upwardShare > order.oldInstallations.mostUpwardShare;
    const limits = {
      density: order.mostLmPerM2[category][inTown ? 'inTown' : 'outOfTown'], levelUpward: order.mostLevelUpwardShare, upward: isDue ? order.oldInstallations.mostUpwardShare : order.mostUpwardShare, fluxCode3: order.leastFluxCode3Share, colour: order.mostColourTemperatureK, hours: 0,
    };
    const verdicts = verdictsOf(figures, limits, category, isAsked);
    return { row, category, inTown, figures, limits, verdicts: isDue ? { ...verdicts, upward: 'missed' } : verdicts };
  });
}

/** Category b has no limit of colour, and of upward light near observatories and in nature reserves alone, which no twin knows; hours of category a have none either, but for closed grounds that no twin knows. */
function verdictsOf(figures: OrderFinding['figures'], limits: OrderFinding['limits'], category: OrderCategory, isAsked: boolean): OrderFinding['verdicts'] {
  const judge = (criterion: OrderCriterion, holds: boolean): OrderVerdict => (Number.isNaN(figures[criterion]) ? 'unknown' : holds ? 'kept' : isAsked ? 'missed' : 'notAsked');
  return {
    density: judge('density', figures.density <= limits.density), levelUpward: category === 'park' ? 'notAsked' : judge('levelUpward', figures.levelUpward < limits.levelUpward), upward: category === 'park' ? 'notAsked' : judge('upward', figures.upward < limits.upward),
    fluxCode3: judge('fluxCode3', figures.fluxCode3 > limits.fluxCode3), colour: category === 'park' ? 'notAsked' : judge('colour', figures.colour <= limits.colour),
    // Hours bind installations of any year.
    hours: category === 'park' ? (figures.hours > 0 ? 'missed' : 'kept') : 'notAsked',
  };
}

function colourTemperatureK({ luminaires, photometries }: { luminaires: ReadingTwin['luminaires']; photometries: Reading<Photometries> }, luminaire: number): number {
  if (luminaire < 0) return NaN;
  const photometry = luminaires.photometry[luminaire]!, said = luminaires.colourTemperatureK[luminaire]! || (photometry < 0 ? 0 : photometries.colourTemperatureK[photometry]!);
  return said > 0 ? said : NaN;
}

/** Hours a year in which a park is lit when it should be dark. */
const litH = (hours: readonly OutputHours[], { parkDarkFromHour, parkDarkUntilHour }: NuisanceOrder): number =>
  hours.reduce((sum, { hour, outputShare, hours: long }) => (hour >= parkDarkFromHour && hour < parkDarkUntilHour && outputShare > 0 ? sum + long : sum), 0);

/** Whether the middle corner of a street lies in a park (even-odd rule). */
function parkFinder({ areas, points, streets }: ReadingTwin): (street: number) => boolean {
  const parks = Array.from({ length: areas.count }, (_, area) => area).filter((area) => areas.use[area] === landUse.park);
  return (street) => {
    const at = streets.firstPoint[street]! + (streets.pointCount[street]! >> 1), xM = points.xM[at]!, yM = points.yM[at]!;
    return parks.some((area) => {
      const first = areas.firstPoint[area]!, end = first + areas.pointCount[area]!;
      let inside = false;
      for (let point = first, before = end - 1; point < end; before = point++) {
        const y1 = points.yM[point]!, y2 = points.yM[before]!;
        if (y1 > yM !== y2 > yM && xM < points.xM[point]! + ((points.xM[before]! - points.xM[point]!) * (yM - y1)) / (y2 - y1)) inside = !inside;
      }
      return inside;
    });
  };
}
