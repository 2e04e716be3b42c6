import { tuningWords } from '../scenarios/language/tuning.ts';
import type { LostTime } from '../scenarios/tune/lost-time.ts';
import type { KnownSetting } from '../scenarios/tune/priority-setting.ts';
import type { Tested, Tuned } from '../scenarios/tune/tune-priority.ts';
import type { Terminal } from './terminal.ts';

/** The front and the known settings side by side, and what the chosen one changes with its intervals. Fits 80 columns. */
export function tuningText(terminal: Terminal, { front, known, chosen, gains }: Tuned): string[] {
  const { language, number } = terminal, names = Object.keys(known) as KnownSetting[];
  const cells = ({ setting: [extend, early, stage, lockout, recovery, late], mean }: Tested): string[] => [
    number(extend!), tuningWords[early === 1 ? 'yes' : 'no'][language], number(stage!), number(lockout!), number(recovery!),
    late! <= -60 ? tuningWords.everybody[language] : number(late!), number(mean.busS, 1), number(mean.otherS, 1), number(mean.personS, 1),
  ];
  const rows = [
    ['', ...tuningWords.head[language]],
    ...front.map((one) => [one === chosen ? '*' : '', ...cells(one)]),
    ...names.map((name) => [tuningWords.known[language][name], ...cells(known[name])]),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const table = rows.map((row) => `  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('  ')}`);
  return [
    terminal.bold(tuningWords.lostTitle[language]), ...table,
    terminal.faint(tuningWords.legend[language]),
    '', terminal.bold(tuningWords.againstTitle[language]),
    ...names.flatMap((name) => [`  ${tuningWords.known[language][name]}`, ...(['busS', 'otherS', 'personS'] as const).map((kind) => `    ${differenceText(terminal, gains[name], kind)}`)]),
    ...(names.some((name) => known[name] === chosen) ? ['', tuningWords.same[language]] : []),
    '', terminal.faint(tuningWords.limits[language]),
  ];
}

function differenceText(terminal: Terminal, gains: Tuned['gains'][KnownSetting], kind: keyof LostTime): string {
  const { language, words, numbers: { signed } } = terminal, { mean, interval95 } = gains[kind];
  const interval = interval95 === null ? '' : `(${words.between95(signed(interval95.low, 2), signed(interval95.high, 2))})`;
  return tuningWords.difference[language](tuningWords.kinds[language][kind], signed(mean, 2), interval);
}
