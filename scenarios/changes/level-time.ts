import * as z from 'zod';
import { parseClock } from '../../engine/foundation/clock.ts';
import { levelReference } from '../../engine/twin/lighting.ts';

/** When a dimming level begins: a clock time, or so long before or after an event of the night. */
export const levelTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^(sunset|sunrise|night-middle)([+-](0\d|1[0-2]):[0-5]\d)?$/)
  .meta({ description: 'clock time HH:MM, or sunset, sunrise or night-middle with an offset: "sunset+01:30", "night-middle-02:00"' });

const REFERENCES = { sunset: levelReference.sunset, sunrise: levelReference.sunrise, 'night-middle': levelReference.nightMiddle } as const;

/** As columns of `dimmingLevels`. */
export function levelTimeColumns(time: string): { reference: number; fromS: number } {
  const [, event, sign, offset] = /^(sunset|sunrise|night-middle)(?:([+-])(.*))?$/.exec(time) ?? [];
  if (event === undefined) return { reference: levelReference.clock, fromS: parseClock(time)! };
  const offsetS = offset === undefined ? 0 : parseClock(offset)!;
  return { reference: REFERENCES[event as keyof typeof REFERENCES], fromS: sign === '-' ? -offsetS : offsetS };
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** As it is written in a file of changes; whole minutes. */
export function levelTimeText(reference: number, fromS: number): string {
  const minutes = Math.round(Math.abs(fromS) / 60), clock = `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
  if (reference === levelReference.clock) return clock;
  const event = (Object.keys(REFERENCES) as (keyof typeof REFERENCES)[]).find((name) => REFERENCES[name] === reference)!;
  return minutes === 0 ? event : `${event}${fromS < 0 ? '-' : '+'}${clock}`;
}
