import type { ResultTables } from '../../engine/results/tables.ts';
import { codeName, type Reading } from '../../engine/foundation/table.ts';
import { isGreen, isGreenAspect } from '../../engine/twin/plan-green.ts';
import { firstIntervalOf } from '../../engine/twin/plan-of.ts';
import { priorityAnswer, priorityReason } from '../../engine/twin/priority-words.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { controllerMovements } from '../measure/controller-movements.ts';

export type Answer = keyof typeof priorityAnswer;
export type Reason = keyof typeof priorityReason;

/** One answer of a controller, as a row of `priorityDecisions` says. `stage`: of those of the plan, which ran then, or had just ended. */
export interface Decision { timeS: number; answer: Answer; reason: Reason; arrivesS: number; untilS: number; gainS: number; costVehicleS: number; other: Asker | undefined; stage: number; givenBackS: number; headwayShare: number; aboardCount: number; togetherCount: number }

/** A bus or tram that asked: its line, or what the source calls the vehicle. */
export interface Asker { departure: number; line: string; vehicle: string }

/** One request with all that became of it. */
export interface RequestStory extends Asker { askedS: number; lateS: number; bandS: number; towards: string[]; decisions: Decision[] }

/** What a junction showed at a time, and who had asked it for what. */
export interface JunctionAt {
  controller: string;
  /** Streets that come to it. */
  streets: string[];
  atS: number;
  /** What it showed: which interval of its plan, and which of its stages (counted from 1; for a clearing, the stage that ends), since when; since when it was on its way from there to another stage, if it was; for how long by the plan; undefined where the run shows none. */
  shown: { interval: number; changingSinceS: number | undefined; stage: number; isStage: boolean; sinceS: number; untilS: number | undefined; plannedS: number; green: string[] } | undefined;
  requests: RequestStory[];
}

/** What the words are made from. */
export type ExplainedTables = Pick<ResultTables, 'signalChanges' | 'aspectChanges' | 'priorityDecisions'>;

/** From the rows of a stored run: what happened at a controller while what it showed at a time was green, or waited for. */
export function junctionAt(twin: ReadingTwin, { signalChanges, aspectChanges, priorityDecisions }: ExplainedTables, controller: number, atS: number): JunctionAt {
  const shown = shownAt(twin, { signalChanges, aspectChanges }, controller, atS), sinceS = shown?.sinceS ?? atS;
  const overlaps = ({ askedS, decisions }: RequestStory): boolean => askedS <= atS && decisions.at(-1)!.timeS >= sinceS;
  return { controller: twin.controllers.name[controller]!, streets: approachesOf(twin, controller, () => true), atS, shown, requests: requestStories(twin, priorityDecisions, controller).filter(overlaps) };
}

/** All requests at a controller, each with all that became of it, in the order in which they were first answered. */
export function requestStories(twin: ReadingTwin, priorityDecisions: Reading<ResultTables['priorityDecisions']>, controller: number): RequestStory[] {
  const stories = new Map<string, RequestStory>();
  for (let row = 0; row < priorityDecisions.count; row++) {
    if (priorityDecisions.controller[row] !== controller) continue;
    const departure = priorityDecisions.departure[row]!, askedS = priorityDecisions.askedS[row]!, key = `${departure} ${askedS}`;
    const story = stories.get(key) ?? {
      ...askerOf(twin, departure), askedS, lateS: priorityDecisions.lateS[row]!, bandS: priorityDecisions.bandS[row]!,
      towards: approachesOf(twin, controller, (group) => group === priorityDecisions.signalGroup[row]), decisions: [],
    };
    story.decisions.push(decisionOf(twin, priorityDecisions, row));
    stories.set(key, story);
  }
  return [...stories.values()];
}

function decisionOf(twin: ReadingTwin, rows: Reading<ResultTables['priorityDecisions']>, row: number): Decision {
  const other = rows.otherDeparture[row]!;
  return {
    timeS: rows.timeS[row]!, answer: codeName(priorityAnswer, rows.answer[row]!) as Answer, reason: codeName(priorityReason, rows.reason[row]!) as Reason,
    arrivesS: rows.arrivesS[row]!, untilS: rows.untilS[row]!, gainS: rows.gainS[row]!, costVehicleS: rows.costVehicleS[row]!, stage: stageNumber(twin, rows.interval[row]!), givenBackS: rows.givenBackS[row]!, other: other < 0 ? undefined : askerOf(twin, other),
    headwayShare: rows.headwayShare[row]!, aboardCount: rows.aboardCount[row]!, togetherCount: rows.togetherCount[row]!,
  };
}

function askerOf({ departures, trips, lines }: ReadingTwin, departure: number): Asker {
  const trip = departures.trip[departure] ?? -1;
  return { departure, line: trip < 0 ? '' : lines.name[trips.line[trip]!]!, vehicle: departures.name[departure] ?? '' };
}

/** What a controller showed at a time; undefined before the first row of a run. */
export function shownAt(twin: ReadingTwin, { signalChanges: changes, aspectChanges: aspects }: Pick<ExplainedTables, 'signalChanges' | 'aspectChanges'>, controller: number, atS: number): JunctionAt['shown'] {
  let shown = -1, next = -1;
  for (let row = 0; row < changes.count; row++) {
    if (changes.controller[row] !== controller) continue;
    if (changes.timeS[row]! <= atS) shown = row;
    else if (next < 0) next = row;
  }
  if (shown < 0) return undefined;
  const interval = changes.interval[shown]!, altered = new Map<number, boolean>();
  let changingSinceS: number | undefined;
  for (let row = 0; row < aspects.count; row++) {
    if (aspects.controller[row] !== controller || aspects.timeS[row]! < changes.timeS[shown]! || aspects.timeS[row]! > atS) continue;
    changingSinceS ??= aspects.timeS[row]!;
    altered.set(aspects.signalGroup[row]!, isGreenAspect(aspects.shown[row]!));
  }
  return {
    interval: interval - firstIntervalOf(twin, interval), changingSinceS, stage: stageNumber(twin, interval), isStage: twin.intervals.stage[interval] === 1, sinceS: changes.timeS[shown]!,
    untilS: next < 0 ? undefined : changes.timeS[next]!, plannedS: twin.intervals.durationS[interval]!, green: approachesOf(twin, controller, (group) => altered.get(group) ?? isGreen(twin, interval, group)),
  };
}

/** Which of the stages of its plan an interval is, counted from 1; of a clearing, the stage before it. */
export function stageNumber(twin: ReadingTwin, last: number): number {
  let stages = 0;
  for (let interval = firstIntervalOf(twin, last); interval <= last; interval++) stages += twin.intervals.stage[interval]!;
  return stages;
}

/** Names of the streets from which the signal groups that are meant let vehicles go; of the links where a street has no name. */
export function approachesOf(twin: ReadingTwin, controller: number, isMeant: (group: number) => boolean): string[] {
  const { movements, lanes, links, streets } = twin, names = new Set<string>();
  for (const movement of controllerMovements(twin, controller)) {
    if (!isMeant(movements.signalGroup[movement]!)) continue;
    const link = lanes.link[movements.fromLane[movement]!]!, street = links.street[link]!;
    names.add((street < 0 ? '' : streets.name[street]!) || links.name[link]!);
  }
  return [...names].sort();
}
