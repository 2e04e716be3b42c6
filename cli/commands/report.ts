import { reportPage } from '../../scenarios/report/report-page.ts';
import { startsInEmptyStreets } from '../../scenarios/runs/empty-start.ts';
import { askedSides } from '../asked.ts';
import { clockText } from '../clock-text.ts';
import { checkOutputFile } from '../output-file.ts';
import { hashesOfCities, runPairs, type PairOptions } from '../run-pairs.ts';
import type { Terminal } from '../terminal.ts';
import { warmUpLines } from '../warm-up-lines.ts';
import { writeWhole } from '../write-whole.ts';

export interface ReportOptions extends PairOptions { out: string }

/** `jumeau report A B -o out.html`: the page that compares B with A. */
export async function reportCommand(terminal: Terminal, baselineName: string, scenarioName: string, options: ReportOptions, signal: AbortSignal): Promise<void> {
  await checkOutputFile('report', '--out', options.out);
  const { seeds, baseline, scenario } = await runPairs(terminal, await askedSides(terminal, [baselineName, scenarioName], options.city), options, signal);
  const { city } = baseline, { settings, engine, node } = baseline.manifests[0]!;
  const page = reportPage({
    language: terminal.language, facts: city.twin.facts, twinHash: hashesOfCities([baseline, scenario]), settings, engine, node,
    baseline: { question: baseline.question, runs: baseline.runs }, scenario: { question: scenario.question, runs: scenario.runs },
  });
  await writeWhole(options.out, [page]);
  if (terminal.json) return terminal.out(JSON.stringify({ file: options.out, baseline: baselineName, scenario: scenarioName, seeds }));
  for (const line of warmUpLines(terminal, settings)) terminal.out(line);
  if (startsInEmptyStreets(city.twin.facts, settings)) terminal.out(terminal.faint(terminal.words.emptyAtStart(clockText(settings.fromS))));
  terminal.out(terminal.words.written(options.out));
}
