/**
 * EN 13201-3:2015 a second time, for comparison only: every formula written out from its clause, every luminaire looked at for
 * every point, nothing remembered and nothing shared with `engine/lighting`. Slow, and meant to be read beside the standard.
 *
 * Axes: x along the road in the direction of travel, y across it from the kerb of the first row, z up. The field lies between
 * the luminaires of the first row at x = 0 and x = spacing.
 *
 * Clauses are those that open programs cite and follow (chapter 6 as in CIE 140); the text itself was not at hand. Where they differ, or a
 * clause leaves a choice, the choice is one entry of `Choices`.
 */
export interface Choices {
  /** Luminaires counted for illuminance: those within five mounting heights of the point as the crow flies, or along and across apart. */
  illuminanceReach: 'circle' | 'square';
  /** Luminaires counted for luminance across the road: all of them, or those within five mounting heights. */
  luminanceReachAcross: 'all' | 'five heights';
  /** Strips of the edge illuminance ratio: those of the surround ratio (half the carriageway, at most 5 m), or a lane, as other programs read EN 13201-2:2015. */
  edgeStrip: 'half carriageway' | 'lane';
  /** The road's luminance to which the veil of an observer in a lane is held: as seen from this lane, or from the lane that sees least. */
  glareLuminance: 'same lane' | 'worst lane';
}
export const usualChoices: Choices = { illuminanceReach: 'circle', luminanceReachAcross: 'all', edgeStrip: 'half carriageway', glareLuminance: 'same lane' };

/** Luminous intensity in cd for each 1,000 lm, by the angles of CIE 121 in degrees. */
export type Intensity = (cDeg: number, gammaDeg: number) => number;

/** A row of equal luminaires: one every spacing, the first at x = firstXM, turned so that C90 points to +y (0) or to -y (180). */
export interface NaiveRow { firstXM: number; yM: number; turnDeg: number }

export interface NaiveRoad {
  intensityCdPerKlm: Intensity;
  /** Reduced luminance coefficient r in cd/(lx m²) (not times 10,000), by tan gamma and beta. */
  r: (tanGamma: number, betaDeg: number) => number;
  rows: readonly NaiveRow[];
  fluxLm: number;
  powerW: number;
  spacingM: number;
  heightM: number;
  widthM: number;
  laneCount: number;
  tiltDeg: number;
  maintenanceFactor: number;
  /** Whether lanes beyond the middle are driven, and looked along, towards -x; a lane in the middle, where their number is odd, both ways. */
  isTwoWay?: boolean;
}

interface Luminaire { xM: number; yM: number; turnDeg: number }

const EYE_HEIGHT_M = 1.5;
const radians = (deg: number): number => (deg * Math.PI) / 180;
const degrees = (rad: number): number => (rad * 180) / Math.PI;
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
/** A ratio of light; what is dark is not even, so 0 there. */
const ratio = (some: number, whole: number): number => (whole === 0 ? 0 : some / whole);

/** Value of a table between its lines, linear along both (chapter 5, for intensities and for r alike); nothing outside the table. */
export function bilinear(rowAt: readonly number[], columnAt: readonly number[], value: (row: number, column: number) => number): (a: number, b: number) => number {
  const place = (at: readonly number[], where: number): { below: number; share: number } | undefined => {
    if (!(where >= at[0]! && where <= at[at.length - 1]!)) return undefined;
    if (at.length === 1) return { below: 0, share: 0 };
    let below = 0;
    while (below < at.length - 2 && at[below + 1]! <= where) below++;
    return { below, share: (where - at[below]!) / (at[below + 1]! - at[below]!) };
  };
  return (a, b) => {
    const row = place(rowAt, a), column = place(columnAt, b);
    if (row === undefined || column === undefined) return 0;
    const along = (line: number): number =>
      column.share === 0 ? value(line, column.below) : value(line, column.below) * (1 - column.share) + value(line, column.below + 1) * column.share;
    return row.share === 0 ? along(row.below) : along(row.below) * (1 - row.share) + along(row.below + 1) * row.share;
  };
}

/**
 * The direction of a point as the luminaire sees it: C and gamma after turning by nu about the vertical, tilting by delta about
 * its C0 axis and rotating by psi about its C90 axis (chapter 6). dxM, dyM from the luminaire to the point, dropM down.
 */
export function directionSeen(dxM: number, dyM: number, dropM: number, nuDeg: number, deltaDeg: number, psiDeg: number): { cDeg: number; gammaDeg: number } {
  const [sinNu, cosNu] = [Math.sin(radians(nuDeg)), Math.cos(radians(nuDeg))];
  const [sinDelta, cosDelta] = [Math.sin(radians(deltaDeg)), Math.cos(radians(deltaDeg))];
  const [sinPsi, cosPsi] = [Math.sin(radians(psiDeg)), Math.cos(radians(psiDeg))];
  const x = dxM * (cosNu * cosPsi - sinNu * sinDelta * sinPsi) + dyM * (sinNu * cosPsi + cosNu * sinDelta * sinPsi) + dropM * cosDelta * sinPsi;
  const y = -dxM * sinNu * cosDelta + dyM * cosNu * cosDelta - dropM * sinDelta;
  const h = -dxM * (cosNu * sinPsi + sinNu * sinDelta * cosPsi) - dyM * (sinNu * sinPsi - cosNu * sinDelta * cosPsi) + dropM * cosDelta * cosPsi;
  // The arctangent of two sides and not the arccosine of a ratio: that one loses half the digits near its ends.
  return { cDeg: (degrees(Math.atan2(y, x)) + 360) % 360, gammaDeg: degrees(Math.atan2(Math.hypot(x, y), h)) };
}

/** Every luminaire of the road between two places along it, ends included. */
function luminairesBetween(road: NaiveRoad, fromXM: number, toXM: number): Luminaire[] {
  const found: Luminaire[] = [];
  for (const { firstXM, yM, turnDeg } of road.rows) {
    for (let n = Math.floor((fromXM - firstXM) / road.spacingM) - 1; firstXM + n * road.spacingM <= toXM; n++) {
      const xM = firstXM + n * road.spacingM;
      if (xM >= fromXM) found.push({ xM, yM, turnDeg });
    }
  }
  return found;
}

/** cd of a new luminaire towards a place dropM below it. */
function candela(road: NaiveRoad, from: Luminaire, xM: number, yM: number, dropM: number): number {
  const { cDeg, gammaDeg } = directionSeen(xM - from.xM, yM - from.yM, dropM, from.turnDeg, road.tiltDeg, 0);
  return road.intensityCdPerKlm(cDeg, gammaDeg) * (road.fluxLm / 1000);
}

/** Horizontal illuminance in lx at a point of the road when all is new (7.2), from luminaires within five mounting heights. */
export function illuminanceLx(road: NaiveRoad, xM: number, yM: number, choices: Choices): number {
  const reachM = 5 * road.heightM;
  let sumLx = 0;
  for (const luminaire of luminairesBetween(road, xM - reachM, xM + reachM)) {
    const dyM = yM - luminaire.yM, flatM = Math.hypot(xM - luminaire.xM, dyM);
    if (choices.illuminanceReach === 'circle' ? flatM > reachM : Math.abs(dyM) > reachM) continue;
    const cosGamma = road.heightM / Math.hypot(flatM, road.heightM);
    sumLx += (candela(road, luminaire, xM, yM, road.heightM) * cosGamma ** 3) / road.heightM ** 2;
  }
  return sumLx;
}

/**
 * Luminance in cd/m² of a point of the road when all is new (7.1.1, 7.1.5): luminaires from 5 mounting heights towards the observer to 12
 * beyond the point. beta is 0 where the luminaire stands beyond the point as seen by the observer.
 */
export function luminanceCdM2(road: NaiveRoad, xM: number, yM: number, observerXM: number, observerYM: number, choices: Choices): number {
  const { heightM } = road;
  let sumCdM2 = 0;
  for (const luminaire of luminairesBetween(road, xM - 5 * heightM, xM + 12 * heightM)) {
    if (choices.luminanceReachAcross === 'five heights' && Math.abs(luminaire.yM - yM) > 5 * heightM) continue;
    const [lookX, lookY] = [xM - observerXM, yM - observerYM], [onX, onY] = [luminaire.xM - xM, luminaire.yM - yM];
    const betaDeg = degrees(Math.abs(Math.atan2(lookX * onY - lookY * onX, lookX * onX + lookY * onY)));
    sumCdM2 += (candela(road, luminaire, xM, yM, heightM) * road.r(Math.hypot(onX, onY) / heightM, betaDeg)) / heightM ** 2;
  }
  return sumCdM2;
}

/**
 * Equivalent veiling luminance in cd/m² for an eye of 23 years, 1.5 m above the road, looking along it 1 degree down (8.5): all luminaires at most 500 m ahead
 * below a plane that rises at 20 degrees from the eye, the roof of the car.
 */
export function veilingLuminanceCdM2(road: NaiveRoad, eyeXM: number, eyeYM: number): number {
  const riseM = road.heightM - EYE_HEIGHT_M, AGE_YEARS = 23;
  let sumCdM2 = 0;
  for (const luminaire of luminairesBetween(road, eyeXM, eyeXM + 500)) {
    const aheadM = luminaire.xM - eyeXM, asideM = luminaire.yM - eyeYM;
    if (riseM > aheadM * Math.tan(radians(20))) continue;
    const distanceM = Math.hypot(aheadM, asideM, riseM);
    // Along the line of sight, and the two directions square to it: aside, and up from a line that points 1 degree down.
    const alongM = aheadM * Math.cos(radians(1)) - riseM * Math.sin(radians(1)), upM = riseM * Math.cos(radians(1)) + aheadM * Math.sin(radians(1));
    const thetaDeg = degrees(Math.atan2(Math.hypot(asideM, upM), alongM));
    if (thetaDeg > 60 || thetaDeg <= 0.1) continue;
    const atEyeLx = (candela(road, luminaire, eyeXM, eyeYM, riseM) * (alongM / distanceM)) / distanceM ** 2;
    sumCdM2 += thetaDeg > 1.5
      ? (9.86 * (1 + (AGE_YEARS / 66.4) ** 4) * atEyeLx) / thetaDeg ** 2
      : atEyeLx * (10 / thetaDeg ** 3 + (5 / thetaDeg ** 2) * (1 + (AGE_YEARS / 62.5) ** 4));
  }
  return sumCdM2;
}

/** Points along the field (7.1.3): ten, or as many more as keep them at most 3 m apart where the spacing exceeds 30 m; half a step from its ends. */
export function pointsAlongM(spacingM: number): number[] {
  let count = 10;
  if (spacingM > 30) while (spacingM / count > 3) count++;
  return Array.from({ length: count }, (_, i) => ((i + 0.5) * spacingM) / count);
}

/** Points across a strip for illuminance (7.2.7): at least three, at most 1.5 m apart, half a step from its edges. */
export function pointsAcrossM(fromYM: number, toYM: number): number[] {
  let count = 3;
  while ((toYM - fromYM) / count > 1.5) count++;
  return Array.from({ length: count }, (_, i) => fromYM + ((i + 0.5) * (toYM - fromYM)) / count);
}

const illuminancesLx = (road: NaiveRoad, fromYM: number, toYM: number, choices: Choices): number[] =>
  pointsAlongM(road.spacingM).flatMap((xM) => pointsAcrossM(fromYM, toYM).map((yM) => illuminanceLx(road, xM, yM, choices)));

/** Edge illuminance ratio (8.6): the darker of the two edges, each the strip outside it over the strip inside. */
function edgeIlluminanceRatio(road: NaiveRoad, choices: Choices): number {
  const { widthM } = road;
  const stripM = choices.edgeStrip === 'lane' ? widthM / road.laneCount : Math.min(5, widthM / 2);
  const averageLx = (fromYM: number, toYM: number): number => mean(illuminancesLx(road, fromYM, toYM, choices));
  return Math.min(ratio(averageLx(-stripM, 0), averageLx(0, stripM)), ratio(averageLx(widthM, widthM + stripM), averageLx(widthM - stripM, widthM)));
}

/** Luminance of the whole carriageway seen from the middle of a lane, 60 m before the field (7.1.4), when all is new. */
function seenFromLane(road: NaiveRoad, lane: number, choices: Choices): { averageCdM2: number; overall: number; longitudinal: number } {
  const laneM = road.widthM / road.laneCount, eyeYM = (lane + 0.5) * laneM;
  const acrossM = Array.from({ length: 3 * road.laneCount }, (_, j) => ((j + 0.5) * laneM) / 3);
  const alongM = pointsAlongM(road.spacingM);
  const all = alongM.flatMap((xM) => acrossM.map((yM) => luminanceCdM2(road, xM, yM, -60, eyeYM, choices)));
  const middle = alongM.map((xM) => luminanceCdM2(road, xM, eyeYM, -60, eyeYM, choices));
  return { averageCdM2: mean(all), overall: ratio(Math.min(...all), mean(all)), longitudinal: ratio(Math.min(...middle), Math.max(...middle)) };
}

/** Threshold increment in % (8.5): the worst place of the eye, which starts where the first luminaire of the field comes out from under the roof. */
function thresholdIncrementPct(road: NaiveRoad, lane: number, newAverageCdM2: number): number {
  const eyeYM = (lane + 0.5) * (road.widthM / road.laneCount), alongM = pointsAlongM(road.spacingM);
  const veils = alongM.map((_, step) => veilingLuminanceCdM2(road, -2.75 * (road.heightM - EYE_HEIGHT_M) + (step * road.spacingM) / alongM.length, eyeYM));
  const worst = Math.max(...veils);
  if (worst === 0) return 0;
  return newAverageCdM2 <= 5 ? (65 * worst) / newAverageCdM2 ** 0.8 : (95 * worst) / newAverageCdM2 ** 1.05;
}

/** The road looked at from its other end: what was at (x, y) is at (spacing - x, width - y). */
const turnedAbout = (road: NaiveRoad): NaiveRoad => ({
  ...road, rows: road.rows.map(({ firstXM, yM, turnDeg }) => ({ firstXM: road.spacingM - firstXM, yM: road.widthM - yM, turnDeg: turnDeg + 180 })),
});

export interface RoadFigures { lavCdM2: number; uo: number; ul: number; fTiPct: number; rei: number; eavLx: number; eminLx: number; eUo: number; dpWPerLxM2: number }

/** What EN 13201-3 asks of a road, and the power density of EN 13201-5; the worst lane counts. Glare is that of new luminaires, all else is maintained. */
export function naiveRoadLighting(road: NaiveRoad, choices: Choices = usualChoices): RoadFigures {
  const views = Array.from({ length: road.laneCount }, (_, lane) => lane).flatMap((lane) => {
    const there = { along: road, seenAs: lane }, back = { along: turnedAbout(road), seenAs: road.laneCount - 1 - lane };
    if (road.isTwoWay !== true || lane + 0.5 < road.laneCount / 2) return [there];
    return lane + 0.5 === road.laneCount / 2 ? [there, back] : [back];
  }).map((view) => ({ ...view, ...seenFromLane(view.along, view.seenAs, choices) }));
  const worstCdM2 = Math.min(...views.map((view) => view.averageCdM2));
  const lx = illuminancesLx(road, 0, road.widthM, choices);
  return {
    lavCdM2: worstCdM2 * road.maintenanceFactor,
    uo: Math.min(...views.map((view) => view.overall)),
    ul: Math.min(...views.map((view) => view.longitudinal)),
    fTiPct: Math.max(...views.map(({ along, seenAs, averageCdM2 }) => thresholdIncrementPct(along, seenAs, choices.glareLuminance === 'worst lane' ? worstCdM2 : averageCdM2))),
    rei: edgeIlluminanceRatio(road, choices),
    eavLx: mean(lx) * road.maintenanceFactor,
    eminLx: Math.min(...lx) * road.maintenanceFactor,
    eUo: ratio(Math.min(...lx), mean(lx)),
    // EN 13201-5: power of the luminaires of one field over its maintained illuminance and area; each row has one there.
    dpWPerLxM2: (road.rows.length * road.powerW) / (mean(lx) * road.maintenanceFactor * road.spacingM * road.widthM),
  };
}
