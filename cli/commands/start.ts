import type { RunSettings } from '../../engine/run-settings.ts';
import { textIn, wordsIn, type Language } from '../../scenarios/language/language.ts';
import { reportWords } from '../../scenarios/language/report.ts';
import { measureCity, type IndicatorValues } from '../../scenarios/measure/indicators.ts';
import type { Question } from '../../scenarios/questions/question.ts';
import { runAll } from '../../scenarios/runs/pool.ts';
import { startServer, type RunningServer } from '../../viewer/server/serve.ts';
import { askedSides, isCityFile } from '../asked.ts';
import { BadInput, badInput } from '../bad-input.ts';
import { changedTwin } from '../changed-twin.ts';
import { clockText } from '../clock-text.ts';
import type { City } from '../city.ts';
import { theStore } from '../home.ts';
import { indicatorText } from '../indicator-text.ts';
import { makeOptionReader } from '../options.ts';
import { expectedRun, libraryQuestion, planRun, readWishes, type RunOptions } from '../plan.ts';
import { oneByOne, runsProgress } from '../progress.ts';
import { startsInEmptyStreets } from '../../scenarios/runs/empty-start.ts';
import { runWarnings } from '../run-warnings.ts';
import { resultsOf, tellWarnings } from '../tell-problems.ts';
import type { Terminal } from '../terminal.ts';
import { warmUpLines } from '../warm-up-lines.ts';

export interface StartOptions extends RunOptions { port?: string; once?: boolean; with?: string; city?: string; junctions?: boolean }

const DEFAULT_PORT = 4242;
/** What is shown without asking: the day as it is; of the reference city, one change to switch to as well. */
const shownFirst = { reference: ['baseline', 'dim-after-midnight'], own: ['baseline'] };

/** `jumeau start [--city city.twin]`: a day of the reference city or of one's own, its indicators, and the viewer until Ctrl-C. */
export async function start(terminal: Terminal, options: StartOptions, signal: AbortSignal): Promise<void> {
  const read = makeOptionReader();
  const port = read.whole('--port', options.port, 1, 65_535) ?? DEFAULT_PORT;
  if (read.problems.length > 0) throw new BadInput(read.problems);
  const asked = [...(options.city === undefined ? shownFirst.reference : shownFirst.own), ...(options.with ?? '').split(',').filter((name) => name !== '')];
  // The viewer shows one city: another one is no question of it.
  asked.filter(isCityFile).forEach(libraryQuestion);
  const sides = await askedSides(terminal, [...new Set(asked)], options.city), chosen = sides.map(({ question }) => question), { city } = sides[0]!;
  const wishes = { ...readWishes(options), replay: true };
  const planned = chosen.map((question) => planRun(city, question, wishes)).map((run) => (options.junctions ? { ...run, settings: { ...run.settings, recordJunctions: true } } : run));
  const progress = runsProgress(terminal, planned.map((run) => expectedRun(city, run)));
  const { onProgress, onFinished } = progress;
  const outcomes = await runAll(planned, { store: await theStore(), workers: wishes.workers, useStored: true, signal, onProgress, onFinished }).finally(progress.end);
  const results = resultsOf(planned, outcomes);
  tellWarnings(terminal, runWarnings(city, planned, outcomes));
  const shown = await oneByOne(terminal, terminal.words.readingResults, outcomes.length, async (at): Promise<Shown> => {
    const question = chosen[at]!, outcome = outcomes[at]!, { folder, manifest } = results[at]!;
    return { question, folder, stored: outcome.result !== undefined && outcome.stored, values: { ...measureCity({ twin: changedTwin(city, question.changes) }), ...manifest.indicators } };
  });
  const server = options.once ? undefined : await serve(port, city, shown);
  tell(terminal, city, shown, server, port, planned[0]!.settings);
  if (!server) return;
  await new Promise<void>((resolve) => (signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve(), { once: true })));
  await server.close();
}

interface Shown { question: Question; folder: string; stored: boolean; values: IndicatorValues }

async function serve(port: number, city: City, shown: readonly Shown[]): Promise<RunningServer> {
  const results = shown.map(({ question, folder }) => ({ name: question.name, folder }));
  try {
    return await startServer({ port, home: (await theStore()).folder, cities: [{ name: city.twin.facts.name, twinPath: city.path, twinHash: city.shared.hash, results }] });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    throw badInput('cli-no-free-port', String(port), { cause: code });
  }
}

function tell(terminal: Terminal, city: City, shown: readonly Shown[], server: RunningServer | undefined, wantedPort: number, settings: RunSettings): void {
  if (terminal.json) {
    const results = shown.map(({ question, folder, stored, values }) => ({ question: question.name, folder, stored, indicators: values }));
    return terminal.out(JSON.stringify({ results, ...(server ? { url: server.url } : {}) }));
  }
  const [baseline] = shown;
  for (const { question, values, stored } of shown) {
    terminal.out(`${terminal.bold(textIn(question.title, terminal.language))}  ${terminal.faint(stored ? `${question.name}, ${terminal.words.stored}` : question.name)}`);
    const measured = question.indicators.filter((name) => values[name] !== null);
    for (const line of indicatorText(terminal, measured, values, question === baseline?.question ? undefined : baseline?.values)) terminal.out(line);
    const others = question.indicators.length - measured.length;
    if (others > 0) terminal.out(terminal.faint(terminal.words.notMeasured(terminal.number(others))));
    terminal.out('');
  }
  for (const line of cautions(terminal, shown)) terminal.out(terminal.faint(line));
  for (const line of warmUpLines(terminal, settings)) terminal.out(line);
  if (startsInEmptyStreets(city.twin.facts, settings)) terminal.out(terminal.faint(terminal.words.emptyAtStart(clockText(settings.fromS))));
  if (city.twin.facts.synthetic) terminal.out(terminal.faint(terminal.words.synthetic));
  if (!server) return;
  if (server.port !== wantedPort) terminal.out(terminal.words.portTaken(wantedPort, server.port));
  terminal.out(terminal.bold(terminal.words.serving(addressIn(terminal.language, server.url))));
  terminal.out(terminal.words.howToStop);
}

/** The viewer opens in French unless its address says otherwise. */
const addressIn = (language: Language, url: string): string => (language === 'fr' ? url : `${url}#lang=${language}`);

/** What a reader must know before leaning on these numbers, in the words of the report where it says the same. */
function cautions(terminal: Terminal, shown: readonly Shown[]): string[] {
  const mostCollisions = Math.max(...shown.map(({ values }) => values.collisions ?? 0));
  return [
    ...(shown.length > 1 ? [terminal.words.oneSeedEach] : []),
    ...(mostCollisions > 0 ? [wordsIn(reportWords, terminal.language).limitCollisions(terminal.number(mostCollisions))] : []),
  ];
}
