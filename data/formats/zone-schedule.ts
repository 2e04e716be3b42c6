import type { RowValues } from '../../engine/foundation/table.ts';
import type { switchingRuleColumns } from '../../engine/twin/lighting.ts';
import type { ZoneCalendar } from '../../engine/twin/zone-calendars.ts';

/** When the lamps of a zone burn. */
export type Switching = Omit<RowValues<typeof switchingRuleColumns>, 'name'>;

/** Output by presence between two clock times, on every day: `adaptiveRules` of that kind. */
export interface PresenceSpan { fromClockS: number; untilClockS: number; quietShare: number; busyShare: number; holdS: number; fallS: number }

/** What files of lighting programs say of a zone: when its lamps burn, and how bright on which day. `presence`: left out where the file has no word for it. */
export interface ZoneSchedule { zone: string; calendar: ZoneCalendar; switching: Switching; presence?: readonly PresenceSpan[] }

/** Limits on what one file of programs may hold. */
export const MOST_SCHEDULE_BYTES = 64 * 1024 * 1024;

/** The sun's centre at sunset and sunrise as almanacs have them: its upper edge seen on the horizon. */
export const HORIZON_DEG = -0.833;

/** Rule columns that another kind of switching does not look at. */
export const UNUSED_SWITCHING: Omit<Switching, 'kind'> = { sunAltitudeDeg: 0, onOffsetS: 0, offOffsetS: 0, onLx: 0, offLx: 0, onClockS: 0, offClockS: 0 };

const two = (value: number): string => String(value).padStart(2, '0');
/** '23:30:05' for whole seconds of a day. */
export const clockText = (clockS: number): string => `${two(Math.floor(clockS / 3600))}:${two(Math.floor(clockS / 60) % 60)}:${two(clockS % 60)}`;
