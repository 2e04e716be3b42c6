import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Problem } from '../engine/foundation/problem.ts';
import type { CityFacts } from '../engine/twin/twin.ts';
import type { MeasuredRun } from '../scenarios/compare/compare-runs.ts';
import { seedsFor } from '../scenarios/compare/two-stage.ts';
import { yearLacks } from '../scenarios/compare/year-tells.ts';
import type { IndicatorName } from '../scenarios/measure/indicators.ts';
import { junctionIndicators } from '../scenarios/measure/junction-indicators.ts';
import { askedIndicators, leadingIndicators } from '../scenarios/questions/leading-indicators.ts';
import { findComparison, keepComparison, listComparisons } from '../scenarios/report/comparison-folder.ts';
import { readReportRun } from '../scenarios/report/stored-run.ts';
import { keyOf } from '../scenarios/runs/planned-run.ts';
import { SAVED_FORMAT, savedQuestion, type SavedComparison, type SavedFacts, type SavedSide } from '../scenarios/saved/saved-comparison.ts';
import type { RunSettings } from '../engine/run-settings.ts';
import type { Expectation } from '../scenarios/questions/question-schema.ts';
import type { Asked } from './asked.ts';
import { badInput } from './bad-input.ts';
import { expectedOf } from './expected-of.ts';
import { changedTwin } from './changed-twin.ts';
import { theStore } from './home.ts';
import { MOST_SEEDS } from '../scenarios/questions/question-schema.ts';
import { oneByOne } from './progress.ts';
import { pairWarnings, planPairs, storedPairs, type PairOptions, type PlannedPairs, type StoredPairs } from './run-pairs.ts';
import { tellWarnings } from './tell-problems.ts';
import type { Terminal } from './terminal.ts';
import { FEWEST_FIRST_SEEDS, FEW_FIRST_SEEDS, FIRST_SEEDS, readWithin } from './within.ts';

/** Two questions as they are to be compared: their runs, the figures, and the name under which the answer is kept. */
interface PlannedComparison { pairs: PlannedPairs; indicators: IndicatorName[]; asked: IndicatorName[]; within?: SavedComparison['within']; expected?: Expectation[]; id: string }

function planComparison(asked: readonly Asked[], options: PairOptions, junctions: boolean, within?: SavedComparison['within']): PlannedComparison {
  const pairs = planPairs(asked, options, extraOf(junctions)), wanted = (within?.wanted ?? []).map(({ indicator }) => indicator), indicators = [...new Set([...leadingOf(asked, junctions), ...wanted])];
  // Whoever names a figure on the command line asks for it as much as the question does, and as long before any run.
  const named = [...new Set([...(junctions ? junctionIndicators : []), ...askedIndicators(asked[0]!.question, asked[1]!.question), ...wanted])];
  const expected = expectedOf(asked);
  return { pairs, indicators, asked: named, ...(within && { within }), ...(expected && { expected }), id: idOf(SAVED_FORMAT, pairs, [indicators, named, within, ...(expected ? [expected] : [])]) };
}

/** The name under which something made of these runs is kept. Their keys hold city, changes, settings and engine; what a question is called is said on every page. */
export function idOf(format: number, { planned, asked }: PlannedPairs, more: unknown): string {
  const identity = JSON.stringify([format, more, planned.map(keyOf), asked.map(({ question: { name, title, question, ofCity } }) => [name, title, question, ofCity])]);
  return createHash('sha256').update(identity).digest('hex').slice(0, 16);
}

const extraOf = (junctions: boolean): Partial<RunSettings> => (junctions ? { recordJunctions: true } : {});
const leadingOf = (asked: readonly Asked[], junctions: boolean): IndicatorName[] => [...(junctions ? junctionIndicators : []), ...leadingIndicators(asked[0]!.question, asked[1]!.question)];

/** Runs what the store lacks, measures, and keeps the comparison; it comes back as whoever opens it later reads it. */
export const compareAndKeep = async (terminal: Terminal, asked: readonly Asked[], options: PairOptions & { within?: readonly string[] }, signal: AbortSignal, junctions: boolean): Promise<SavedComparison> =>
  carryOut(terminal, options.within ? await planWithin(terminal, asked, options, options.within, signal, junctions) : planComparison(asked, options, junctions), signal);

/** With as many seeds as it takes for intervals as narrow as wanted, by what the first ones tell; these are run first, and found again in the store. */
async function planWithin(terminal: Terminal, asked: readonly Asked[], options: PairOptions, typed: readonly string[], signal: AbortSignal, junctions: boolean): Promise<PlannedComparison> {
  const wanted = readWithin(typed, leadingOf(asked, junctions)), first = planPairs(asked, { ...options, seeds: options.seeds ?? String(FIRST_SEEDS) }, extraOf(junctions));
  if (first.seeds.length < FEWEST_FIRST_SEEDS) throw badInput('cli-not-a-number', '--seeds', { value: options.seeds!, least: FEWEST_FIRST_SEEDS, most: MOST_SEEDS, whole: 1 });
  if (first.seeds.length < FEW_FIRST_SEEDS) tellWarnings(terminal, [{ severity: 'warning', code: 'cli-within-few-first-seeds', where: '--seeds', parameters: { seeds: first.seeds.length, usual: FIRST_SEEDS } }]);
  const { sides: [baseline, scenario] } = await storedPairs(terminal, first, signal);
  const before = measuredOf(baseline!), { seeds, within } = seedsFor(wanted, before, measuredOf(scenario!));
  const ofNothing = within.find(({ indicator, half }) => half === 0 && before.some(({ values }) => values[indicator] != null));
  if (ofNothing) throw badInput('cli-within-no-percent', '--within', { name: ofNothing.indicator });
  return planComparison(asked, { ...options, seeds: String(Math.min(MOST_SEEDS, seeds)) }, junctions, { firstSeeds: first.seeds, wanted: within });
}

/** What its runs measured, as their manifests say; what a city gives without a run owes nothing to chance. */
const measuredOf = ({ results }: StoredPairs['sides'][number]): MeasuredRun[] => results.map(({ manifest: { settings: { seed }, indicators } }) => ({ seed, values: indicators }));

/**
 * The comparison that is kept of these sides and options; where there is none, it is made and kept. Where nobody says how many seeds, the one with the most
 * is meant: with more of them, as a narrower interval takes, the answer is better founded, and two pages of one question should not contradict each other.
 */
export async function keptComparison(terminal: Terminal, asked: readonly Asked[], options: PairOptions, signal: AbortSignal): Promise<SavedComparison> {
  const planned = planComparison(asked, options, false), { folder } = await theStore();
  const kept = (options.seeds === undefined ? await withMoreSeeds(folder, planned) : undefined) ?? (await findComparison(folder, planned.id));
  if (!kept) return carryOut(terminal, planned, signal);
  const [baseline, scenario] = pairWarnings(planned.pairs);
  // What is said of them is asked again: the one that is kept may be of a time when nothing was kept of it.
  return { ...kept, baseline: withWarnings(kept.baseline, baseline!), scenario: withWarnings(kept.scenario, scenario!) };
}

/** That with the most seeds of those that hold all runs of a planned one and more, and answer the same questions; of two alike the newest. */
async function withMoreSeeds(folder: string, { pairs: { asked, seeds, planned }, expected }: PlannedComparison): Promise<SavedComparison | undefined> {
  const keys = planned.map(keyOf), ofSides = [...asked.map(({ question }) => savedQuestion(question)), expected];
  const wider = (await listComparisons(folder)).filter((head) => head.twinHash === asked[0]!.city.shared.hash && head.seeds > seeds.length).sort((one, other) => other.seeds - one.seeds);
  for (const { id } of wider) {
    const saved = await findComparison(folder, id);
    if (!saved || !isDeepStrictEqual([saved.baseline.question, saved.scenario.question, saved.expected], ofSides)) continue;
    const held = [saved.baseline, saved.scenario].map(({ runs }) => new Set(runs.map(({ key }) => key)));
    if (keys.every((key, run) => held[run % 2]!.has(key))) return saved;
  }
  return undefined;
}

/** A side with what is to be known of it before its figures are read. */
export const withWarnings = ({ warnings: _, ...side }: SavedSide, warnings: readonly Problem[]): SavedSide => ({ ...side, ...(warnings.length > 0 && { warnings }) });

async function carryOut(terminal: Terminal, { pairs, indicators, asked, within, expected, id }: PlannedComparison, signal: AbortSignal): Promise<SavedComparison> {
  const stored = await storedPairs(terminal, pairs, signal), store = await theStore(), [first] = stored.sides[0]!.results;
  const { settings: { seed: _, ...settings }, engine, node } = first!.manifest;
  const [baseline, scenario] = [await sideOf(terminal, stored, 0), await sideOf(terminal, stored, 1)];
  await keepComparison(store, { format: SAVED_FORMAT, id, indicators, asked, ...(within && { within }), ...(expected && { expected }), settings, engine, node, baseline, scenario });
  const kept = await findComparison(store.folder, id);
  if (!kept) throw new Error(`the comparison ${id} was written and cannot be read`);
  return kept;
}

async function sideOf(terminal: Terminal, { sides }: StoredPairs, at: 0 | 1): Promise<SavedSide> {
  const { question, city, results, warnings } = sides[at]!, twin = changedTwin(city, question.changes), lacks = yearLacks(twin);
  // One after the other: the tables of a day are large, their summary is not.
  const runs = await oneByOne(terminal, terminal.words.readingResults, results.length, async (run) => ({ ...(await readReportRun(results[run]!, twin)), key: results[run]!.manifest.key }));
  return withWarnings({ question: savedQuestion(question), twinHash: city.shared.hash, facts: savedFacts(city.twin.facts), ...(lacks && { yearLacks: lacks }), runs }, warnings);
}

/** What pages say of a city. */
export const savedFacts = ({ name, synthetic, date, energy, sources, routeGaps, rerouteShare }: Readonly<CityFacts>): SavedFacts =>
  ({ name, synthetic, date, energy, sources, ...(routeGaps && { routeGaps }), ...(rerouteShare !== undefined && { rerouteShare }) });
