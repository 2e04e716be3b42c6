import * as z from 'zod';
import { allRows, copyTable, rowsWhere, tableFrom } from '../../engine/foundation/table.ts';
import { vehicleTypeColumns } from '../../engine/twin/demand.ts';
import { switchingKind, switchingRuleColumns } from '../../engine/twin/lighting.ts';
import { category } from '../../engine/twin/streets.ts';
import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';
import { why, type ChangeKind } from './change-kind.ts';
import { claimsOfZones } from './zone-place.ts';

/** What weather makes of drivers, tyres and daylight, each over what it is on a dry road under a clear sky. */
export interface WeatherShares { speedShare: number; saturationShare: number; brakingShare: number; daylightShare: number }

/** Figures by kind of weather; their sources stand in docs/models/weather.md. */
export const weatherShares = {
  'light-rain': { speedShare: 0.96, saturationShare: 0.96, brakingShare: 0.83, daylightShare: 0.33 },
  rain: { speedShare: 0.9, saturationShare: 0.91, brakingShare: 0.83, daylightShare: 0.33 },
  'heavy-rain': { speedShare: 0.84, saturationShare: 0.88, brakingShare: 0.83, daylightShare: 0.1 },
  fog: { speedShare: 0.88, saturationShare: 0.88, brakingShare: 1, daylightShare: 0.33 },
  'light-snow': { speedShare: 0.87, saturationShare: 0.89, brakingShare: 0.39, daylightShare: 0.33 },
  snow: { speedShare: 0.7, saturationShare: 0.8, brakingShare: 0.39, daylightShare: 0.1 },
} as const satisfies Record<string, WeatherShares>;

export type WeatherKind = keyof typeof weatherShares;

const share = (least: number) => z.number().min(least).max(1).optional();

const schema = z.strictObject({
  change: z.literal('weather-night'),
  why,
  weather: z.enum(Object.keys(weatherShares) as [WeatherKind, ...WeatherKind[]]).meta({ description: 'what falls, or lies in the air, during the whole run' }),
  speedShare: share(0.2).meta({ description: 'speed that drivers want over that on a dry road; left out: as published for this weather' }),
  saturationShare: share(0.4).meta({ description: 'saturation flow over that on a dry road: drivers keep longer headways' }),
  brakingShare: share(0.1).meta({ description: 'how hard vehicles brake over a dry road, from the grip of the road' }),
  daylightShare: share(0.01).meta({ description: 'daylight over that of a clear sky, as photocells see it' }),
}).meta({
  description: 'A rainy, foggy or snowy night or day: drivers slow down and keep longer headways, brake less hard, and photocells see less daylight.',
  examples: [{ change: 'weather-night', why: 'Meeting of 12 March', weather: 'rain' }],
});

type Weather = z.infer<typeof schema>;

export const weatherNight: ChangeKind<typeof schema> = {
  schema,

  problems(change, twin, where) {
    const { daylightShare } = sharesOf(change), least = leastThresholdShare(twin);
    return daylightShare < least ? [{ severity: 'error', code: 'change-weather-too-dark', where: `${where}.daylightShare`, parameters: { least: Math.ceil(least * 1000) / 1000 } }] : [];
  },

  claims: (change, twin) => [
    { what: 'weather', of: twin.facts.name, value: JSON.stringify(sharesOf(change)) }, ...claimsOfZones(twin, 'all', 'switching-rule'),
  ],


  apply(change, copy) {
    const shares = sharesOf(change);
    drive(copy, shares);
    if (shares.daylightShare !== 1 && copy.switchingRules.kind.includes(switchingKind.photocell)) darken(copy, shares.daylightShare);
  },
};

const sharesOf = ({ weather, speedShare, saturationShare, brakingShare, daylightShare }: Weather): WeatherShares => {
  const usual = weatherShares[weather];
  return { speedShare: speedShare ?? usual.speedShare, saturationShare: saturationShare ?? usual.saturationShare, brakingShare: brakingShare ?? usual.brakingShare, daylightShare: daylightShare ?? usual.daylightShare };
};

/** Rails and cycle paths: nothing was published for either. */
const ON_THE_ROAD = category.car | category.van | category.lorry | category.bus | category.motorcycle | category.emergency | category.taxi;
/** At which the headway of a queue that discharges is reckoned: the limit of a town. */
const TOWN_MPS = 50 / 3.6;

function drive(copy: Twin, { speedShare, saturationShare, brakingShare }: WeatherShares): void {
  const types = copyTable(vehicleTypeColumns, copy.vehicleTypes), rows = rowsWhere(types.count, (type) => (types.category[type]! & ON_THE_ROAD) !== 0);
  if (rows.length === 0 || (speedShare === 1 && saturationShare === 1 && brakingShare === 1)) return;
  for (const type of rows) {
    // Every driver by the same share, whatever they drew.
    types.speedFactorMean[type]! *= speedShare;
    types.speedFactorDeviation[type]! *= speedShare;
    types.decelerationMps2[type]! *= brakingShare;
    types.emergencyDecelerationMps2[type]! *= brakingShare;
    if (saturationShare !== 1 || speedShare !== 1) types.headwayS[type] = headwayS(types.headwayS[type]!, types.lengthM[type]! + types.minGapM[type]!, speedShare, saturationShare);
  }
  copy.vehicleTypes = types;
}

/**
 * The time gap with which a queue discharges at the stated share: from one front to the next a vehicle takes its gap and the time to drive its own
 * length, and the second grows by itself where everyone is slower.
 */
const headwayS = (ownS: number, placeM: number, speedShare: number, saturationShare: number): number =>
  Math.max(0, (ownS + placeM / TOWN_MPS) / saturationShare - placeM / (TOWN_MPS * speedShare));

/** A cell that sees a third of the daylight comes on where a clear sky gives three times its threshold. */
function darken(copy: Twin, daylightShare: number): void {
  copy.switchingRules = tableFrom(switchingRuleColumns, allRows(switchingRuleColumns, copy.switchingRules)
    .map((rule) => (rule.kind === switchingKind.photocell ? { ...rule, onLx: rule.onLx / daylightShare, offLx: rule.offLx / daylightShare } : rule)));
}

/** No clear sky gives more: a cell that waits for it would never go off. */
const BRIGHTEST_LX = 100_000;

function leastThresholdShare({ switchingRules: { count, kind, onLx, offLx } }: ReadingTwin): number {
  return Math.max(0, ...rowsWhere(count, (rule) => kind[rule] === switchingKind.photocell).map((rule) => Math.max(onLx[rule]!, offLx[rule]!) / BRIGHTEST_LX));
}
