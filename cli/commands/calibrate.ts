import { readFile } from 'node:fs/promises';
import { countsOnLinks } from '../../data/build/demand/counts-on-links.ts';
import { readLinkCounts } from '../../data/formats/counts/link-counts.ts';
import { rowsWhere } from '../../engine/foundation/table.ts';
import type { RunSettings } from '../../engine/run-settings.ts';
import { twinHash, twinToBytes } from '../../engine/twin/bytes.ts';
import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';
import { beforeAfter, fitFigures, type BeforeAfterRow } from '../../scenarios/calibrate/before-after.ts';
import { calibrate } from '../../scenarios/calibrate/calibrate.ts';
import { countsInside, demandSpan } from '../../scenarios/calibrate/counts-inside.ts';
import type { LinkCountTable } from '../../scenarios/calibrate/link-count-table.ts';
import { simulatedCounts } from '../../scenarios/calibrate/simulated-counts.ts';
import { measuredLinkTimes } from '../../scenarios/equilibrium/link-times.ts';
import type { Language } from '../../scenarios/language/language.ts';
import { nativeSha256 } from '../../scenarios/runs/native-sha256.ts';
import { BadInput, badInput } from '../bad-input.ts';
import { openCity, referenceCity } from '../city.ts';
import { csvLine } from '../csv-lines.ts';
import { nobodyPasses, notFitted, worseFit } from '../fit-problems.ts';
import { checkOutputFile } from '../output-file.ts';
import { planRun, readWishes } from '../plan.ts';
import { runLinks } from '../run-links.ts';
import { tellWarnings } from '../tell-problems.ts';
import { alignedRows, type Terminal } from '../terminal.ts';
import { writeWhole } from '../write-whole.ts';

export interface CalibrateOptions { counts: string; out: string; table?: string; seed?: string; step?: string; workers?: string }

/** Streets fill before the first count. */
const WARM_UP_S = 3600;

/**
 * `jumeau calibrate [city.twin] --counts counts.csv -o new.twin`: simulates, fits the demand as on quiet streets, simulates that,
 * fits again with the times that links then took, and simulates again. The demand given may jam; its times are not used.
 */
export async function calibrateCommand(terminal: Terminal, path: string | undefined, options: CalibrateOptions, signal: AbortSignal): Promise<void> {
  // The fit has its own time for streets to fill.
  const wishes = { ...readWishes(options), warmUpS: 0 };
  await checkOutputFile('city', '--out', options.out);
  if (options.table !== undefined) await checkOutputFile('counts', '--table', options.table);
  const city = path === undefined ? await referenceCity(terminal) : await openCity(path);
  const given = await countsOf(city.twin, options.counts), counts = countsInside(given, demandSpan(city.twin));
  if (counts.count === 0) throw nobodyPasses(city.twin, given, options.counts);
  const { words, number, numbers } = terminal, say = (step: string): void => { if (!terminal.json) terminal.note(step); };
  say(words.fitFirst);
  const quiet = calibrate({ twin: city.twin, counts });
  const unpassed = rowsWhere(counts.count, (row) => counts.vehicleCount[row]! > 0 && quiet.plannedBefore[row] === 0);
  // A factor makes nothing out of nothing.
  if (quiet.plannedBefore.every((vehicles) => vehicles === 0)) throw nobodyPasses(city.twin, counts, options.counts);
  tellWarnings(terminal, notFitted(city.twin, given, counts, unpassed, options.counts));
  const settings = spanOf(planRun(city, undefined, wishes).settings, counts), runOf = (twin: Twin) => runLinks(terminal, twin, settings, wishes.workers, signal);
  say(words.fitRuns);
  const before = simulatedCounts((await runOf(city.twin)).links, counts);
  const { links, figures: { simulatedS } } = await runOf(quiet.twin);
  say(words.fitSecond);
  const { twin } = calibrate({ twin: city.twin, counts, linkTimes: measuredLinkTimes(city.twin, links, settings.fromS, settings.fromS + simulatedS) });
  const fitted = await runOf(twin);
  const rows = beforeAfter(city.twin, counts, before, simulatedCounts(fitted.links, counts)), figures = fitFigures(rows);
  if (options.table !== undefined) await writeWhole(options.table, [tableText(rows, terminal.language)]);
  if (figures.meanGehAfter > figures.meanGehBefore) throw worseFit(terminal, options.counts, figures, fitted.figures.vehiclesWaitingToEnter);
  const hash = twinHash(twin, nativeSha256);
  await writeWhole(options.out, [twinToBytes(twin, hash)]);
  if (terminal.json) return terminal.out(JSON.stringify({ file: options.out, hash, departuresBefore: city.twin.departures.count, departuresAfter: twin.departures.count, countsLeftOut: given.count - counts.count, countsNobodyPasses: unpassed.length, ...figures }));
  terminal.out(terminal.bold(words.fitTitle(number(figures.counts))));
  const lines = alignedRows([
    [words.fitMatch, `${numbers.percent(100 * figures.matchShareBefore, 0)} → ${numbers.percent(100 * figures.matchShareAfter, 0)}`],
    [words.fitMeanGeh, `${number(figures.meanGehBefore, 1)} → ${number(figures.meanGehAfter, 1)}`],
    [words.fitTraffic(number(figures.countedPerH)), `${number(figures.beforePerH)} → ${number(figures.afterPerH)}`],
    [words.fitDepartures, `${number(city.twin.departures.count)} → ${number(twin.departures.count)}`],
  ]);
  for (const line of lines) terminal.out(line);
  for (const file of [options.out, options.table]) if (file !== undefined) terminal.out(words.written(file));
}

async function countsOf(twin: ReadingTwin, file: string): Promise<LinkCountTable> {
  const content = await readFile(file, 'utf8').catch(() => { throw badInput('cli-no-such-file', file); });
  const named = readLinkCounts(file, content);
  if (!named.value) throw new BadInput(named.problems);
  const { value, problems } = countsOnLinks(twin, file, named.value);
  if (!value) throw new BadInput(problems);
  return value;
}

/** From an hour before the first count to the end of the last. */
function spanOf(settings: RunSettings, { fromS, untilS }: LinkCountTable): RunSettings {
  const firstS = fromS.reduce((least, one) => Math.min(least, one), Infinity), lastS = untilS.reduce((most, one) => Math.max(most, one), 0);
  return { ...settings, fromS: Math.max(0, firstS - WARM_UP_S), untilS: lastS, untilAllArrived: false };
}

const tableText = (rows: readonly BeforeAfterRow[], language: Language): string =>
  [['link', 'from', 'countedPerH', 'beforePerH', 'afterPerH', 'gehBefore', 'gehAfter'], ...rows.map(({ link, from, ...figures }) => [link, from, ...Object.values(figures).map((value) => Number(value.toFixed(2)))])].map((row) => csvLine(row, language)).join('');
