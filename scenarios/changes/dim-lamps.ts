import * as z from 'zod';
import { DAY_S } from '../../engine/foundation/clock.ts';
import type { Problem } from '../../engine/foundation/problem.ts';
import { tableFrom } from '../../engine/foundation/table.ts';
import { dimmingLevelColumns, lightingZoneColumns } from '../../engine/twin/lighting.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { clockS, clockTime, why, type ChangeKind } from './change-kind.ts';
import { nearName } from './near-name.ts';

const schema = z.strictObject({
  change: z.literal('dim-lamps'),
  why,
  zone: z.string().meta({ description: 'name of a lighting zone of the twin, or "all"' }),
  from: clockTime,
  until: clockTime.meta({ description: 'clock time, HH:MM; before `from` for a span over midnight' }),
  outputShare: z.number().min(0).max(1).meta({ description: 'most output in this span: 0 off, 1 no dimming; a zone that is dimmed more already stays so' }),
}).meta({ description: 'Lower the lamps of a zone between two clock times.' });

type DimLamps = z.infer<typeof schema>;

export const dimLamps: ChangeKind<typeof schema> = {
  schema,

  problems(change, { lightingZones, lamps }, where) {
    const problems: Problem[] = [];
    const known = Array.from(lightingZones.name);
    if (change.zone !== 'all' && !known.includes(change.zone)) {
      problems.push({
        severity: 'error', code: 'change-unknown-zone', where: `${where}.zone`,
        parameters: { zone: change.zone, near: nearName(change.zone, known) ?? '', known: known.join(', ') },
      });
    }
    const wholeDay = clockS(change.until) - clockS(change.from) === DAY_S;
    if (clockS(change.from) % DAY_S === clockS(change.until) % DAY_S && !wholeDay) {
      problems.push({ severity: 'error', code: 'change-empty-span', where: `${where}.until`, parameters: { from: change.from } });
    }
    let zoneless = 0;
    for (let lamp = 0; lamp < lamps.count; lamp++) if (lamps.zone[lamp]! < 0) zoneless++;
    if (change.zone === 'all' && zoneless > 0) {
      problems.push({ severity: 'warning', code: 'change-lamps-without-zone', where: `${where}.zone`, parameters: { count: zoneless } });
    }
    return problems;
  },

  apply(change, copy) {
    const { lightingZones } = copy;
    const dimmed = Array.from({ length: lightingZones.count }, (_, zone) =>
      change.zone === 'all' || lightingZones.name[zone] === change.zone ? dimmedLevels(change, copy, zone) : undefined);
    // A change that changes nothing must leave the twin's fingerprint as it is.
    if (dimmed.every((levels) => levels === undefined)) return;
    const schedules = dimmed.map((levels, zone) => levels ?? levelsOf(copy, zone));
    let firstLevel = 0;
    copy.lightingZones = tableFrom(lightingZoneColumns, schedules.map((levels, zone) => {
      const row = { name: lightingZones.name[zone]!, firstLevel, levelCount: levels.length };
      firstLevel += levels.length;
      return row;
    }));
    copy.dimmingLevels = tableFrom(dimmingLevelColumns, schedules.flat());
  },
};

interface Level { fromS: number; outputShare: number }

function levelsOf({ lightingZones, dimmingLevels }: ReadingTwin, zone: number): Level[] {
  const first = lightingZones.firstLevel[zone]!;
  return Array.from({ length: lightingZones.levelCount[zone]! }, (_, at) => ({
    fromS: dimmingLevels.fromS[first + at]!, outputShare: dimmingLevels.outputShare[first + at]!,
  }));
}

/** Output at a clock time: the last level begun, or that of yesterday evening; full output without any. */
function shareAt(levels: readonly Level[], timeS: number): number {
  let share = levels.at(-1)?.outputShare ?? 1;
  for (const level of levels) if (level.fromS <= timeS) share = level.outputShare;
  return share;
}

/** The zone's schedule with the span lowered; undefined when that alters nothing. */
function dimmedLevels(change: DimLamps, twin: ReadingTwin, zone: number): Level[] | undefined {
  const fromS = clockS(change.from), untilS = clockS(change.until);
  const inSpan = (timeS: number) => (fromS < untilS ? timeS >= fromS && timeS < untilS : timeS >= fromS || timeS < untilS);
  const before = levelsOf(twin, zone);
  const timesS = [...new Set([...before.map((level) => level.fromS), fromS % DAY_S, untilS % DAY_S])].sort((one, other) => one - other);
  const after = timesS.map((timeS) => {
    const share = shareAt(before, timeS);
    return { fromS: timeS, outputShare: inSpan(timeS) ? Math.min(share, change.outputShare) : share };
  });
  if (after.every(({ fromS: timeS, outputShare }) => outputShare === shareAt(before, timeS))) return undefined;
  // Where two levels in turn give the same, the second says nothing. The one before the first is the last.
  const kept = after.filter((level, at) => level.outputShare !== after.at(at - 1)!.outputShare);
  return kept.length > 0 ? kept : [{ fromS: 0, outputShare: after[0]!.outputShare }];
}
