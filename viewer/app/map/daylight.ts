import { getPosition } from 'suncalc';
import type { CityFacts, ReadingTwin } from '../../../engine/twin/twin.ts';

/** Light of sky and sun at one moment, in linear colour; for drawing only. */
export interface Daylight {
  sunAltitudeDeg: number;
  /** Unit vector to the sun: east, north, up. */
  toSun: readonly [number, number, number];
  /** 0 at night, 1 by day; passes smoothly through civil twilight. */
  dayShare: number;
  sunColour: readonly [number, number, number];
  skyColour: readonly [number, number, number];
  /** How much lamp light shows: the eye adapts to daylight and no longer sees it. */
  lampVisibility: number;
  exposure: number;
}

const smooth = (from: number, until: number, value: number): number => {
  const share = Math.min(1, Math.max(0, (value - from) / (until - from)));
  return share * share * (3 - 2 * share);
};
const mix3 = (a: readonly number[], b: readonly number[], share: number) =>
  a.map((value, index) => value + (b[index]! - value) * share) as [number, number, number];

const NOON_S = 12 * 3600;

/** Light over a city. One of which no lamp is known would lie in the dark at night, streets and all: it is shown at noon. */
export const lightOver = (twin: ReadingTwin, timeS: number): Daylight => daylightAt(twin.facts, twin.lamps.count > 0 ? timeS : NOON_S);

/** Colours chosen by eye: blue night, red dawn, white noon. */
export function daylightAt(facts: Readonly<CityFacts>, timeS: number): Daylight {
  const midnight = Date.parse(`${facts.date}T00:00:00Z`) - facts.utcOffsetMin * 60_000;
  const { azimuth, altitude } = getPosition(new Date(midnight + timeS * 1000), facts.originLatitudeDeg, facts.originLongitudeDeg);
  const azimuthRad = (azimuth * Math.PI) / 180;
  const altitudeRad = (Math.max(altitude, 22) * Math.PI) / 180; // A map must be read in winter too: a low sun would leave the ground dull.
  const dayShare = smooth(-9, 3, altitude);
  const golden = smooth(-8, 0, altitude) * (1 - smooth(2, 16, altitude));
  const sunStrength = smooth(-2, 12, altitude);
  return {
    sunAltitudeDeg: altitude,
    toSun: [Math.sin(azimuthRad) * Math.cos(altitudeRad), Math.cos(azimuthRad) * Math.cos(altitudeRad), Math.sin(altitudeRad)],
    dayShare,
    sunColour: mix3([0, 0, 0], mix3([1.25, 1.18, 1.05], [1.5, 0.95, 0.6], golden), sunStrength),
    skyColour: mix3([0.016, 0.022, 0.042], mix3([0.62, 0.68, 0.76], [0.40, 0.43, 0.56], golden), dayShare),
    lampVisibility: 1 - 0.97 * smooth(-6, 5, altitude),
    exposure: 1.25 + 1.25 * dayShare,
  };
}
