const two = (value: number): string => String(value).padStart(2, '0');

/** '22:05', of minutes since midnight. */
export const clockText = (min: number): string => `${two(Math.floor(min / 60) % 24)}:${two(Math.round(min) % 60)}`;

/** '2:00' */
export const hourText = (hour: number): string => `${hour}:00`;
