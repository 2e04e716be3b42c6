import { comparisonsOf } from '../../scenarios/saved/saved-comparison.ts';
import { warningsOf } from '../../scenarios/saved/warnings.ts';
import { askedSides } from '../asked.ts';
import { comparisonJson } from '../comparison-json.ts';
import { comparisonText, howToReport } from '../comparison-text.ts';
import { compareAndKeep } from '../saved-pairs.ts';
import { yearComparison, type YearOptions } from '../saved-year.ts';
import { tellWarnings } from '../tell-problems.ts';
import type { Terminal } from '../terminal.ts';

/** `jumeau compare A B --seeds N`: B against A, seed by seed, on as many threads as there are cores; at once where a year of lighting says all. */
export async function compareCommand(terminal: Terminal, baselineName: string, scenarioName: string, options: YearOptions & { all?: boolean }, signal: AbortSignal): Promise<void> {
  const asked = await askedSides(terminal, [baselineName, scenarioName], options.city);
  const saved = (await yearComparison(asked, options)) ?? (await compareAndKeep(terminal, asked, options, signal, options.junctions ?? false)), comparisons = comparisonsOf(saved);
  tellWarnings(terminal, warningsOf(saved));
  if (terminal.json) return terminal.out(JSON.stringify(comparisonJson(terminal, saved, comparisons)));
  for (const line of [...comparisonText(terminal, saved, comparisons, options.all), ...howToReport(terminal, saved)]) terminal.out(line);
}
