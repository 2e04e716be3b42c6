import { formatClock } from '../engine/foundation/clock.ts';
import { cityDayWords } from '../scenarios/language/city-day.ts';
import { wordsIn } from '../scenarios/language/language.ts';
import { validationWords } from '../scenarios/language/validation.ts';
import type { CityDay } from '../scenarios/validate/city-day.ts';
import { checkText } from '../scenarios/validate/day-check-text.ts';
import { dayChecks } from '../scenarios/validate/day-checks.ts';
import { dayInShort } from '../scenarios/validate/day-section.ts';
import { figureText } from '../scenarios/validate/figure-text.ts';
import { roadGroups } from '../scenarios/validate/road-group.ts';
import { inShort } from '../scenarios/validate/validation-page.ts';
import type { ValidatedScenario } from '../scenarios/validate/validation-input.ts';
import type { Terminal } from './terminal.ts';

/** Hour by hour, what the streets carried and how fast, by kind of road; then every check. */
export function dayText({ language, bold, spaced, number, words: { saidBy } }: Terminal, day: CityDay): string[] {
  const words = wordsIn(cityDayWords, language), kmh = (speed: number | undefined): string => (speed === undefined ? '–' : number(speed, 1)).padStart(6);
  const head = [`  ${roadGroups.map((group) => words.groups(group)).join(', ')} (km/h)`, `  ${words.hour.padEnd(9)}${words.kilometres.padStart(9)}   ${roadGroups.map(() => '  km/h').join('  ')}`];
  const byHour = day.hours.map(({ fromS, vehicleKm, speedsKmh }) => `  ${formatClock(fromS).slice(0, 5).padEnd(9)}${number(vehicleKm).padStart(9)}   ${roadGroups.map((group) => kmh(speedsKmh[group])).join('  ')}`);
  const checks = dayChecks(day).map((check) => ({ ...checkText(check, language), said: check.kept ? words.kept : words.missed }));
  const wide = Math.max(...checks.map(({ name }) => name.length));
  return ['', bold(words.title(day.city)), ...head, ...byHour, '', bold(words.checks), ...checks.map(({ name, found, limit, said }) => `  ${name.padEnd(wide)} ${found.padStart(7)}  ${saidBy(limit, said)}`), '', dayInShort(day, language)].map(spaced);
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
