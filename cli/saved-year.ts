import { createHash } from 'node:crypto';
import type { Problem } from '../engine/foundation/problem.ts';
import type { Twin } from '../engine/twin/twin.ts';
import { applyChanges } from '../scenarios/changes/apply-changes.ts';
import { differentTables } from '../scenarios/compare/same-trips.ts';
import { differInNightsOnly, differInNightTablesOnly, yearTells } from '../scenarios/compare/year-tells.ts';
import { indicators, measureCity, type IndicatorValues } from '../scenarios/measure/indicators.ts';
import { yearOfLighting } from '../scenarios/measure/year-of-lighting.ts';
import { zonesOfYear } from '../scenarios/measure/zone-energy.ts';
import { askedIndicators, leadingIndicators } from '../scenarios/questions/leading-indicators.ts';
import { findComparison, keepComparison } from '../scenarios/report/comparison-folder.ts';
import { versions } from '../scenarios/runs/engine-version.ts';
import { SAVED_FORMAT, savedQuestion, type SavedComparison, type SavedRun, type SavedSide } from '../scenarios/saved/saved-comparison.ts';
import type { Asked } from './asked.ts';
import { BadInput } from './bad-input.ts';
import { expectedOf } from './expected-of.ts';
import { theStore } from './home.ts';
import type { PairOptions } from './run-pairs.ts';
import { savedFacts, withWarnings } from './saved-pairs.ts';

export interface YearOptions extends PairOptions { junctions?: boolean; within?: readonly string[] }

/** Whoever says from when to when, with how many seeds or how runs go on wants to see traffic. */
const asksForRuns = ({ city: _, ...options }: YearOptions): boolean => (['seeds', 'from', 'hours', 'warmUp', 'step', 'workers', 'junctions', 'within'] as const).some((option) => options[option] !== undefined);

interface YearSide extends Asked { twin: Twin; problems: readonly Problem[] }

/** The comparison of both sides by their year of lighting, kept, where that tells all that they differ in: exact, and without a run. */
export async function yearComparison(asked: readonly Asked[], options: YearOptions): Promise<SavedComparison | undefined> {
  const sides = asksForRuns(options) ? undefined : yearSides(asked);
  if (!sides) return undefined;
  const store = await theStore(), expected = expectedOf(asked), names = leadingIndicators(sides[0]!.question, sides[1]!.question), named = askedIndicators(sides[0]!.question, sides[1]!.question), { engine } = versions(), id = idOf([SAVED_FORMAT, engine, names, named, sides.map(({ question, city }) => [savedQuestion(question), city.shared.hash]), ...(expected ? [expected] : [])]), kept = await findComparison(store.folder, id);
  if (kept) return { ...kept, baseline: withWarnings(kept.baseline, sides[0]!.problems), scenario: withWarnings(kept.scenario, sides[1]!.problems) };
  const [baseline, scenario] = sides.map(savedSide) as [SavedSide, SavedSide], made: SavedComparison = { format: SAVED_FORMAT, id, indicators: names, asked: named, ...(expected && { expected }), engine, node: process.versions.node, baseline, scenario };
  await keepComparison(store, made);
  return made;
}

const idOf = (identity: unknown): string => createHash('sha256').update(`year ${JSON.stringify(identity)}`).digest('hex').slice(0, 16);

function yearSides(asked: readonly Asked[]): YearSide[] | undefined {
  const one = asked[0]!.city.twin, other = asked[1]!.city.twin, changes = asked.map(({ question }) => question.changes);
  if (one === other ? !differInNightsOnly(changes) : changes.some((those) => those.length > 0) || !differInNightTablesOnly(differentTables(one, other))) return undefined;
  const sides = asked.map((side) => {
    const { value: twin, problems } = applyChanges(side.city.twin, side.question.changes);
    if (!twin) throw new BadInput(problems);
    return { ...side, twin, problems };
  });
  return sides.every(({ twin }) => yearTells(twin)) ? sides : undefined;
}

/** One row of figures says all: none of a year owes anything to chance. */
function savedSide({ question, city, twin, problems }: YearSide): SavedSide {
  const measured: IndicatorValues = measureCity({ twin }), values = Object.fromEntries(indicators.map(({ name }) => [name, measured[name] ?? null])) as SavedRun['values'];
  return withWarnings({
    question: savedQuestion(question), twinHash: city.shared.hash, facts: savedFacts(city.twin.facts),
    runs: [{ key: '', hash: '', seed: 0, burningH: yearOfLighting(twin).burningH, values, minutes: { timeS: [], running: [], lightingPowerW: [] }, zones: zonesOfYear(twin).map((zone) => ({ ...zone, runKwh: 0 })), busLines: [] }],
  }, problems);
}
