import type { Problem } from '../../engine/foundation/problem.ts';
import { applyChanges } from '../../scenarios/changes/apply-changes.ts';
import { answerSentence } from '../../scenarios/compare/answer.ts';
import { compareAll } from '../../scenarios/compare/compare-all.ts';
import type { MeasuredRun } from '../../scenarios/compare/compare-runs.ts';
import { differentTables } from '../../scenarios/compare/same-trips.ts';
import { differInNightsOnly, differInNightTablesOnly, yearTells } from '../../scenarios/compare/year-tells.ts';
import { measureCity } from '../../scenarios/measure/indicators.ts';
import { leadingIndicators } from '../../scenarios/questions/leading-indicators.ts';
import { comparisonsOf } from '../../scenarios/saved/saved-comparison.ts';
import { askedSides, type Asked } from '../asked.ts';
import { BadInput } from '../bad-input.ts';
import { comparisonJson, jsonRow } from '../comparison-json.ts';
import { comparisonText, howToReport, yearComparisonText } from '../comparison-text.ts';
import type { PairOptions } from '../run-pairs.ts';
import { compareAndKeep } from '../saved-pairs.ts';
import { tellWarnings } from '../tell-problems.ts';
import type { Terminal } from '../terminal.ts';

export interface CompareOptions extends PairOptions { junctions?: boolean; within?: readonly string[] }

/** `jumeau compare A B --seeds N`: B against A, seed by seed, on as many threads as there are cores; at once where a year of lighting says all. */
export async function compareCommand(terminal: Terminal, baselineName: string, scenarioName: string, options: CompareOptions, signal: AbortSignal): Promise<void> {
  const asked = await askedSides(terminal, [baselineName, scenarioName], options.city), year = asksForRuns(options) ? undefined : yearOfSides(asked);
  if (year) return tellYear(terminal, year, baselineName, scenarioName);
  const saved = await compareAndKeep(terminal, asked, options, signal, options.junctions ?? false), comparisons = comparisonsOf(saved);
  if (terminal.json) return terminal.out(JSON.stringify(comparisonJson(terminal, saved, comparisons)));
  for (const line of [...comparisonText(terminal, saved, comparisons), ...howToReport(terminal, saved)]) terminal.out(line);
}

/** Whoever says from when to when, with how many seeds or how runs go on wants to see traffic. */
const asksForRuns = ({ city: _, ...options }: CompareOptions): boolean => (['seeds', 'from', 'hours', 'warmUp', 'step', 'workers', 'junctions', 'within'] as const).some((option) => options[option] !== undefined);

/** Both sides with the figures of their year, where these tell all that the sides differ in: exact, and without a run. */
function yearOfSides(asked: readonly Asked[]): YearSide[] | undefined {
  const one = asked[0]!.city.twin, other = asked[1]!.city.twin, changes = asked.map(({ question }) => question.changes);
  if (one === other ? !differInNightsOnly(changes) : changes.some((those) => those.length > 0) || !differInNightTablesOnly(differentTables(one, other))) return undefined;
  const sides = asked.map((side) => {
    const { value: twin, problems } = applyChanges(side.city.twin, side.question.changes);
    if (!twin) throw new BadInput(problems);
    return { ...side, twin, problems };
  });
  return sides.every(({ twin }) => yearTells(twin)) ? sides.map(({ twin, ...side }) => ({ ...side, values: measureCity({ twin }) })) : undefined;
}

interface YearSide extends Asked { problems: readonly Problem[]; values: ReturnType<typeof measureCity> }

function tellYear(terminal: Terminal, sides: readonly YearSide[], baselineName: string, scenarioName: string): void {
  const [baseline, scenario] = sides as [YearSide, YearSide];
  tellWarnings(terminal, sides.flatMap(({ problems }) => problems));
  // One pair says all: no figure of a year owes anything to chance.
  const asRuns = ({ values }: YearSide): MeasuredRun[] => [{ seed: 0, values }];
  const comparisons = compareAll(leadingIndicators(baseline.question, scenario.question), asRuns(baseline), asRuns(scenario));
  if (terminal.json) return terminal.out(JSON.stringify({ baseline: baselineName, scenario: scenarioName, seeds: [], twinHash: baseline.city.shared.hash, ...(scenario.city === baseline.city ? {} : { scenarioTwinHash: scenario.city.shared.hash }), hashes: { baseline: [], scenario: [] }, answer: answerSentence(comparisons, terminal.language), indicators: comparisons.map((one) => jsonRow(terminal, one)) }));
  for (const line of yearComparisonText(terminal, baseline, scenario, comparisons)) terminal.out(line);
}
