import type { Text } from '../../../engine/foundation/text.ts';
import type { Change } from '../../changes/change.ts';
import type { ZoneNight } from './zone-nights.ts';

type LightingProgram = Extract<Change, { change: 'lighting-program' }>;
type ProgramLevel = LightingProgram['levels'][number];

/** Noon: lamps are off, whatever a program says. */
const NOON_MIN = 12 * 60, DAY_MIN = 24 * 60, MOST_RAMP_S = 3600;

/**
 * The program of clock times that gives each hour of the night its level. Output changes by no more than `rampPerMin` of full output a minute: it
 * rises before its hour begins, so that it is there when traffic asks for it, and falls once the hour has begun.
 */
export function programLevels({ hours }: Pick<ZoneNight, 'hours'>, percents: readonly number[], rampPerMin: number): ProgramLevel[] {
  const levels: ProgramLevel[] = [{ from: clock(NOON_MIN), outputShare: percents[0]! / 100, rampS: 0 }];
  for (let slot = 1; slot < hours.length; slot++) {
    const before = percents[slot - 1]!, now = percents[slot]!;
    if (now === before) continue;
    const rampS = Math.min(MOST_RAMP_S, Math.ceil((60 * Math.abs(now - before)) / (100 * rampPerMin)));
    const fromMin = hours[slot]!.hour * 60 - (now > before ? Math.ceil(rampS / 60) : 0);
    levels.push({ from: clock((fromMin + DAY_MIN) % DAY_MIN), outputShare: now / 100, rampS });
  }
  return levels;
}

/** The same as a change of a scenario. */
export const programChange = (zone: string, levels: readonly ProgramLevel[], why: Text): LightingProgram => ({ change: 'lighting-program', why, zone, levels: [...levels] });

const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
