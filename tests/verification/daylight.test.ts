// Goal: a photocell switches where published daylight says, with its two thresholds apart.
import { expect, test } from 'vitest';
import { tableFrom } from '../../engine/foundation/table.ts';
import { runClock } from '../../engine/lighting/civil-clock.ts';
import { daylightLx, sunAltitudeOfDaylightDeg } from '../../engine/lighting/daylight.ts';
import { sunTimes } from '../../engine/lighting/sun-times.ts';
import { burningSpan } from '../../engine/lighting/switching.ts';
import { switchingKind, switchingRuleColumns } from '../../engine/twin/lighting.ts';
import { cityOfLamps, dijonFacts } from './lighting-city.ts';

// Illuminance under a clear sky as textbooks round it: 3.4 lx at the end of civil twilight, 0.008 lx at that of nautical twilight, 400 lx at sunset.
test.each([[-6, 3.4, 0.1], [-12, 0.008, 0.001], [-0.833, 400, 100], [90, 129_000, 5000]])('the sun at %d degrees: %d lx', (altitudeDeg, illuminanceLx, toLx) => {
  expect(Math.abs(daylightLx(altitudeDeg) - illuminanceLx)).toBeLessThan(toLx);
});

test('daylight rises with the sun, pieces meet within 4 %, and each illuminance leads back to its altitude', () => {
  for (let altitudeDeg = -17.9; altitudeDeg < 89; altitudeDeg += 0.1) expect(daylightLx(altitudeDeg + 0.1), `${altitudeDeg}`).toBeGreaterThan(daylightLx(altitudeDeg));
  for (const jointDeg of [-12, -5, -0.8, 5, 20]) expect(Math.abs(daylightLx(jointDeg - 1e-9) / daylightLx(jointDeg) - 1), `${jointDeg}`).toBeLessThan(0.04);
  for (const illuminanceLx of [0.1, 5, 20, 35, 70, 1000]) expect(daylightLx(sunAltitudeOfDaylightDeg(illuminanceLx)) / illuminanceLx).toBeCloseTo(1, 6);
});

test('on at 20 lx, off at 40 lx: after sunset, before civil twilight ends; in the morning off later than a cell of one threshold would', () => {
  const twin = cityOfLamps(dijonFacts(), []), clock = runClock(twin.facts), none = { sunAltitudeDeg: 0, onOffsetS: 0, offOffsetS: 0, onClockS: 0, offClockS: 0 };
  twin.switchingRules = tableFrom(switchingRuleColumns, [[20, 40], [20, 20]].map(([onLx, offLx]) => ({ ...none, name: '', kind: switchingKind.photocell, onLx: onLx!, offLx: offLx! })));
  const apart = burningSpan(twin, clock, 0, 0)!, alike = burningSpan(twin, clock, 1, 0)!;
  expect(apart.onS).toBe(alike.onS);
  expect(apart.onS).toBeGreaterThan(sunTimes(twin.facts, 0).sunsetS);
  expect(apart.onS).toBeLessThan(sunTimes(twin.facts, 0, -6).sunsetS);
  expect(apart.offS).toBeGreaterThan(alike.offS);
  expect(apart.offS).toBeLessThan(sunTimes(twin.facts, 1).sunriseS);
});
