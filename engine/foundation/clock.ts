/** Seconds in a day. Times of a run are seconds since local midnight of its first day; they may pass 86,400. */
export const DAY_S = 86400;

/** 'HH:MM' or 'HH:MM:SS' to seconds since midnight; hours may pass 24 as in GTFS. Undefined when it is not a time. */
export function parseClock(value: string): number | undefined {
  const match = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?$/.exec(value.trim());
  return match ? Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0) : undefined;
}

/** Seconds since midnight to 'HH:MM:SS', wrapped at 24 hours. */
export function formatClock(timeS: number): string {
  const whole = ((Math.floor(timeS) % DAY_S) + DAY_S) % DAY_S;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

/** Steps that a run may have: from SUMO's finest to one at which nobody drives sensibly any more. */
export const STEPS_S = { least: 0.001, most: 10 };
