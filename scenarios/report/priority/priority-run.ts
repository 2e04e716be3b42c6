import { measureStartS, type RunSettings } from '../../../engine/run-settings.ts';
import { transitMode } from '../../../engine/twin/transit.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import { classLosses } from '../../measure/class-losses.ts';
import { busiestSection, corridorOf, corridorRecord, type Corridor, type Section } from '../../measure/corridor.ts';
import { delayBins } from '../../measure/delay-bins.ts';
import { junctionTraffic } from '../../measure/junction-traffic.ts';
import { lineOperation } from '../../measure/line-operation.ts';
import { priorityAnswers } from '../../measure/priority-answers.ts';
import { summariseRun } from '../../measure/run-summary.ts';
import { signalUse } from '../../measure/signal-use.ts';
import { yearOfLighting } from '../../measure/year-of-lighting.ts';
import { readResultTables } from '../../runs/result-files.ts';
import type { StoredResult } from '../../runs/store.ts';
import type { PriorityRun } from './priority-input.ts';

/** More of a line, or of time, and no cycle can be seen any more. */
const SECTION_M = 2500, VIEW_S = 900;

/** Where and when the picture of time and distance looks. */
export interface View { corridor: Corridor; section: Section; fromS: number; untilS: number }

/** The bus line that drives most often in the middle of the run; undefined where no line has a timetable. */
export function chooseView(twin: ReadingTwin, settings: Pick<RunSettings, 'fromS' | 'measuredFromS' | 'untilS'>): View | undefined {
  const { untilS } = settings, fromS = measureStartS(settings);
  const { trips, departures, lines } = twin, middleS = (fromS + untilS) / 2, from = Math.max(fromS, Math.floor((middleS - VIEW_S / 2) / 300) * 300), driven = new Map<string, number>();
  for (let trip = 0; trip < trips.count; trip++) {
    const departure = trips.departure[trip]!, line = trips.line[trip]!;
    if (departure < 0 || line < 0 || lines.mode[line] !== transitMode.bus || departures.departS[departure]! < from - 1800 || departures.departS[departure]! > from + VIEW_S) continue;
    const key = `${line} ${trips.direction[trip]!}`;
    driven.set(key, (driven.get(key) ?? 0) + 1);
  }
  const [line, direction] = ([...driven].sort(([, one], [, other]) => other - one)[0]?.[0] ?? '').split(' ').map(Number);
  const corridor = line === undefined || direction === undefined ? undefined : corridorOf(twin, line, direction);
  return corridor && { corridor, section: busiestSection(twin, corridor, SECTION_M), fromS: from, untilS: Math.min(untilS, from + VIEW_S) };
}

/** What the report needs of a stored result. `twin`: as it ran; `view`: for one run of each side. */
export async function readPriorityRun({ folder, manifest }: StoredResult, twin: ReadingTwin, view: View | undefined): Promise<PriorityRun> {
  const tables = await readResultTables(folder), over = { twin, tables, figures: manifest.figures };
  return {
    ...summariseRun(manifest.settings.seed, over), hash: manifest.figures.hash, burningH: yearOfLighting(twin).burningH,
    junctions: junctionTraffic(over), classes: classLosses(over), lines: lineOperation(over), signals: signalUse(over, measureStartS(manifest.settings), manifest.figures.endS), delays: delayBins(over), answers: priorityAnswers(over),
    corridor: view && corridorRecord(over, view.corridor, view.section, view.fromS, view.untilS),
  };
}
