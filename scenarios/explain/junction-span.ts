import { firstAtLeast } from '../../engine/foundation/first-at-least.ts';
import { pickRows } from '../../engine/foundation/table.ts';
import { priorityDecisionColumns } from '../../engine/results/tables.ts';
import { aspect } from '../../engine/twin/signals.ts';
import { signalPlanOf } from '../../engine/twin/plan-of.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { groupUse, type GroupUse } from '../measure/signal-diagrams.ts';
import { requestStories, shownAt, stageNumber, type ExplainedTables, type JunctionAt, type RequestStory } from './junction-at.ts';
import { whyShown, type Why } from './why-shown.ts';

/** What one junction showed over a stretch of time, group by group, with why and for whom. Times in seconds since midnight of the first day. */
export interface JunctionSpan {
  fromS: number;
  untilS: number;
  /** Its signal groups but for those that are always dark. `aspect`: a code of `aspect`. Without spans where the run recorded nothing. */
  groups: { use: GroupUse; spans: { fromS: number; untilS: number; aspect: number }[] }[];
  /** Stages that ran, as numbered in their plan. */
  stages: { stage: number; fromS: number; untilS: number }[];
  /** From each time on at which something is new until the next: what is shown, by which plan (no name where there is one only), and why. */
  moments: { fromS: number; plan: string; shown: NonNullable<JunctionAt['shown']>; why: Why }[];
  /** Requests of buses and trams that were open in it. */
  requests: RequestStory[];
  /** How many more there were than are told. */
  requestsLeftOut: number;
}

/** Nobody reads more of five minutes. */
const MOST_REQUESTS = 60;

/** `tables`: rows of this controller alone, in the order of time. */
export function junctionSpan(twin: ReadingTwin, tables: ExplainedTables, controller: number, fromS: number, untilS: number): JunctionSpan {
  const rows = rowsWithin(tables, fromS, untilS), open = requestStories(twin, decisionsWithin(tables, fromS, untilS), controller);
  const requests = open.slice(0, MOST_REQUESTS);
  return {
    fromS, untilS, groups: groupSpans(twin, rows, controller, fromS, untilS), stages: rows.flatMap(({ interval, timeS, endS, altered }) => {
      if (twin.intervals.stage[interval] !== 1) return [];
      const stage = { stage: stageNumber(twin, interval), fromS: Math.max(fromS, timeS), untilS: Math.min(untilS, endS, altered[0]?.timeS ?? Infinity) };
      return stage.untilS > stage.fromS ? [stage] : [];
    }),
    moments: moments(twin, tables, controller, rows, requests, fromS, untilS), requests, requestsLeftOut: open.length - requests.length,
  };
}

/** All decisions on requests that were open at some time of a span. */
function decisionsWithin({ priorityDecisions: rows }: ExplainedTables, fromS: number, untilS: number): ExplainedTables['priorityDecisions'] {
  const keyOf = (row: number): string => `${rows.departure[row]} ${rows.askedS[row]}`, lastS = new Map<string, number>(), all = Array.from({ length: rows.count }, (_, row) => row);
  for (const row of all) lastS.set(keyOf(row), rows.timeS[row]!);
  return pickRows(priorityDecisionColumns, rows, all.filter((row) => rows.askedS[row]! < untilS && lastS.get(keyOf(row))! >= fromS));
}

/** One row of `signalChanges`, until when it held, and what its groups showed otherwise on the way to another stage. */
interface ShownInterval { interval: number; timeS: number; endS: number; altered: { timeS: number; group: number; aspect: number }[] }

/** The rows that held at some time of a span, the one before its start among them. */
function rowsWithin({ signalChanges: changes, aspectChanges: aspects }: ExplainedTables, fromS: number, untilS: number): ShownInterval[] {
  const first = Math.max(0, firstAtLeast(changes.timeS, changes.count, fromS) - 1), rows: ShownInterval[] = [];
  for (let row = first; row < changes.count && changes.timeS[row]! < untilS; row++) {
    const timeS = changes.timeS[row]!, endS = row + 1 < changes.count ? changes.timeS[row + 1]! : Infinity, altered: ShownInterval['altered'] = [];
    for (let at = firstAtLeast(aspects.timeS, aspects.count, timeS); at < aspects.count && aspects.timeS[at]! < endS; at++) altered.push({ timeS: aspects.timeS[at]!, group: aspects.signalGroup[at]!, aspect: aspects.shown[at]! });
    if (endS > fromS) rows.push({ interval: changes.interval[row]!, timeS, endS, altered });
  }
  return rows;
}

function groupSpans(twin: ReadingTwin, rows: readonly ShownInterval[], controller: number, fromS: number, untilS: number): JunctionSpan['groups'] {
  const { controllers, intervals, aspects } = twin;
  return Array.from({ length: controllers.groupCount[controller]! }, (_, group) => group).filter((group) => isEverLit(twin, controller, group)).map((group) => {
    const spans: JunctionSpan['groups'][number]['spans'] = [];
    const show = (atS: number, code: number): void => {
      const startS = Math.max(fromS, atS), last = spans.at(-1);
      if (startS >= untilS) return;
      if (last && last.fromS >= startS) spans.pop();
      if (spans.at(-1)?.aspect !== code) spans.push({ fromS: startS, untilS, aspect: code });
    };
    for (const { interval, timeS, altered } of rows) {
      show(timeS, aspects.shown[intervals.firstAspect[interval]! + group]!);
      for (const change of altered) if (change.group === group) show(change.timeS, change.aspect);
    }
    spans.forEach((span, at) => { span.untilS = spans[at + 1]?.fromS ?? Math.min(untilS, rows.at(-1)!.endS); });
    return { use: groupUse(twin, controller, group), spans };
  });
}

/** Whether a group shows anything in any plan of its controller. */
function isEverLit({ intervals, aspects }: ReadingTwin, controller: number, group: number): boolean {
  for (let interval = 0; interval < intervals.count; interval++) {
    if (intervals.controller[interval] === controller && aspects.shown[intervals.firstAspect[interval]! + group] !== aspect.off) return true;
  }
  return false;
}

function moments(twin: ReadingTwin, tables: ExplainedTables, controller: number, rows: readonly ShownInterval[], requests: readonly RequestStory[], fromS: number, untilS: number): JunctionSpan['moments'] {
  const times = new Set([fromS, ...rows.map(({ timeS }) => timeS), ...rows.flatMap(({ altered }) => altered.map(({ timeS }) => timeS)), ...requests.flatMap(({ decisions }) => decisions.map(({ timeS }) => timeS))]);
  const ordered = [...times].filter((timeS) => timeS >= fromS && timeS < untilS).sort((one, other) => one - other);
  return ordered.flatMap((atS) => {
    const shown = shownAt(twin, tables, controller, atS);
    if (!shown) return [];
    const at = rows.findLastIndex(({ timeS }) => timeS <= atS), before = stageBeforeS(twin, tables, shown.sinceS);
    const interval = rows[at]!.interval, planRow = signalPlanOf(twin, interval), plan = planRow < 0 ? '' : twin.signalPlans.name[planRow]!;
    return [{ fromS: atS, plan, shown, why: whyShown(twin, controller, interval, shown, before, requests, atS) }];
  });
}

/** Since when the last stage ran that began before a time; never where there was none. */
function stageBeforeS({ intervals }: ReadingTwin, { signalChanges: { timeS, interval, count } }: ExplainedTables, beforeS: number): number {
  for (let row = firstAtLeast(timeS, count, beforeS) - 1; row >= 0; row--) if (intervals.stage[interval[row]!] === 1) return timeS[row]!;
  return Infinity;
}
