import { readFile } from 'node:fs/promises';
import { countsOnLinks } from '../../data/build/demand/counts-on-links.ts';
import { readLinkCounts } from '../../data/formats/counts/link-counts.ts';
import type { RunSettings } from '../../engine/run-settings.ts';
import { twinHash, twinToBytes } from '../../engine/twin/bytes.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { beforeAfter, fitFigures, type BeforeAfterRow, type FitFigures } from '../../scenarios/calibrate/before-after.ts';
import { calibrate } from '../../scenarios/calibrate/calibrate.ts';
import type { LinkCountTable } from '../../scenarios/calibrate/link-count-table.ts';
import { simulatedCounts } from '../../scenarios/calibrate/simulated-counts.ts';
import { measuredLinkTimes } from '../../scenarios/equilibrium/link-times.ts';
import { BadInput, badInput } from '../bad-input.ts';
import { openCity, referenceCity } from '../city.ts';
import { clockText } from '../clock-text.ts';
import { checkOutputFile } from '../output-file.ts';
import { planRun, readWishes } from '../plan.ts';
import { runLinks } from '../run-links.ts';
import type { Terminal } from '../terminal.ts';
import { alignedRows } from '../terminal.ts';
import { writeWhole } from '../write-whole.ts';

export interface CalibrateOptions { counts: string; out: string; table?: string; seed?: string; reroute?: string }

/** Streets fill before the first count. */
const WARM_UP_S = 3600;

/**
 * `jumeau calibrate [city.twin] --counts counts.csv -o new.twin`: simulates, fits the demand as on quiet streets, simulates that,
 * fits again with the times that links then took, and simulates again. The demand given may jam; its times are not used.
 */
export async function calibrateCommand(terminal: Terminal, path: string | undefined, options: CalibrateOptions, signal: AbortSignal): Promise<void> {
  const wishes = readWishes(options);
  await checkOutputFile('city', '--out', options.out);
  if (options.table !== undefined) await checkOutputFile('counts', '--table', options.table);
  const city = path === undefined ? await referenceCity(terminal) : await openCity(path);
  const counts = await countsOf(city.twin, options.counts), settings = spanOf(planRun(city, undefined, wishes).settings, counts);
  const quiet = calibrate({ twin: city.twin, counts });
  // A factor makes nothing out of nothing.
  if (quiet.plannedBefore.every((vehicles) => vehicles === 0)) throw nobodyPasses(city.twin, counts, options.counts);
  const before = simulatedCounts((await runLinks(terminal, city.twin, settings, signal)).links, counts);
  const { links, simulatedS } = await runLinks(terminal, quiet.twin, settings, signal);
  const { twin } = calibrate({ twin: city.twin, counts, linkTimes: measuredLinkTimes(city.twin, links, settings.fromS, settings.fromS + simulatedS) });
  const fitted = await runLinks(terminal, twin, settings, signal);
  const rows = beforeAfter(city.twin, counts, before, simulatedCounts(fitted.links, counts)), figures = fitFigures(rows);
  if (options.table !== undefined) await writeWhole(options.table, [tableText(rows)]);
  if (figures.meanGehAfter > figures.meanGehBefore) throw worse(terminal, options.counts, figures, fitted.vehiclesWaitingToEnter);
  await writeWhole(options.out, [twinToBytes(twin)]);
  if (terminal.json) return terminal.out(JSON.stringify({ file: options.out, hash: twinHash(twin), departuresBefore: city.twin.departures.count, departuresAfter: twin.departures.count, ...figures }));
  const { words, number, numbers } = terminal;
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

/** Why nothing can be fitted: the hours of the counts beside those of the demand. */
function nobodyPasses({ departures }: ReadingTwin, { fromS, untilS }: LinkCountTable, file: string): BadInput {
  const least = (values: ArrayLike<number>): string => clockText(Array.from(values).reduce((one, other) => Math.min(one, other), Infinity));
  const most = (values: ArrayLike<number>): string => clockText(Array.from(values).reduce((one, other) => Math.max(one, other), 0));
  if (departures.count === 0) return badInput('cli-no-departures', file);
  return badInput('cli-nobody-passes', file, { from: least(fromS), until: most(untilS), first: least(departures.departS), last: most(departures.departS) });
}

/** A fit that is farther from the counts than the demand given, as it drives. */
const worse = ({ number }: Terminal, file: string, { meanGehBefore, meanGehAfter, countedPerH, afterPerH }: FitFigures, waiting: number): BadInput =>
  badInput('cli-fit-worse', file, { before: number(meanGehBefore, 1), after: number(meanGehAfter, 1), counted: number(countedPerH), simulated: number(afterPerH), waiting: number(waiting) });

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

const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const tableText = (rows: readonly BeforeAfterRow[]): string =>
  `link,from,countedPerH,beforePerH,afterPerH,gehBefore,gehAfter\n${rows.map(({ link, from, ...figures }) => `${quoted(link)},${from},${Object.values(figures).map((value) => value.toFixed(2)).join(',')}\n`).join('')}`;
