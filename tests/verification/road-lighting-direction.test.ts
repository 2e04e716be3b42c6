// Goal: the road looks up intensities in a form of its own, made for speed; it gives what the general form gives, tilted, turned and at every edge of the table.
import { expect, test } from 'vitest';
import { atan2Deg } from '../../engine/lighting/road/angle-deg.ts';
import { candelaPerKlm, hangLight } from '../../engine/lighting/road/light-towards.ts';
import { intensityTowards, mountedAxes } from '../../engine/lighting/photometry/intensity.ts';
import { randomShare } from '../../engine/foundation/random.ts';
import { lopsidedBeam, madeLuminaire, roadBeam } from './road-scenes.ts';

const DRAWS = 20_000, PURPOSE = 8804;
const draw = (seed: number, at: number, least: number, most: number): number => least + (most - least) * randomShare(seed, PURPOSE, at, 0);

test(`${DRAWS} directions, all around, tilted by -30 to 60 degrees: the same candela as the general form`, () => {
  // Nodes that no whole degree meets, and data that end at 90 degrees.
  const uneven = madeLuminaire((c, gamma) => 100 + c / 7 + 3 * gamma, 22.5, 2.25, 90), optics = [roadBeam(), lopsidedBeam(), { ...uneven, anglesDeg: uneven.anglesDeg.map((deg) => deg * (1 - deg / 900)) }];
  let most = 0, dark = 0;
  for (let seed = 0; seed < DRAWS; seed++) {
    const optic = optics[seed % 3]!, tiltDeg = seed % 4 === 0 ? 0 : draw(seed, 0, -30, 60), [alongM, acrossM, belowM] = [draw(seed, 1, -40, 40), draw(seed, 2, -20, 20), draw(seed, 3, -2, 12)] as const;
    const general = intensityTowards(optic, mountedAxes({ orientationDeg: 0, tiltDeg, rollDeg: 0 }), alongM, acrossM, -belowM), mine = candelaPerKlm(hangLight(optic, tiltDeg), alongM, acrossM, belowM);
    if (general === 0) dark++;
    most = Math.max(most, Math.abs(mine - general) / (1 + general));
  }
  expect(most).toBeLessThan(1e-10);
  expect(dark).toBeLessThan(DRAWS / 2);
});

test('angles are right to the last digits, in all quarters and on the axes', () => {
  let most = 0;
  for (let seed = 0; seed < DRAWS; seed++) {
    const y = draw(seed, 4, -1, 1) * 10 ** Math.floor(draw(seed, 5, -8, 8)), x = draw(seed, 6, -1, 1);
    most = Math.max(most, Math.abs(atan2Deg(y, x) - (Math.atan2(y, x) * 180) / Math.PI));
  }
  expect(most).toBeLessThan(1e-13);
  expect([[0, 0], [0, 1], [1, 0], [0, -1], [-1, 0]].map(([y, x]) => atan2Deg(y!, x!))).toEqual([0, 0, 90, 180, -90]);
});

test('what hangs right above and what lies right below have a direction too', () => {
  const light = hangLight(madeLuminaire((_, gamma) => gamma, 90, 10), 0);
  expect([candelaPerKlm(light, 0, 0, 5), candelaPerKlm(light, 0, 0, -5), candelaPerKlm(light, 0, -3, 0), candelaPerKlm(light, 3, -1e-300, 0)]).toEqual([0, 180, 90, 90]);
});

test('a luminaire turned by so much throws the light of C0 there; a whole turn changes nothing', () => {
  const optic = lopsidedBeam();
  for (const turnDeg of [0, 30, 90, -90, 180, 359.5, -360, 360]) {
    const light = hangLight(optic, 10, turnDeg);
    for (let seed = 0; seed < 50; seed++) {
      const [alongM, acrossM, belowM] = [draw(seed, 7, -40, 40), draw(seed, 8, -20, 20), draw(seed, 9, 1, 12)] as const;
      // Turned first, then tilted about the axis of the road: the place is tilted back, and asked of a level luminaire that is turned.
      const tilted = intensityTowards(optic, mountedAxes({ orientationDeg: turnDeg, tiltDeg: 0, rollDeg: 0 }), alongM, acrossM * COS_10 - belowM * SIN_10, -(acrossM * SIN_10 + belowM * COS_10));
      expect(Math.abs(candelaPerKlm(light, alongM, acrossM, belowM) - tilted)).toBeLessThan(1e-9 * (1 + tilted));
    }
  }
});

const SIN_10 = Math.sin(Math.PI / 18), COS_10 = Math.cos(Math.PI / 18);
