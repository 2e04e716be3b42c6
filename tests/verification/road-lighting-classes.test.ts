// Goal: a street has a lighting class exactly when it keeps all that EN 13201-2 asks for, and what it misses is told by how much.
import { expect, test } from 'vitest';
import { classMet, classOutshone, isOverLit, overLitShare, shortfalls } from '../../engine/lighting/road/compliance.ts';
import { lightingClass, lightingClasses, type LightFigures } from '../../engine/lighting/road/lighting-classes.ts';
import { lightingFamily } from '../../engine/twin/lit-streets.ts';

const { motorised, conflict, pedestrian } = lightingFamily;
const lit = (changed: Partial<LightFigures> = {}): LightFigures => ({ lavCdM2: 1, uo: 0.4, ul: 0.6, fTiPct: 15, rei: 0.3, eavLx: 15, eminLx: 6, eUo: 0.4, ...changed });

test('classes as EN 13201-2:2015 has them: 6 of each family, each dimmer than the one before', () => {
  expect(lightingClasses.map((family) => family.map(({ name }) => name).join(' '))).toEqual(['M1 M2 M3 M4 M5 M6', 'C0 C1 C2 C3 C4 C5', 'P1 P2 P3 P4 P5 P6']);
  for (const family of lightingClasses) {
    const levels = family.map(({ limits }) => limits.lavCdM2 ?? limits.eavLx!);
    expect([...levels].sort((one, other) => other - one)).toEqual(levels);
    expect(new Set(levels).size).toBe(6);
  }
  expect(lightingClass(motorised, 3)).toEqual({ name: 'M3', limits: { lavCdM2: 1, uo: 0.4, ul: 0.6, fTiPct: 15, rei: 0.3 } });
  expect(lightingClass(conflict, 3)).toEqual({ name: 'C3', limits: { eavLx: 15, eUo: 0.4 } });
  expect(lightingClass(pedestrian, 5)).toEqual({ name: 'P5', limits: { eavLx: 3, eminLx: 0.6 } });
  expect(lightingClass(pedestrian, 7).name).toBe('P6');
});

test('figures just as asked have the class; a thousandth less of any of them does not', () => {
  const m3 = lightingClass(motorised, 3);
  expect(shortfalls(lit(), m3)).toEqual([]);
  for (const criterion of ['lavCdM2', 'uo', 'ul', 'rei'] as const) {
    expect(shortfalls(lit({ [criterion]: lit()[criterion] * 0.999 }), m3).map((one) => one.criterion)).toEqual([criterion]);
  }
  // Illuminance is no criterion of M.
  expect(shortfalls(lit({ eavLx: 0, eminLx: 0, eUo: 0 }), m3)).toEqual([]);
  const [glare] = shortfalls(lit({ fTiPct: 18 }), m3);
  expect(glare).toMatchObject({ criterion: 'fTiPct', value: 18, asked: 15 });
  expect(glare!.shortShare).toBeCloseTo(0.2, 12);
  expect(shortfalls(lit({ lavCdM2: 0.75 }), m3)[0]!.shortShare).toBeCloseTo(0.25, 12);
});

test('the class that a street has is the brightest one of which it misses nothing, and which it does not outshine', () => {
  expect(classMet(lit(), motorised)!.name).toBe('M3');
  expect(classMet(lit({ fTiPct: 19 }), motorised)!.name).toBe('M6');
  expect(classMet(lit({ fTiPct: 21 }), motorised)).toBeUndefined();
  expect(classMet(lit(), conflict)!.name).toBe('C3');
  expect(classMet(lit({ eminLx: 2.9 }), pedestrian)!.name).toBe('P2');
});

// By head, from table 3: means of 15, 10, 7.5, 5, 3, 2 lx, and 1.5 times them: 22.5, 15, 11.25, 7.5, 4.5, 3. From 4.5 to 5 lx, and above 22.5, no class has room.
test.each([
  [22.5, 6, 'P1', undefined], [22.6, 6, undefined, ['P1', 0.6637, 0.9956]], [51, 6, undefined, ['P1', 0.5, 0.4412]], [51, 12, undefined, ['P1', 0.2941, 0.4412]],
  [15, 2.5, 'P2', undefined], [15.1, 2.5, undefined, ['P2', 0.8, 0.9934]], [4.8, 0.9, undefined, ['P5', 0.6667, 0.9375]], [4.5, 0.9, 'P5', undefined], [1.9, 0.4, undefined, undefined],
] as const)('P, mean %d lx and at least %d lx: class %s; too bright for, and from and to which share of the output it has it: %j', (eavLx, eminLx, name, expected) => {
  const figures = lit({ eavLx, eminLx }), found = classOutshone(figures, pedestrian);
  expect(classMet(figures, pedestrian)?.name).toBe(name);
  expect(found?.outshone.name).toBe(expected?.[0]);
  if (!expected || !found) return;
  // 51 lx with 6 lx at least: 3 lx of P1 are left at half the output, when the mean is still 25.5.
  const [, leastShare, mostShare] = expected;
  expect(found.keptAt).toEqual(leastShare > mostShare ? undefined : { leastShare: expect.closeTo(leastShare, 4), mostShare: expect.closeTo(mostShare, 4) });
});

test('M and C have no upper limit: light beyond the brightest class keeps it', () => {
  expect([classMet(lit({ lavCdM2: 9, uo: 1, ul: 1, fTiPct: 1, rei: 1 }), motorised)!.name, classMet(lit({ eavLx: 500 }), conflict)!.name]).toEqual(['M1', 'C0']);
  expect([motorised, conflict].map((family) => classOutshone(lit({ lavCdM2: 9, eavLx: 500 }), family))).toEqual([undefined, undefined]);
});

test('too much light: P allows 1.5 times its mean, M and C name no limit but say how much is over', () => {
  const p3 = lightingClass(pedestrian, 3);
  expect([7.5, 11.25, 11.26].map((eavLx) => isOverLit(lit({ eavLx }), pedestrian, p3))).toEqual([false, false, true]);
  expect(overLitShare(lit({ eavLx: 11.25 }), p3)).toBeCloseTo(0.5, 12);
  const m4 = lightingClass(motorised, 4);
  expect(overLitShare(lit({ lavCdM2: 1.5 }), m4)).toBeCloseTo(1, 12);
  expect(isOverLit(lit({ lavCdM2: 1.5 }), motorised, m4)).toBe(false);
});
