// Goal: the naive EN 13201-3 beside which the engine's is held is right by itself: inverse square, another program's table of a turned and
// tilted luminaire, conservation of flux, r-tables on their nodes, glare worked out by hand, scaling laws. No published result of a whole
// road with all its inputs was found to hold it against.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describeOnSharedData, sharedPath } from '../shared-data.ts';
import { fluxLm, intensityOf, optics, readIesNaively, readRTable, surfaceOf } from './naive-photometry.ts';
import { directionSeen, illuminanceLx, luminanceCdM2, naiveRoadLighting, pointsAcrossM, pointsAlongM, usualChoices, veilingLuminanceCdM2, type NaiveRoad } from './naive-road-lighting.ts';

const lx = (road: NaiveRoad, xM: number, yM: number): number => illuminanceLx(road, xM, yM, usualChoices);
const close = (actual: number, expected: number, relative: number): void => expect(Math.abs(actual / expected - 1)).toBeLessThan(relative);

/** One lamp every 100 km stands alone for all that counts: 1,000 cd all round, 10 m up. */
const alone: NaiveRoad = {
  intensityCdPerKlm: () => 100, r: () => 0.03, rows: [{ firstXM: 0, yM: 0, turnDeg: 0 }],
  fluxLm: 10000, powerW: 80, spacingM: 1e5, heightM: 10, widthM: 7, laneCount: 2, tiltDeg: 0, maintenanceFactor: 1,
};

describe('one luminaire', () => {
  test('inverse square and cosine: 1,000 cd at 10 m give 10 lx below, a 2 * sqrt(2)th of it at 10 m aside, nothing beyond 50 m', () => {
    close(lx(alone, 0, 0), 10, 1e-15);
    close(lx(alone, 6, 8), 10 / (2 * Math.SQRT2), 1e-14);
    expect(lx(alone, 50, 0)).toBeGreaterThan(0);
    expect([lx(alone, 50.01, 0), lx(alone, 40, 31)]).toEqual([0, 0]);
  });

  test('all light of a lamp lands on the road: flux of I cos^6 is 2 pi I / 7, of which 26^-3.5 beyond five heights', () => {
    const road = { ...alone, intensityCdPerKlm: (_: number, gammaDeg: number) => 100 * Math.max(0, Math.cos((gammaDeg * Math.PI) / 180)) ** 6 };
    let lm = 0;
    for (let xM = -49.75; xM < 50; xM += 0.5) for (let yM = -49.75; yM < 50; yM += 0.5) lm += lx(road, xM, yM) * 0.25;
    close(lm, ((2 * Math.PI * 1000) / 7) * (1 - 26 ** -3.5), 1e-6);
  });

  test('C0 is along the road, C90 to the far kerb, and tilt raises that side; a luminaire turned about has both the other way', () => {
    const near = ({ cDeg, gammaDeg }: { cDeg: number; gammaDeg: number }, c: number, gamma: number): void => {
      expect(Math.abs(((cDeg - c + 540) % 360) - 180)).toBeLessThan(1e-12);
      expect(Math.abs(gammaDeg - gamma)).toBeLessThan(1e-12);
    };
    near(directionSeen(10, 0, 10, 0, 0, 0), 0, 45);
    near(directionSeen(0, 10, 10, 0, 0, 0), 90, 45);
    near(directionSeen(-3, 0, 10, 0, 0, 0), 180, (Math.atan(0.3) * 180) / Math.PI);
    near(directionSeen(0, 10, 10, 0, 15, 0), 90, 30);
    near(directionSeen(0, -10, 10, 0, 15, 0), 270, 60);
    near(directionSeen(0, -10, 10, 180, 15, 0), 90, 30);
    near(directionSeen(10, 0, 10, 180, 0, 0), 180, 45);
  });

  test('glare of 1,000 cd, 2 m above the eye and 10 m ahead, by the formula of 8.5', () => {
    // Straight ahead, so the angle is the elevation and the degree by which the eye looks down.
    const thetaDeg = (Math.atan2(2, 10) * 180) / Math.PI + 1;
    const atEyeLx = (1000 / 104) * Math.cos((thetaDeg * Math.PI) / 180);
    close(veilingLuminanceCdM2({ ...alone, heightM: 3.5 }, -10, 0), (9.86 * (1 + (23 / 66.4) ** 4) * atEyeLx) / thetaDeg ** 2, 1e-12);
  });

  test('glare within 1.5 degrees, under the roof and too far', () => {
    const low = { ...alone, heightM: 1.5 + 300 * Math.tan((0.2 * Math.PI) / 180) };
    const atEyeLx = (1000 / (300 ** 2 + (low.heightM - 1.5) ** 2)) * Math.cos((1.2 * Math.PI) / 180);
    close(veilingLuminanceCdM2(low, -300, 0), atEyeLx * (10 / 1.2 ** 3 + (5 / 1.2 ** 2) * (1 + (23 / 62.5) ** 4)), 1e-12);
    // 8.5 m above the eye come out from under 20 degrees at 23.353 m; the walk begins at 2.75 * 8.5 = 23.375 m.
    expect(veilingLuminanceCdM2(alone, -23.35, 0)).toBe(0);
    expect(veilingLuminanceCdM2(alone, -23.375, 0)).toBeGreaterThan(0);
    expect(veilingLuminanceCdM2(alone, -500, 0)).toBeGreaterThan(0);
    expect(veilingLuminanceCdM2(alone, -500.1, 0)).toBe(0);
    expect(veilingLuminanceCdM2(alone, 1, 0)).toBe(0);
  });
});

test('points of the field: ten up to 30 m, then at most 3 m apart; across at least three, at most 1.5 m apart', () => {
  expect([10, 20, 30, 30.001, 36, 40, 50, 60].map((spacingM) => pointsAlongM(spacingM).length)).toEqual([10, 10, 10, 11, 12, 14, 17, 20]);
  expect([2, 4.5, 5, 7, 10.5].map((widthM) => pointsAcrossM(0, widthM).length)).toEqual([3, 3, 4, 5, 7]);
  expect([pointsAlongM(30)[0], pointsAlongM(30)[9]]).toEqual([1.5, 28.5]);
});

/** One row of lamps along a kerb. */
const street = (change: Partial<NaiveRoad> = {}): NaiveRoad => ({
  ...alone, intensityCdPerKlm: optics['street: two beams along it, a little towards the far kerb']!, r: (tanGamma) => 0.07 / (1 + tanGamma ** 2) ** 1.5,
  rows: [{ firstXM: 0, yM: 0, turnDeg: 0 }], spacingM: 30, heightM: 8, ...change,
});

test('a road that reflects alike to all sides: luminance is q0 times illuminance (every point sees all its luminaires either way)', () => {
  // 5 and 12 mounting heights differ, so the beam ends before them.
  const road = street({ intensityCdPerKlm: (_, gammaDeg) => (gammaDeg < 75 ? 100 : 0) });
  for (const [xM, yM] of [[1.5, 0.5], [13.5, 6.5], [28.5, 3]] as const) close(luminanceCdM2(road, xM, yM, -60, 1.75, usualChoices), 0.07 * lx(road, xM, yM), 1e-13);
});

test('more flux: luminance and illuminance with it, uniformities as before, TI by its fifth root', () => {
  const [one, two] = [naiveRoadLighting(street()), naiveRoadLighting(street({ fluxLm: 20000 }))];
  expect(two.lavCdM2).toBeLessThan(5);
  close(two.lavCdM2, 2 * one.lavCdM2, 1e-13);
  close(two.eavLx, 2 * one.eavLx, 1e-13);
  for (const figure of ['uo', 'ul', 'rei', 'eUo'] as const) close(two[figure], one[figure], 1e-13);
  close(two.fTiPct, 2 ** 0.2 * one.fTiPct, 1e-13);
});

test('maintenance lowers light, and leaves uniformity, edges and the glare of new lamps alone', () => {
  const [fresh, old] = [naiveRoadLighting(street()), naiveRoadLighting(street({ maintenanceFactor: 0.8 }))];
  for (const figure of ['lavCdM2', 'eavLx', 'eminLx'] as const) close(old[figure], 0.8 * fresh[figure], 1e-15);
  for (const figure of ['uo', 'ul', 'rei', 'eUo', 'fTiPct'] as const) expect(old[figure]).toBe(fresh[figure]);
});

test('a road looked at in a mirror across it is the same road: rows on the other kerb', () => {
  // The optic itself is even about C90, so turning a luminaire about and mirroring it are the same.
  const here = naiveRoadLighting(street({ r: (tanGamma, betaDeg) => 0.07 / (1 + tanGamma ** 2) ** 1.5 / (1 + betaDeg / 90), tiltDeg: 5 }));
  const there = naiveRoadLighting(street({ r: (tanGamma, betaDeg) => 0.07 / (1 + tanGamma ** 2) ** 1.5 / (1 + betaDeg / 90), tiltDeg: 5, rows: [{ firstXM: 0, yM: 7, turnDeg: 180 }] }));
  for (const figure of ['lavCdM2', 'uo', 'ul', 'fTiPct', 'rei', 'eavLx', 'eminLx', 'eUo'] as const) close(there[figure], here[figure], 1e-12);
});

describeOnSharedData('real tables and files', () => {
  test.each([['R1', 0.247], ['R2', 0.582], ['R3', 1.109], ['R4', 1.549]])('%s: its published specularity, and L = I r / H² on its nodes', (name, s1) => {
    const table = readRTable(name), r = surfaceOf(table);
    expect([table.tanGammas.length, table.betasDeg.length]).toEqual([29, 20]);
    expect(Math.abs(r(2, 0) / r(0, 0) - s1)).toBeLessThan(5e-4);
    // A luminaire 20 m beyond the point in line with the eye: beta 0, tan gamma 2. The same 20 m before it: beta 180.
    const road = { ...alone, r };
    close(luminanceCdM2(road, -20, 0, -80, 0, usualChoices), (1000 * table.r[table.tanGammas.indexOf(2)]![0]! * 1e-4) / 100, 1e-14);
    close(luminanceCdM2(road, 20, 0, -60, 0, usualChoices), (1000 * table.r[table.tanGammas.indexOf(2)]![19]! * 1e-4) / 100, 1e-14);
    expect(luminanceCdM2(road, 50.1, 0, -60, 0, usualChoices)).toBe(0);
    expect(luminanceCdM2(road, -120, 0, -180, 0, usualChoices)).toBeGreaterThan(0);
    expect(luminanceCdM2(road, -120.1, 0, -180, 0, usualChoices)).toBe(0);
  });

  const lumens = readFileSync(sharedPath('12-road-lighting/flux/expected-lumens.csv'), 'utf8').trim().split('\n').slice(1).map((line) => line.split(','));
  test.each(lumens)('%s holds the %s lm that Photometric Toolbox finds in it', (file, expected) => {
    const table = readIesNaively(`12-road-lighting/flux/${file}`);
    close((fluxLm(table) * table.lumens) / 1000, Number(expected), 1e-3);
  });

  test('121 illuminances of a luminaire turned by 45 and tilted by 10 degrees, printed to 0.1 by another program', () => {
    const printed = JSON.parse(readFileSync(sharedPath('12-road-lighting/acceptance_121pt_tilt_orient.json'), 'utf8'));
    const table = readIesNaively('12-road-lighting/flux/1.IES'), intensity = intensityOf(table);
    const H = printed.mounting_height;
    const off = printed.points.map(({ x, y, E }: { x: number; y: number; E: number }) => {
      const { cDeg, gammaDeg } = directionSeen(x, y, H, printed.orientation_deg, 0, -printed.tilt_deg);
      return (intensity(cDeg, gammaDeg) * table.lumens) / 1000 * H / Math.hypot(x, y, H) ** 3 - E;
    });
    // What rounding to 0.1 takes away, and no more.
    expect(Math.max(...off.map(Math.abs))).toBeLessThanOrEqual(0.05);
  });
});
