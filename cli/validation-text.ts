import { wordsIn } from '../scenarios/language/language.ts';
import { validationWords } from '../scenarios/language/validation.ts';
import { figureText } from '../scenarios/validate/figure-text.ts';
import { inShort } from '../scenarios/validate/validation-page.ts';
import type { ValidatedScenario } from '../scenarios/validate/validation-input.ts';
import type { Terminal } from './terminal.ts';

/** A block a scenario, two lines a figure: both values, then limit and verdict. Fits 80 columns. */
export function validationText(terminal: Terminal, scenarios: readonly ValidatedScenario[]): string[] {
  const words = wordsIn(validationWords, terminal.language);
  const blocks = scenarios.flatMap(({ name, comparison: { figures } }) => {
    const rows = figures.map((figure) => figureText(figure, terminal.language));
    const width = (column: 'name' | 'ours' | 'reference' | 'difference'): number => Math.max(...rows.map((row) => row[column].length));
    const [names, ours, references, differences] = [width('name'), width('ours'), width('reference'), width('difference')];
    const lines = rows.map((row) => {
      const values = `  ${row.name.padEnd(names)}  ${row.ours.padStart(ours)}  ${words.reference} ${row.reference.padEnd(references)}  ${row.difference.padStart(differences)}`.trimEnd();
      return row.verdict === '' ? [values] : [values, terminal.faint(`  ${''.padEnd(names)}  ${row.limit}: `) + row.verdict];
    });
    return [terminal.bold(name), ...lines.flat(), ''];
  });
  return [...blocks, inShort(scenarios, terminal.language)].map(terminal.spaced);
}
