import { formatClock } from '../engine/foundation/clock.ts';
import { wordsIn } from '../scenarios/language/language.ts';
import { validationWords } from '../scenarios/language/validation.ts';
import type { CityDay } from '../scenarios/validate/city-day.ts';
import { figureText } from '../scenarios/validate/figure-text.ts';
import { inShort } from '../scenarios/validate/validation-page.ts';
import type { ValidatedScenario } from '../scenarios/validate/validation-input.ts';
import type { Terminal } from './terminal.ts';

/** Of the fullest signals, so many are named. */
const MOST_LOADS = 5;

/** Hour by hour, what the streets carried and how fast; then how full the fullest signals were. */
export function dayText({ language, bold, spaced, number, numbers }: Terminal, { city, hours, busiestFromS, loads }: CityDay): string[] {
  const words = wordsIn(validationWords, language), clock = (timeS: number): string => formatClock(timeS).slice(0, 5);
  const byHour = hours.map(({ fromS, vehicleKm, meanSpeedKmh }) => `  ${clock(fromS)}  ${number(vehicleKm).padStart(9)} km  ${number(meanSpeedKmh, 1).padStart(5)} km/h`);
  const fullest = loads.slice(0, MOST_LOADS).map(({ link, flowPerH, capacityPerH }) => `  ${numbers.percent((100 * flowPerH) / capacityPerH, 0).padStart(6)}  ${number(flowPerH)} / ${number(capacityPerH)}  ${link}`);
  return ['', bold(words.dayTitle(city)), ...byHour, ...(fullest.length > 0 ? ['', words.fullest(clock(busiestFromS)), ...fullest] : [])].map(spaced);
}

/** A block a scenario, two lines a figure: both values, then limit and verdict. Fits 80 columns. */
export function validationText(terminal: Terminal, scenarios: readonly ValidatedScenario[]): string[] {
  const words = wordsIn(validationWords, terminal.language);
  if (scenarios.length === 0) return [];
  const blocks = scenarios.flatMap(({ name, comparison: { figures } }) => {
    const rows = figures.map((figure) => figureText(figure, terminal.language));
    const width = (column: 'name' | 'ours' | 'reference' | 'difference'): number => Math.max(...rows.map((row) => row[column].length));
    const [names, ours, references, differences] = [width('name'), width('ours'), width('reference'), width('difference')];
    const lines = rows.map((row) => {
      const values = `  ${row.name.padEnd(names)}  ${row.ours.padStart(ours)}  ${words.reference} ${row.reference.padEnd(references)}  ${row.difference.padStart(differences)}`.trimEnd();
      return row.verdict === '' ? [values] : [values, `  ${''.padEnd(names)}  ${terminal.words.saidBy(row.limit, row.verdict)}`];
    });
    return [terminal.bold(name), ...lines.flat(), ''];
  });
  return [...blocks, inShort(scenarios, terminal.language)].map(terminal.spaced);
}
