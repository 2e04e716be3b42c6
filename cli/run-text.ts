import { wordsIn } from '../scenarios/language/language.ts';
import { reportWords } from '../scenarios/language/report.ts';
import { startsInEmptyStreets } from '../scenarios/runs/empty-start.ts';
import { measureStartS } from '../engine/run-settings.ts';
import type { RunManifest } from '../scenarios/runs/manifest.ts';
import { clockText } from './clock-text.ts';
import { indicatorText } from './indicator-text.ts';
import { warmUpLines } from './warm-up-lines.ts';
import { measuredNames, type TransitFigures } from './run-transit.ts';
import { alignedRows, type Terminal } from './terminal.ts';

/** What a run gave, for reading. */
export function runText(terminal: Terminal, { city, synthetic, scenario, settings, figures, costs, begunFrom }: RunManifest, folder: string, transit?: TransitFigures): string[] {
  const { words, number } = terminal;
  const seconds = (value: number | null): string => (value === null ? '–' : number(value, 1));
  const title = scenario === city ? city : `${city}, ${scenario}`;
  const span = `${clockText(measureStartS(settings))} → ${clockText(settings.fromS + figures.simulatedS)}, ${words.step} ${number(settings.stepS, decimalsOf(settings.stepS))} s, ${words.seed} ${settings.seed}`;
  const block = (heading: string, rows: Parameters<typeof alignedRows>[0]): string[] => ['', terminal.bold(heading), ...alignedRows(rows)];
  return [
    `${terminal.bold(title)}  ${terminal.faint(span)}`,
    ...block(words.vehicles, [
      [words.loaded, number(figures.vehiclesLoaded)], [words.inserted, number(figures.vehiclesInserted)], [words.arrived, number(figures.vehiclesArrived)],
      [words.running, number(figures.vehiclesRunning)], [words.waitingToEnter, number(figures.vehiclesWaitingToEnter)],
      [words.rescued, number(figures.rescued)], [words.collisions, number(figures.collisions)],
    ]),
    ...block(words.tripMeans, [
      [words.travelTime, seconds(figures.meanTravelTimeS), 's'], [words.timeLoss, seconds(figures.meanTimeLossS), 's'], [words.departDelay, seconds(figures.meanDepartDelayS), 's'],
      [words.busTravelTime, seconds(figures.busMeanTravelTimeS), 's'], [words.busTimeLoss, seconds(figures.busMeanTimeLossS), 's'],
    ]),
    ...(transit && measuredNames(transit).length > 0 ? ['', terminal.bold(words.transit), ...indicatorText(terminal, measuredNames(transit), transit)] : []),
    ...block(words.lighting, [[words.energy, number(figures.lightingEnergyKwh, 1), 'kWh']]),
    ...block(words.computation, [
      [words.updates, number(figures.vehicleUpdates)], [words.wall, number(costs.wallS, 1), 's'],
      ...(costs.cpuS === null ? [] : [[words.cpu, number(costs.cpuS, 1), 's'] as const]), [words.memory, number(costs.peakRssMb), terminal.language === 'fr' ? 'Mo' : 'MB'],
    ]),
    '',
    terminal.faint(`${words.fingerprint} ${figures.hash}`),
    terminal.faint(`${words.resultIn} ${folder}`),
    ...(begunFrom ? [terminal.faint(words.begunFrom(clockText(begunFrom.atS), begunFrom.scenario))] : []),
    ...warmUpLines(terminal, settings),
    ...(startsInEmptyStreets({ synthetic }, settings) ? [terminal.faint(words.emptyAtStart(clockText(settings.fromS)))] : []),
    ...(figures.collisions > 0 ? [terminal.faint(wordsIn(reportWords, terminal.language).limitCollisions(number(figures.collisions)))] : []),
    ...(synthetic ? [terminal.faint(words.synthetic)] : []),
  ];
}

/** As many decimals as were typed. */
const decimalsOf = (value: number): number => (String(value).split('.')[1] ?? '').length;
