import { compareRuns, type Comparison } from '../../scenarios/compare/compare-runs.ts';
import { junctionIndicators } from '../../scenarios/measure/junction-indicators.ts';
import { leadingIndicators } from '../../scenarios/questions/leading-indicators.ts';
import { comparisonText } from '../comparison-text.ts';
import { runPairs, type PairOptions, type Side } from '../run-pairs.ts';
import type { Terminal } from '../terminal.ts';

export interface CompareOptions extends PairOptions { junctions?: boolean }

/** `jumeau compare A B --seeds N`: B against A, seed by seed, on as many threads as there are cores. */
export async function compareCommand(terminal: Terminal, baselineName: string, scenarioName: string, options: CompareOptions, signal: AbortSignal): Promise<void> {
  const pairs = await runPairs(terminal, baselineName, scenarioName, options, signal, options.junctions ? { recordJunctions: true } : {});
  const names = [...new Set([...(options.junctions ? junctionIndicators : []), ...leadingIndicators(pairs.baseline.question, pairs.scenario.question)])];
  const comparisons = names.map((name) => compareRuns(name, pairs.baseline.runs, pairs.scenario.runs)).filter((one): one is Comparison => one !== undefined);
  if (terminal.json) {
    const sides = { baseline: baselineName, scenario: scenarioName, seeds: pairs.seeds, twinHash: pairs.baseline.city.shared.hash, ...(pairs.scenario.city === pairs.baseline.city ? {} : { scenarioTwinHash: pairs.scenario.city.shared.hash }) };
    const rows = comparisons.map(({ indicator: { name, unit, better }, ...rest }) => ({ indicator: name, unit: unit[terminal.language], better, ...rest }));
    return terminal.out(JSON.stringify({ ...sides, hashes: { baseline: hashesOf(pairs.baseline), scenario: hashesOf(pairs.scenario) }, indicators: rows }));
  }
  for (const line of comparisonText(terminal, pairs, comparisons)) terminal.out(line);
}

const hashesOf = ({ runs }: Side): string[] => runs.map(({ hash }) => hash);
