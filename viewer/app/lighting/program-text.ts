import { levelReference } from '../../../engine/twin/lighting.ts';
import { DAY_MIN, MOST_LEVELS, MOST_OFFSET_MIN, MOST_RAMP_MIN, type TrialLevel } from './trial-program.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** `2300-40`, `0500-100-15` with a ramp of 15 minutes, `sunset30-60`, `sunrise_90-60`: 90 minutes before sunrise. */
function levelToText({ reference, atMin, outputShare, rampMin }: TrialLevel): string {
  const at = reference === 'clock' ? two(Math.floor(atMin / 60)) + two(atMin % 60) : reference + (atMin < 0 ? '_' : '') + Math.abs(atMin);
  return `${at}-${Math.round(outputShare * 100)}${rampMin > 0 ? `-${rampMin}` : ''}`;
}

function levelFromText(text: string): TrialLevel | undefined {
  const [, event, minus, digits, percent, ramp] = /^([a-zA-Z]*)(_?)(\d{1,4})-(\d{1,3})(?:-(\d{1,3}))?$/.exec(text) ?? [];
  if (digits === undefined || percent === undefined) return undefined;
  const reference = event === '' ? 'clock' : (Object.keys(levelReference) as TrialLevel['reference'][]).find((known) => known === event && known !== 'clock');
  const clockMin = Math.floor(Number(digits) / 100) * 60 + (Number(digits) % 100);
  const atMin = reference === 'clock' ? clockMin : Number(digits) * (minus === '' ? 1 : -1);
  const isTime = reference === 'clock' ? minus === '' && digits.length === 4 && Number(digits) % 100 < 60 && atMin < DAY_MIN : Math.abs(atMin) <= MOST_OFFSET_MIN;
  if (!reference || !isTime || Number(percent) > 100 || Number(ramp ?? 0) > MOST_RAMP_MIN) return undefined;
  return { reference, atMin, outputShare: Number(percent) / 100, rampMin: Number(ramp ?? 0) };
}

/** A program of a zone as it stands in the address: `residential:2300-40,0500-100`. */
export const programToText = (zone: string, levels: readonly TrialLevel[]): string => `${zone}:${levels.map(levelToText).join(',')}`;

/** Undefined where any part of it is nonsense: half a program is another one. */
export function programFromText(text: string): [zone: string, levels: TrialLevel[]] | undefined {
  const at = text.lastIndexOf(':'), levels = text.slice(at + 1).split(',').map(levelFromText);
  if (at < 1 || levels.length > MOST_LEVELS || levels.some((level) => level === undefined)) return undefined;
  return [text.slice(0, at), levels as TrialLevel[]];
}
