import { eachOnce } from '../../engine/foundation/problem.ts';
import type { PrioritySide } from '../../scenarios/report/priority/priority-input.ts';
import { chooseView, readPriorityRun } from '../../scenarios/report/priority/priority-run.ts';
import { priorityPage } from '../../scenarios/report/priority/priority-page.ts';
import { findPriority, keepPriority, PRIORITY_FORMAT, type PriorityContent } from '../../scenarios/report/priority/saved-priority.ts';
import { startsInEmptyStreets } from '../../scenarios/runs/empty-start.ts';
import { askedSides } from '../asked.ts';
import { badInput } from '../bad-input.ts';
import { changedTwin } from '../changed-twin.ts';
import { clockText } from '../clock-text.ts';
import { theStore } from '../home.ts';
import { checkOutputFile } from '../output-file.ts';
import { oneByOne } from '../progress.ts';
import { printPdf, printingBrowser } from '../print-pdf.ts';
import { hashesOfCities, pairWarnings, planPairs, storedPairs, type PairOptions, type PlannedPairs, type StoredPairs } from '../run-pairs.ts';
import { idOf, savedFacts } from '../saved-pairs.ts';
import { tellWarnings } from '../tell-problems.ts';
import type { Terminal } from '../terminal.ts';
import { warmUpLines } from '../warm-up-lines.ts';
import { writeWhole } from '../write-whole.ts';

export interface PriorityReportOptions extends PairOptions { out: string; pdf?: string }

/** `jumeau report priority A B -o out.html`: what buses win and what everybody else pays, by line and by junction. */
export async function priorityReportCommand(terminal: Terminal, baselineName: string, scenarioName: string | undefined, options: PriorityReportOptions, signal: AbortSignal): Promise<void> {
  await checkOutputFile('report', '--out', options.out);
  if (options.pdf !== undefined) await checkOutputFile('pdf', '--pdf', options.pdf);
  // Before all the work: whoever wants paper should know that there is a printer.
  const browser = options.pdf === undefined ? undefined : printingBrowser();
  const content = scenarioName === undefined ? await contentNumbered(baselineName) : await contentOf(terminal, baselineName, scenarioName, options, signal), { settings, facts, baseline, scenario } = content;
  const page = priorityPage({ ...content, language: terminal.language });
  await writeWhole(options.out, [page]);
  if (browser !== undefined && options.pdf !== undefined) await printPdf(browser, options.out, options.pdf, signal);
  if (terminal.json) return terminal.out(JSON.stringify({ file: options.out, ...(options.pdf === undefined ? {} : { pdf: options.pdf }), baseline: baseline.question.name, scenario: scenario.question.name, seeds: baseline.runs.map(({ seed }) => seed) }));
  for (const line of warmUpLines(terminal, settings)) terminal.out(line);
  if (startsInEmptyStreets(facts, settings)) terminal.out(terminal.faint(terminal.words.emptyAtStart(clockText(settings.fromS))));
  terminal.out(terminal.words.written(options.out));
  if (options.pdf !== undefined) terminal.out(terminal.words.written(options.pdf));
}

/** `jumeau report priority ID`: as it is kept. */
async function contentNumbered(id: string): Promise<PriorityContent> {
  if (!/^[0-9a-f]{16}$/.test(id)) throw badInput('cli-priority-one-side', id);
  const kept = await findPriority(await theStore(), id);
  if (!kept) throw badInput('cli-priority-unknown', id);
  return kept;
}

async function contentOf(terminal: Terminal, baseline: string, scenario: string, options: PriorityReportOptions, signal: AbortSignal): Promise<PriorityContent> {
  const pairs = planPairs(await askedSides(terminal, [baseline, scenario], options.city), options, { recordJunctions: true });
  return keptContent(terminal, pairs, commandFor(baseline, scenario, options, pairs.seeds.length), signal);
}

/** What is kept of exactly these runs; where nothing is, they are simulated and it is kept. The page is drawn from what was read back, and from nothing else. */
async function keptContent(terminal: Terminal, pairs: PlannedPairs, command: string, signal: AbortSignal): Promise<PriorityContent> {
  const store = await theStore(), id = idOf(PRIORITY_FORMAT, pairs, command), kept = await findPriority(store, id);
  if (kept) {
    tellWarnings(terminal, eachOnce(pairWarnings(pairs).flat()));
    return kept;
  }
  const stored = await storedPairs(terminal, pairs, signal);
  tellWarnings(terminal, eachOnce(stored.sides.flatMap(({ warnings }) => warnings)));
  await keepPriority(store, id, await measured(terminal, stored, command));
  const now = await findPriority(store, id);
  if (!now) throw new Error(`the report ${id} was written and cannot be read`);
  return now;
}

async function measured(terminal: Terminal, { sides }: StoredPairs, command: string): Promise<PriorityContent> {
  const { city } = sides[0]!, { settings: { seed: _, ...settings }, engine, node } = sides[0]!.results[0]!.manifest, view = chooseView(city.twin, settings);
  const sideOf = async (at: 0 | 1): Promise<PrioritySide> => {
    const { question, city: own, results } = sides[at]!, twin = changedTwin(own, question.changes);
    // The picture of the corridor shows one run of each side, with the same seed.
    return { question, twin, runs: await oneByOne(terminal, terminal.words.readingResults, results.length, (run) => readPriorityRun(results[run]!, twin, run === 0 ? view : undefined)) };
  };
  return {
    facts: savedFacts(city.twin.facts), twinHash: hashesOfCities(sides), settings, engine, node, command, baseline: await sideOf(0), scenario: await sideOf(1),
    view: view && { line: city.twin.lines.name[view.corridor.line]!, fromS: view.fromS, untilS: view.untilS },
  };
}

/** What to type for the same report, but for the name of its file. */
function commandFor(baseline: string, scenario: string, { city, from, hours, warmUp, step }: PriorityReportOptions, seeds: number): string {
  const given = { city, from, hours, 'warm-up': warmUp, step, seeds };
  return ['npx jumeau report priority', baseline, scenario, ...Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [`--${name} ${value}`]))].join(' ');
}
