import type { Command } from 'commander';
import { wordsIn } from '../scenarios/language/language.ts';
import { streetWords } from '../scenarios/language/street.ts';
import type { StreetOptions } from './street-options.ts';
import type { Terminal } from './terminal.ts';

/** `jumeau street` and its options. None is required by the program itself: whatever is missing or wrong is told at once. */
export function addStreetCommand(terminal: Terminal, command: (name: string, about: string) => Command): void {
  const words = wordsIn(streetWords, terminal.language);
  command('street', words.about)
    .option('--photometry <file>', words.photometryOption).option('--spacing <m>', words.spacingOption).option('--height <m>', words.heightOption).option('--width <m>', words.widthOption)
    .option('--lanes <N>', words.lanesOption).option('--overhang <m>', words.overhangOption).option('--tilt <deg>', words.tiltOption).option('--turn <deg>', words.turnOption).option('--arrangement <name>', words.arrangementOption)
    .option('--maintenance <share>', words.maintenanceOption).option('--r-table <name|file.csv>', words.rTableOption).option('--q0 <Q0>', words.q0Option).option('--two-way', words.twoWayOption)
    .option('--flux <lm>', words.fluxOption).option('--power <W>', words.powerOption).option('--hours <H...>', words.hoursOption)
    .action(async (options: StreetOptions) => (await import('./commands/street.ts')).streetCommand(terminal, options));
}
