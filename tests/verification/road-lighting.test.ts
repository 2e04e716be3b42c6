// Goal: light on a road is what inverse squares, r-tables and the scaling laws of EN 13201-3 say it must be, whatever the luminaire.
import { expect, test } from 'vitest';
import { lampArrangement } from '../../engine/twin/lit-streets.ts';
import { pointIlluminance } from '../../engine/lighting/road/field-illuminance.ts';
import { fieldLuminance } from '../../engine/lighting/road/field-luminance.ts';
import { pointsAcross, pointsAlong } from '../../engine/lighting/road/field-points.ts';
import { readyField } from '../../engine/lighting/road/field-work.ts';
import { thresholdIncrementPct, veilPerLx } from '../../engine/lighting/road/glare.ts';
import type { RTable } from '../../engine/lighting/road/r-table.ts';
import { standardRTable } from '../../engine/lighting/road/r-table.ts';
import { roadLighting, unevenLighting, type RoadLighting } from '../../engine/lighting/road/road-lighting.ts';
import { everywhere, lambertian, lopsidedBeam, roadBeam, street } from './road-scenes.ts';

const { singleSided, opposite, staggered, twinCentral, catenary } = lampArrangement;
/** So far apart that one luminaire is alone. */
const ALONE_M = 500;
const near = (value: number, expected: number, share: number): void => expect(Math.abs(value / expected - 1)).toBeLessThan(share);

/** r of a surface that looks equally bright from everywhere, q = q0: r = q0 cos³ gamma, at the nodes of the standard tables. */
function lambertianSurface(q0: number): RTable {
  const { tanGammas, betasDeg } = standardRTable('r3');
  const r = Float64Array.from([...tanGammas].flatMap((tangent) => [...betasDeg].map(() => (1e4 * q0) / (1 + tangent * tangent) ** 1.5)));
  return { tanGammas, betasDeg, r, q0 };
}

/** Illuminance in lx on the road 0 to 5 m beside a single luminaire of 10,000 lm at 3 m. */
const besideOne = (photometry: ReturnType<typeof everywhere>): number[] => {
  const field = readyField(street({ photometry, spacingM: ALONE_M, heightM: 3 }));
  return [0, 1, 2, 3, 4, 5].map((distanceM) => 10 * pointIlluminance(field, distanceM, 0));
};

test('inverse square: 10,000 lm at 3 m, to all sides alike and by the cosine of Lambert, on the floor 0 to 5 m away', () => {
  // E = I H / d³. Intensities of the second every half degree: straight lines between them stay within 3e-5.
  besideOne(everywhere()).forEach((lx, metres) => near(lx, ((10_000 / (4 * Math.PI)) * 3) / (9 + metres ** 2) ** 1.5, 1e-12));
  besideOne(lambertian(0.5)).forEach((lx, metres) => near(lx, ((10_000 / Math.PI) * 9) / (9 + metres ** 2) ** 2, 3e-5));
});

test('CIE 171 case 5.1 as quoted (88.42 lx below, 19.10 lx at 4 m) is a source that shines to all sides alike', () => {
  // The figures quoted for 1, 2, 3 and 5 m (75.45, 52.15, 31.83, 11.68) fit no inverse square: see docs/models/road-lighting.md.
  const lx = besideOne(everywhere());
  expect([lx[0]!.toFixed(2), lx[4]!.toFixed(2)]).toEqual(['88.42', '19.10']);
});

test('L = I r / H² at nodes of the r-table: a point seen with the lamp straight beyond it, and straight over it', () => {
  // H 10 m, the only lamp 500 m from the next one. Driver, points and lamp in the axis of a single lane: beta 0 beyond, 180 before.
  const heightM = 10, widthM = 3, made = street({ photometry: everywhere(100), spacingM: ALONE_M, heightM, widthM, laneCount: 1, overhangM: widthM / 2 });
  const field = readyField(made), along = pointsAlong(ALONE_M), luminance = new Float64Array(along.count * 3);
  fieldLuminance(field, luminance);
  const middle = (step: number): number => luminance[along.count + step]!;
  const { r, tanGammas, betasDeg } = made.rTable;
  const node = (tangent: number, beta: number): number => r[tanGammas.indexOf(tangent) * betasDeg.length + betasDeg.indexOf(beta)]!;
  let nodes = 0;
  for (let step = 0; step < along.count; step++) {
    const passedM = (step + 0.5) * along.stepM, aheadM = ALONE_M - passedM;
    const between = (tangent: number, beta: number): number => {
      const low = tanGammas.findLastIndex((one) => one <= tangent), high = Math.min(28, low + 1), part = high === low ? 0 : (tangent - tanGammas[low]!) / (tanGammas[high]! - tanGammas[low]!);
      return node(tanGammas[low]!, beta) * (1 - part) + node(tanGammas[high]!, beta) * part;
    };
    if (passedM <= 5 * heightM) { near(middle(step), (100 * between(passedM / heightM, 180) * 1e-4) / heightM ** 2, 1e-12); nodes++; }
    else if (aheadM <= 12 * heightM) { near(middle(step), (100 * between(aheadM / heightM, 0) * 1e-4) / heightM ** 2, 1e-12); nodes++; }
    else expect(middle(step)).toBe(0);
  }
  expect(nodes).toBeGreaterThan(50);
});

test('a road that looks equally bright from everywhere has L = q0 E, point by point', () => {
  // Luminance takes lamps up to 12 H ahead and r in straight lines between nodes, illuminance lamps up to 5 H: light that falls steeply is in both.
  const spot = { ...lambertian(), intensitiesCdPerKlm: lambertian().intensitiesCdPerKlm.map((cd, at) => (at % 73 > 24 ? 0 : cd)) };
  const made = street({ photometry: spot, rTable: lambertianSurface(0.07), widthM: 7, laneCount: 1, spacingM: 20 });
  const { luminance } = roadLighting(made), field = readyField(made);
  luminance.values.forEach((cdM2, point) => {
    const xM = ((point % luminance.along) + 0.5) * luminance.stepAlongM, yM = (Math.floor(point / luminance.along) + 0.5) * luminance.stepAcrossM;
    near(cdM2, 0.07 * pointIlluminance(field, xM, yM) * 7 * 0.8, 0.02);
  });
  // At nodes of the table nothing is left to interpolate: columns of 6 m every 30 m in the axis, points 1.5, 4.5, 7.5, 10.5 m from a lamp; farther ones are dark.
  const axis = street({ photometry: spot, rTable: lambertianSurface(0.07), laneCount: 1, widthM: 3, overhangM: 1.5, heightM: 6 }), lit = roadLighting(axis).luminance;
  for (const step of [0, 1, 2, 3, 6, 7, 8, 9]) near(lit.values[10 + step]! / (0.07 * pointIlluminance(readyField(axis), step * 3 + 1.5, 1.5) * 7 * 0.8), 1, 1e-12);
});

test('twice the light is twice the luminance and illuminance; uniformities and REI stay; glare grows by the fifth root', () => {
  const dim = roadLighting(street({ fluxLm: 2000 }));
  for (const times of [0.1, 0.5, 2, 4]) {
    const bright = roadLighting(street({ fluxLm: 2000 * times }));
    expect(bright.lavCdM2).toBeLessThan(5);
    for (const name of ['lavCdM2', 'eavLx', 'eminLx'] as const) near(bright[name], dim[name] * times, 1e-12);
    for (const name of ['uo', 'ul', 'rei', 'eUo'] as const) near(bright[name], dim[name], 1e-12);
    near(bright.fTiPct, dim.fTiPct * times ** 0.2, 1e-12);
    near(bright.dpWPerLxM2, dim.dpWPerLxM2 / times, 1e-12);
  }
});

test('less maintenance takes light, not glare: TI is that of new lamps', () => {
  const kept = roadLighting(street({ maintenanceFactor: 1 })), aged = roadLighting(street({ maintenanceFactor: 0.7 }));
  near(aged.lavCdM2, 0.7 * kept.lavCdM2, 1e-12);
  near(aged.eminLx, 0.7 * kept.eminLx, 1e-12);
  expect(aged.fTiPct).toBe(kept.fTiPct);
});

test('threshold increment by head: 1 lx at 10 degrees veils 0.1 cd/m² and hides 6.5 % on a road of 1 cd/m²; above 5 cd/m² the other line', () => {
  // 9.86 (1 + (23 / 66.4)^4) / 10² = 0.1000; near the line of sight 10 / 1³ + 5 (1 + (23 / 62.5)^4) / 1² = 15.09.
  near(veilPerLx(10), 0.10002, 1e-4);
  near(veilPerLx(1), 15.0917, 1e-4);
  expect([veilPerLx(60.01), veilPerLx(0.1)]).toEqual([0, 0]);
  near(thresholdIncrementPct(0.1, 1), 6.5, 1e-12);
  near(thresholdIncrementPct(0.4, 6), (95 * 0.4) / 6 ** 1.05, 1e-12);
  expect([thresholdIncrementPct(0.1, 0), thresholdIncrementPct(0, 0)]).toEqual([Infinity, 0]);
});

test('lamps no higher than a driver’s eyes have no fTI, and those just above have one', () => {
  const at = (heightM: number): RoadLighting => roadLighting(street({ heightM }));
  for (const heightM of [0.8, 1.5]) expect([at(heightM).fTiPct, ...at(heightM).views.map(({ fTiPct }) => fTiPct)]).toEqual(Array(1 + at(heightM).views.length).fill(NaN));
  expect(at(1.51).fTiPct).toBeGreaterThan(0);
});

const byEye = (lit: RoadLighting) => lit.views.map(({ lavCdM2, uo, ul, fTiPct }) => [lavCdM2, uo, ul, fTiPct]);

test('opposite rows are the near row and the far row together; staggered rows too, half a spacing on', () => {
  for (const [arrangement, startM] of [[opposite, 0], [staggered, 15]] as const) {
    const both = readyField(street({ photometry: lopsidedBeam(), arrangement })), one = readyField(street({ photometry: lopsidedBeam() }));
    for (const [xM, yM] of [[1.5, 0.6], [13.5, 3.5], [22.5, 6.4]] as const) {
      // The far row is the near one turned by 180 degrees about the middle of the road: its light at a point is that of the near row at the point turned.
      near(pointIlluminance(both, xM, yM), pointIlluminance(one, xM, yM) + pointIlluminance(one, startM - xM, 7 - yM), 1e-12);
    }
  }
});

test('a street and its mirror image: the same light, lanes counted from the other side', () => {
  for (const arrangement of [opposite, catenary]) {
    const lit = roadLighting(street({ arrangement, photometry: arrangement === catenary ? lambertian() : roadBeam() }));
    const [right, left] = byEye(lit) as [number[], number[]];
    right.forEach((value, at) => near(value, left[at]!, 1e-11));
    const { along, across, values } = lit.illuminance;
    for (let row = 0; row < across; row++) for (let step = 0; step < along; step++) near(values[row * along + step]!, values[(across - 1 - row) * along + (along - 1 - step)]!, 1e-12);
  }
});

test('two-way: who drives towards -x sees the road turned by 180 degrees', () => {
  // Opposite rows of any luminaire are the same after half a turn: both drivers see the same, each in his own lane.
  const [there, back] = byEye(roadLighting(street({ arrangement: opposite, photometry: lopsidedBeam(), isTwoWay: true }))) as [number[], number[]];
  there.forEach((value, at) => near(value, back[at]!, 1e-11));
  // With columns on one side they do not.
  const [beside, beyond] = byEye(roadLighting(street({ photometry: lopsidedBeam(), isTwoWay: true }))) as [number[], number[]];
  expect(Math.abs(beside[0]! / beyond[0]! - 1)).toBeGreaterThan(0.01);
  // A single lane driven both ways is seen from both ends, three lanes by four drivers.
  expect([1, 2, 3, 4].map((laneCount) => roadLighting(street({ laneCount, isTwoWay: true })).views.length)).toEqual([2, 2, 4, 4]);
});

test('twin central throws the light of two luminaires to either side of the axis', () => {
  const twin = readyField(street({ arrangement: twinCentral, overhangM: 0.5, widthM: 14, laneCount: 4 })), one = readyField(street());
  // Seen from the axis (y = 7), the right one hangs at 7.5 and looks away from it; `one` hangs at 0 and looks to +y.
  near(pointIlluminance(twin, 4.5, 10), pointIlluminance(one, 4.5, 2.5) + pointIlluminance(one, -4.5, -3.5), 1e-12);
});

test('tilt turns the beam up to the far side: straight down at 0 becomes 8 tan 15 degrees beyond', () => {
  const narrow = { ...lambertian(), intensitiesCdPerKlm: lambertian().intensitiesCdPerKlm.map((_, at) => Math.max(0, 1 - (at % 73) / 4)) };
  const field = readyField(street({ photometry: narrow, tiltDeg: 15 }));
  const beamM = 8 * Math.tan((15 * Math.PI) / 180);
  const brightestM = Array.from({ length: 701 }, (_, at) => at / 100).reduce((best, yM) => (pointIlluminance(field, 0, yM) > pointIlluminance(field, 0, best) ? yM : best), 0);
  // The cosine of incidence and the distance favour the near side a little.
  expect(Math.abs(brightestM - beamM)).toBeLessThan(0.02);
});

test('grids: 10 points up to 30 m, else no more than 3 m apart; across no more than 1.5 m and never fewer than three', () => {
  expect([20, 30, 30.1, 36, 36.1, 60].map((spacingM) => pointsAlong(spacingM).count)).toEqual([10, 10, 11, 12, 13, 20]);
  expect([3, 4.5, 4.6, 7, 7.5, 7.6].map((widthM) => pointsAcross(widthM).count)).toEqual([3, 3, 4, 5, 5, 6]);
  const { luminance, illuminance } = roadLighting(street({ spacingM: 33 }));
  expect([luminance.along, luminance.across, luminance.stepAlongM, illuminance.across]).toEqual([11, 6, 3, 5]);
});

test('luminaires that all give the same are an even street; a place that is out takes its share, most of it from the fields beside it', () => {
  for (const arrangement of [singleSided, staggered]) {
    const made = street({ arrangement }), even = roadLighting(made), places = arrangement === singleSided ? 6 : 12;
    const half = unevenLighting(made, new Float64Array(places).fill(0.5));
    expect(half.length).toBe(6);
    for (const field of half) {
      near(field.lavCdM2, even.lavCdM2 / 2, 1e-12);
      near(field.fTiPct, even.fTiPct / 2 ** 0.2, 1e-12);
      near(field.uo, even.uo, 1e-12);
    }
    const failed = unevenLighting(made, Float64Array.from({ length: places }, (_, at) => (at < places / 6 ? 0 : 1)));
    const meanLx = failed.reduce((sum, { eavLx }) => sum + eavLx, 0) / 6, meanCdM2 = failed.reduce((sum, { views }) => sum + views[0]!.lavCdM2, 0) / 6;
    near(meanLx, (even.eavLx * 5) / 6, 1e-12);
    near(meanCdM2, (even.views[0]!.lavCdM2 * 5) / 6, 1e-12);
    for (const beside of [failed[0]!, failed[5]!]) for (const apart of [failed[2]!, failed[3]!]) expect(beside.eavLx).toBeLessThan(apart.eavLx);
  }
});

test('light is a sum: what each luminaire of six gives alone adds up to all six', () => {
  const made = street({ photometry: lopsidedBeam(), arrangement: staggered });
  const alone = Array.from({ length: 6 }, (_, lamp) => unevenLighting(made, Float64Array.from({ length: 6 }, (_, at) => (at === lamp ? 1 : 0)))[0]!);
  const all = roadLighting(made), { values } = all.illuminance;
  values.forEach((lx, point) => near(alone.reduce((sum, one) => sum + one.illuminance.values[point]!, 0), lx, 1e-12));
  all.views.forEach(({ newVeilCdM2, newLavCdM2 }, view) => {
    near(alone.reduce((sum, one) => sum + one.views[view]!.newLavCdM2, 0), newLavCdM2, 1e-12);
    // Each by itself is worst somewhere else on the way.
    expect(alone.reduce((sum, one) => sum + one.views[view]!.newVeilCdM2, 0)).toBeGreaterThanOrEqual(newVeilCdM2 * (1 - 1e-12));
  });
});
