import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import type { ClassLoss, Loser } from '../../measure/class-losses.ts';
import type { CorridorRecord } from '../../measure/corridor.ts';
import type { DelayBins } from '../../measure/delay-bins.ts';
import type { JunctionTraffic } from '../../measure/junction-traffic.ts';
import type { LineOperation } from '../../measure/line-operation.ts';
import type { PriorityAnswers } from '../../measure/priority-answers.ts';
import type { SignalUse } from '../../measure/signal-use.ts';
import type { Question } from '../../questions/question.ts';
import type { Markup } from '../figures/markup.ts';
import type { ReportInput, ReportRun } from '../report-input.ts';

/** A run as the report on priority sees it. */
export interface PriorityRun extends ReportRun {
  junctions: JunctionTraffic[];
  classes: Record<Loser, ClassLoss>;
  lines: LineOperation[];
  /** By row of the controller. */
  signals: ReadonlyMap<number, SignalUse>;
  delays: DelayBins;
  /** Undefined where nobody asked for priority. */
  answers: PriorityAnswers | undefined;
  /** Of one run of each side: what the picture of the corridor draws. */
  corridor: CorridorRecord | undefined;
}

/** What the picture of time and distance shows. */
export interface CorridorView { line: string; fromS: number; untilS: number }

/** `twin`: as it ran, with the changes of this side. */
export interface PrioritySide { question: Question; runs: readonly PriorityRun[]; twin: ReadingTwin }

/** A picture with what stands above and below it; no picture where there is nothing to draw. */
export interface PictureOf { caption: string; svg: string | undefined; below?: Markup }

/** All that a report on priority is made of. */
export interface PriorityInput extends Omit<ReportInput, 'baseline' | 'scenario' | 'settings'> {
  settings: NonNullable<ReportInput['settings']>;
  baseline: PrioritySide;
  scenario: PrioritySide;
  view: CorridorView | undefined;
  /** What to type for this report, but for the name of its file. */
  command: string;
}
