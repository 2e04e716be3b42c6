import { parseClock } from '../engine/foundation/clock.ts';
import type { RunSettings } from '../engine/run-settings.ts';
import { unfitForSpan } from '../scenarios/changes/apply-changes.ts';
import { nearName } from '../scenarios/changes/near-name.ts';
import { changesNothing } from '../scenarios/questions/leading-indicators.ts';
import { questionNamed, questions } from '../scenarios/questions/library.ts';
import { MOST_HOURS, MOST_SEEDS } from '../scenarios/questions/question-schema.ts';
import type { Question } from '../scenarios/questions/question.ts';
import type { PlannedRun } from '../scenarios/runs/planned-run.ts';
import { usualWarmUpS } from '../scenarios/runs/empty-start.ts';
import { BadInput, badInput } from './bad-input.ts';
import type { City } from './city.ts';
import { clockText } from './clock-text.ts';
import { makeOptionReader } from './options.ts';
import type { ExpectedRun } from './progress.ts';

/** Options that every command with simulations takes, as typed. */
export interface RunOptions { hours?: string; from?: string; warmUp?: string; step?: string; workers?: string }

/** What those options say; undefined where the city or the question decides. */
export interface Wishes { seed: number; seeds: number | undefined; rerouteShare?: number | undefined; hours: number | undefined; fromS: number | undefined; warmUpS: number | undefined; stepS: number | undefined; workers: number | undefined; replay: boolean }

/** A mistyped number should be a problem, not a lost night. */
const MOST_WARM_UP_HOURS = 24, MOST_WORKERS = 256;

export function readWishes(options: RunOptions & { seed?: string; seeds?: string; replay?: boolean; reroute?: string }): Wishes {
  const read = makeOptionReader(), warmUpHours = read.decimal('--warm-up', options.warmUp, 0, MOST_WARM_UP_HOURS);
  const wishes: Wishes = {
    seed: read.whole('--seed', options.seed, 0, 2 ** 32 - 1) ?? 1,
    seeds: read.whole('--seeds', options.seeds, 1, MOST_SEEDS),
    hours: read.decimal('--hours', options.hours, 0.01, MOST_HOURS),
    fromS: read.clockS('--from', options.from),
    warmUpS: warmUpHours === undefined ? undefined : Math.round(warmUpHours * 3600),
    stepS: read.decimal('--step', options.step, 0.1, 2),
    rerouteShare: read.decimal('--reroute', options.reroute, 0, 1),
    workers: read.whole('--workers', options.workers, 1, MOST_WORKERS),
    replay: options.replay ?? false,
  };
  if (read.problems.length > 0) throw new BadInput(read.problems);
  return wishes;
}

/** The question of the library that has this name, or a problem that names the nearest. */
export function libraryQuestion(name: string): Question {
  const question = questionNamed(name);
  if (question) return question;
  const known = questions.map((one) => one.name);
  throw badInput('cli-unknown-question', name, { near: nearName(name, known) ?? '', known: known.join(', ') });
}

/** From when to when: as asked, else as the question says (one of the library for the reference city only), else as the city's files say. */
export function settingsOf(wishes: Wishes, city: City, question: Question | undefined, seed: number): RunSettings {
  const { facts } = city.twin;
  const when = question && (city.reference || question.ownSpan) ? question.when : undefined;
  const ownFromS = when ? parseClock(when.from)! : facts.defaultFromS;
  const ownUntilS = when ? ownFromS + when.hours * 3600 : facts.defaultUntilS;
  const fromS = wishes.fromS ?? ownFromS;
  const untilS = wishes.hours === undefined ? ownUntilS : Math.round(fromS + wishes.hours * 3600);
  if (untilS <= fromS) throw badInput('cli-starts-after-end', '--from', { until: clockText(ownUntilS) });
  // Midnight is the start of all days: before it nobody is known.
  const warmUpS = Math.min(fromS, wishes.warmUpS ?? usualWarmUpS(city.twin, fromS));
  const rerouteShare = wishes.rerouteShare ?? facts.rerouteShare ?? 0;
  return {
    ...(rerouteShare > 0 ? { rerouteShare } : {}),
    ...(warmUpS > 0 ? { measuredFromS: fromS } : {}),
    seed, fromS: fromS - warmUpS, untilS, stepS: wishes.stepS ?? facts.stepS, busPriority: true, replay: wishes.replay,
    untilAllArrived: when === undefined && wishes.hours === undefined && facts.runUntilAllArrived,
  };
}

/** One run of a question on a city; without a question, of the city as it is. */
export const planRun = (city: City, question: Question | undefined, wishes: Wishes, seed = wishes.seed): PlannedRun => showable(plannedRun(city, question, wishes, seed));

const plannedRun = (city: City, question: Question | undefined, wishes: Wishes, seed: number): PlannedRun => ({
  twin: city.shared,
  scenario: question?.name ?? city.twin.facts.name,
  changes: question?.changes ?? [],
  settings: settingsOf(wishes, city, question, seed),
});

/**
 * The runs of several questions that are held against each other, with one seed: over the span of the first that asks something. Beside the city as it is
 * nobody means its whole day who asks about an hour. `extra`: settings of each beside those asked for.
 */
export const planSides = (asked: readonly { city: City; question: Question }[], wishes: Wishes, seed: number, extra: Partial<RunSettings> = {}): PlannedRun[] => {
  const first = asked.find(({ question }) => !changesNothing(question)) ?? asked[0]!, settings = { ...plannedRun(first.city, first.question, wishes, seed).settings, ...extra };
  return asked.map(({ city, question }) => showable({ ...plannedRun(city, question, wishes, seed), settings }));
};

/** A run that shows what its changes ask for; a problem where its span does not let it. */
function showable(planned: PlannedRun): PlannedRun {
  const problems = unfitForSpan(planned.changes, planned.settings);
  if (problems.length > 0) throw new BadInput(problems.map((problem) => ({ ...problem, where: `${planned.scenario}: ${problem.where}` })));
  return planned;
}

/** What a progress bar needs to know of it. */
export const expectedRun = ({ twin }: City, { settings: { fromS, untilS, untilAllArrived } }: PlannedRun): ExpectedRun =>
  ({ fromS, untilS, vehicles: untilAllArrived ? twin.departures.count : undefined });
