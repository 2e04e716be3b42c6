import type { RowValues } from '../../engine/foundation/table.ts';
import { parseClock } from '../../engine/foundation/clock.ts';
import type { planSwitchColumns } from '../../engine/twin/signals.ts';
import type { ProblemList } from '../formats/problem-list.ts';
import type { SumoProgram } from '../formats/sumo/net-records.ts';
import type { SumoSignalFiles } from '../formats/sumo/signal-files.ts';
import { scheduleOf } from './signals/plans-from-sumo.ts';

/** WAUT times say nothing of days of the week. */
const EVERY_DAY = 127;

/** The programs that a controller runs, the one that it begins with first, and which of them when. */
export interface ScheduledPrograms { programs: SumoProgram[]; switches: Omit<RowValues<typeof planSwitchColumns>, 'controller'>[] }

/**
 * What each controller runs: the programs of its WAUT, or, as in SUMO, the one loaded last (shown with SUMO 1.15: a program of a
 * later file replaces the running one). Where a WAUT names a program that nobody knows, the first stays.
 */
export function scheduledPrograms({ programs, wauts, junctions }: SumoSignalFiles, problems: ProblemList): Map<string, ScheduledPrograms> {
  const byController = new Map<string, SumoProgram[]>(), runs = new Map<string, ScheduledPrograms>();
  for (const program of programs) byController.set(program.id, [...(byController.get(program.id) ?? []), program]);
  const wautOf = new Map(junctions.map(({ junctionId, wautId }) => [junctionId, wauts.find(({ id }) => id === wautId)]));
  for (const [id, own] of byController) {
    const waut = wautOf.get(id), loaded = new Map(own.map((program) => [program.programId, program]));
    const schedule = waut ? scheduleOf(waut, new Set(loaded.keys()), problems) : [], names = new Set(schedule.flatMap(({ plan }) => (plan === null ? [] : [plan])));
    const named = [...names].map((name) => loaded.get(name)!), chosen = named.length > 0 ? named : [own.at(-1)!];
    const switches = chosen.length < 2 ? [] : schedule.map(({ from, plan }) => ({ days: EVERY_DAY, atS: parseClock(from)!, plan: plan === null ? 0 : chosen.indexOf(loaded.get(plan)!) }));
    runs.set(id, { programs: chosen, switches });
  }
  return runs;
}
