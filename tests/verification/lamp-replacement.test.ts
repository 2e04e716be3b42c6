// Goal: lamps that are replaced take what arithmetic by hand says, light their streets in proportion to their flux, and nothing else of the city moves.
import { describe, expect, test } from 'vitest';
import { addLitStreets } from '../../data/build/lamps/lit-streets.ts';
import { roadLighting } from '../../engine/lighting/road/road-lighting.ts';
import { streetInstallations } from '../../engine/lighting/road/street-installations.ts';
import { twinHash } from '../../engine/twin/bytes.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { applyChanges } from '../../scenarios/changes/apply-changes.ts';
import { readChanges } from '../../scenarios/changes/read-changes.ts';
import { differInNightsOnly } from '../../scenarios/compare/year-tells.ts';
import { changeInWords } from '../../scenarios/language/changes.ts';
import { inWords } from '../../scenarios/language/problems.ts';
import { measureCity } from '../../scenarios/measure/indicators.ts';
import { yearOfLighting } from '../../scenarios/measure/year-of-lighting.ts';
import { nativeSha256 } from '../../scenarios/runs/native-sha256.ts';
import { litTown } from './lit-town.ts';
import { savingsTown } from './savings-town.ts';

const hash = (twin: Twin): string => twinHash(twin, nativeSha256);
const read = (...changes: object[]) => readChanges(changes.map((one) => ({ why: 'a test of other lamps', change: 'lamp-replacement', ...one })));
const tried = (twin: Twin, ...changes: object[]) => {
  const { value, problems } = read(...changes);
  expect(problems).toEqual([]);
  return applyChanges(twin, value!);
};
const changed = (twin: Twin, ...changes: object[]): Twin => {
  const { value, problems } = tried(twin, ...changes);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return value!;
};
const codes = (twin: Twin, ...changes: object[]): string[] => tried(twin, ...changes).problems.map(({ code, where }) => `${where} ${code}`);

/** The town with lamps that burn from 18:00 to 06:00; programs dim one zone to 70 %, the other to 40 %, from 23:00 to 05:00. */
const TOWN = savingsTown(), BY_CLOCK = { change: 'switching-rule', zone: 'all', rule: { by: 'clock', on: '18:00', off: '06:00' } };
const kWhByZone = (twin: Twin): number[] => yearOfLighting(twin).zoneEnergyKwh;
const lampKwh = (twin: Twin): number => kWhByZone(twin).reduce((sum, kWh) => sum + kWh, 0);

/** By hand: six hours at full output, six dimmed, twelve dark, 365 times. The hour that March leaves out October gives back, both dimmed. */
const byHandKwh = (ratedW: number, fixedW: number, darkW: number, dimmedShare: number): number => (365 * (6 * ratedW + 6 * (fixedW + (ratedW - fixedW) * dimmedShare) + 12 * darkW)) / 1000;

describe('energy', () => {
  test('of new lamps is what arithmetic gives, from rated power, loss, standby and the dimming of their zone', () => {
    const by = { powerW: 30, fluxLm: 3600, fixedLossShare: 0.1, standbyPowerW: 0.3 }, twin = changed(TOWN, BY_CLOCK, { where: { zone: 'residential' }, by });
    const [main, residential] = kWhByZone(twin), [mainBefore] = kWhByZone(changed(TOWN, BY_CLOCK));
    expect(residential).toBeCloseTo(20 * byHandKwh(30, 3, 0.3, 0.4), 6);
    expect(main).toBe(mainBefore);
  });

  test('of the hours in which lamps burn halves with their power', () => {
    const like = { fixedLossShare: 0.05, standbyPowerW: 0 }, whole = changed(TOWN, { where: {}, by: like }), half = changed(TOWN, { where: {}, by: { ...like, powerShare: 0.5 } });
    expect(lampKwh(half) / lampKwh(whole)).toBeCloseTo(0.5, 9);
    // What is taken in the dark stays.
    const standby = { fixedLossShare: 0.05, standbyPowerW: 2 }, darkKwh = lampKwh(changed(TOWN, { where: {}, by: standby })) - lampKwh(whole);
    expect(darkKwh).toBeGreaterThan(100);
    expect(lampKwh(changed(TOWN, { where: {}, by: { ...standby, powerShare: 0.5 } })) - lampKwh(half)).toBeCloseTo(darkKwh, 6);
  });

  test('is told without a run: vehicles do not look at lamps', () => {
    expect(differInNightsOnly([[], read({ where: {}, by: { powerShare: 0.5 } }).value!])).toBe(true);
  });
});

describe('which lamps', () => {
  const twin = savingsTown(), { lamps } = twin;
  lamps.installedYear.forEach((_, lamp) => { lamps.installedYear[lamp] = lamp % 4 === 0 ? 0 : 2000 + lamp; });
  const replaced = (where: object, more: object = {}): number[] => {
    const after = changed(twin, { where, by: { powerW: 12 }, ...more });
    return Array.from(lamps.ratedPowerW, (_, lamp) => lamp).filter((lamp) => after.lamps.ratedPowerW[lamp] === 12);
  };
  const all = Array.from({ length: 40 }, (_, lamp) => lamp);

  test('all that is said has to hold', () => {
    expect(replaced({})).toEqual(all);
    expect(replaced({ cabinet: 'C2' })).toEqual(all.filter((lamp) => lamp >= 10 && lamp < 20));
    expect(replaced({ commune: 'Talant', zone: 'main-roads' })).toEqual(all.filter((lamp) => lamp >= 30 && lamp % 2 === 0));
    expect(replaced({ installedBefore: 2015 })).toEqual(all.filter((lamp) => lamp % 4 !== 0 && lamp < 15));
    const kinds = changed(twin, { where: { cabinet: 'C1' }, by: { fixedLossShare: 0.1 } }), kind = kinds.luminaires.name[0]!;
    const after = changed(kinds, { where: { luminaire: kind }, by: { powerW: 12 } });
    expect(all.filter((lamp) => after.lamps.ratedPowerW[lamp] === 12)).toEqual(all.slice(0, 10));
  });

  test('a roll-out: cabinet by cabinet, each lamp with its year, and none before its turn', () => {
    // Scaled to 40 lamps: none by 2026, 20 by 2028 on the straight line to all in 2030.
    const rollOut = { path: [{ year: 2026, lamps: 0 }, { year: 2030, lamps: 1000 }], atEndOf: 2028 };
    expect(replaced({}, { rollOut })).toEqual(all.slice(0, 20));
    expect(replaced({}, { rollOut: { ...rollOut, atEndOf: 2026 } })).toEqual([]);
    expect(replaced({}, { rollOut: { ...rollOut, atEndOf: 2040 } })).toEqual(all);
    const after = changed(twin, { where: {}, by: { powerW: 12 }, rollOut });
    expect([...after.lamps.installedYear.slice(0, 20)]).toEqual([...Array(10).fill(2027), ...Array(10).fill(2028)]);
    expect([...after.lamps.installedYear.slice(20)]).toEqual([...lamps.installedYear.slice(20)]);
  });

  test('neutral figures leave the city as it is, bit for bit; said twice is said once', () => {
    for (const by of [{ powerShare: 1 }, { fluxShare: 1, powerShare: 1 }]) expect(hash(changed(twin, { where: {}, by }))).toBe(hash(twin));
    const one = { where: {}, by: { powerW: 20, fluxLm: 2400, fixedLossShare: 0.07 } }, once = changed(twin, one);
    expect(hash(changed(twin, one, one))).toBe(hash(once));
    expect(codes(once, { where: {}, by: { luminaire: once.luminaires.name[0], powerW: 20, fluxLm: 2400, fixedLossShare: 0.07 } })).toEqual(['changes.0 change-without-effect']);
    expect(once.luminaires.count).toBe(1);
    expect([...new Set(once.lamps.installedYear)]).toEqual([Number(twin.facts.date.slice(0, 4))]);
  });

  test('lamps of the kind itself are renewed where a year is said: an old one is as young as its neighbours', () => {
    const kinds = changed(twin, { where: {}, by: { powerW: 20, fluxLm: 2400, fixedLossShare: 0.07 }, installed: 2010 }), by = { luminaire: kinds.luminaires.name[0], powerW: 20, fluxLm: 2400, fixedLossShare: 0.07 };
    const renewed = changed(kinds, { where: { cabinet: 'C1' }, by, installed: 2026 });
    expect([...renewed.lamps.installedYear]).toEqual(all.map((lamp) => (lamp < 10 ? 2026 : 2010)));
    expect([...renewed.lamps.ratedPowerW]).toEqual([...kinds.lamps.ratedPowerW]);
    expect(codes(renewed, { where: { cabinet: 'C1' }, by, installed: 2026 })).toEqual(['changes.0 change-without-effect']);
  });

  test('a kind of the twin brings the mean power and flux of its lamps', () => {
    const kinds = changed(twin, { where: { cabinet: 'C1' }, by: { powerW: 25, fluxLm: 3000, fixedLossShare: 0.1 } }), name = kinds.luminaires.name[0]!;
    const after = changed(kinds, { where: { cabinet: 'C3' }, by: { luminaire: name } });
    for (const lamp of [20, 25, 29]) expect([after.lamps.luminaire[lamp], after.lamps.ratedPowerW[lamp], after.lamps.ratedFluxLm[lamp]]).toEqual([0, 25, 3000]);
    expect(after.lamps.luminaire[30]).toBe(-1);
  });
});

describe('light on the streets', () => {
  const town = litTown(), street = town.streets.name[town.litStreets.street[0]!]!, isOn = (row: number): boolean => town.streets.name[town.litStreets.street[row]!] === street;
  const lavCdM2 = (twin: Twin, row: number): number => roadLighting(streetInstallations(twin)(row)!.installation).lavCdM2;

  test('is linear in flux, on the street whose lamps were replaced and nowhere else', () => {
    const brighter = changed(town, { where: { street }, by: { fluxShare: 1.5 } });
    const other = Array.from({ length: town.litStreets.count }, (_, row) => row).find((row) => !isOn(row))!;
    expect(lavCdM2(brighter, 0) / lavCdM2(town, 0)).toBeCloseTo(1.5, 6);
    expect(lavCdM2(brighter, other)).toBe(lavCdM2(town, other));
    // What a new survey of the same lamps would have given.
    const surveyed = { ...town, lamps: { ...town.lamps, ratedFluxLm: brighter.lamps.ratedFluxLm } } as Twin;
    addLitStreets(surveyed);
    expect([...brighter.litStreets.fluxLm]).toEqual([...surveyed.litStreets.fluxLm]);
    expect(brighter.litStreets.luminaire).toEqual(town.litStreets.luminaire);
  });

  test('classes are lost where lamps give less', () => {
    const below = (share: number): number => measureCity({ twin: changed(litTown(4), { where: {}, by: { fluxShare: share, powerShare: share } }) })['lighting-below-class-km']!;
    expect(below(0.02)).toBeGreaterThan(below(0.99));
  });
});

describe('what does not fit', () => {
  test('is told all at once, in both languages', () => {
    expect(codes(TOWN, { where: { zone: 'residental', cabinet: 'C9' }, by: { luminaire: 'LED', powerW: 3, powerShare: 1, photometry: 'beam' } })).toEqual([
      'changes.0.where.zone change-unknown-zone', 'changes.0.where.cabinet change-unknown-cabinet', 'changes.0.by.luminaire change-unknown-luminaire', 'changes.0.by.photometry change-unknown-photometry', 'changes.0.by.powerShare change-lamp-two-figures',
    ]);
    expect(codes(TOWN, { where: {}, by: {} })).toEqual(['changes.0.by change-lamp-by-nothing']);
    expect(codes(TOWN, { where: { installedBefore: 1950 }, by: { powerW: 3 } })).toEqual(['changes.0.where change-no-lamp-there']);
    expect(codes(TOWN, { where: {}, by: { powerW: 3 }, installed: 2026, rollOut: { path: [{ year: 2026, lamps: 5 }, { year: 2026, lamps: 0 }], atEndOf: 2026 } })).toEqual([
      'changes.0.rollOut.path.1 change-roll-out-order', 'changes.0.rollOut.path change-roll-out-empty', 'changes.0.installed change-roll-out-years',
    ]);
    const [problem] = tried(litTown(), { where: {}, by: { luminaire: 'road luminare' } }).problems;
    expect(inWords(problem!, 'en')).toBe('no kind of luminaire of this city is called "road luminare". Did you mean "road luminaire"?');
    expect(inWords(problem!, 'fr')).toBe('aucun type de luminaire de cette ville ne s’appelle « road luminare ». Vouliez-vous dire « road luminaire » ?');
  });

  test('and what it does is said in a sentence', () => {
    const [one] = read({ where: { zone: 'residential', installedBefore: 2019 }, by: { powerW: 24, fluxShare: 1.1, fixedLossShare: 0.05 }, rollOut: { path: [{ year: 2026, lamps: 0 }, { year: 2030, lamps: 40 }], atEndOf: 2028 } }).value!;
    expect(changeInWords(one!, 'en').replace(/\s/g, ' ')).toMatch(/^Lamps replaced \(.*, from before 2019, roll-out at the end of 2028\): 24 W, 110% of the flux, fixed loss \(share of power\) 0\.05\.$/);
    expect(changeInWords(one!, 'fr').replace(/\s/g, ' ')).toMatch(/^Points lumineux remplacés \(.*, d’avant 2019, déploiement à la fin de 2028\) : 24 W, 110 % du flux, pertes fixes \(part de la puissance\) 0,05\.$/);
  });
});
