import { tuningWords } from '../scenarios/language/tuning.ts';
import { sameEverywhere, type JunctionSettings } from '../scenarios/tune/knob.ts';
import { LOSSES, type LostTime } from '../scenarios/tune/lost-time.ts';
import { EVERYBODY_FROM_S, priorityKnobs, type KnobName } from '../scenarios/tune/priority-setting.ts';
import type { Gains, Peer, Tested } from '../scenarios/tune/test-front.ts';
import type { Tuned } from '../scenarios/tune/tune-priority.ts';
import type { Terminal } from './terminal.ts';

/** The front and its peers side by side, and what the chosen settings change with their intervals. Fits 80 columns. */
export function tuningText(terminal: Terminal, { front, peers, chosen, gains, byJunction }: Pick<Tuned, 'front' | 'peers' | 'chosen' | 'gains' | 'byJunction'>): string[] {
  const { language, number } = terminal, names = Object.keys(peers) as Peer[];
  const cells = ({ settings, mean }: Tested): string[] => [...settingCells(terminal, settings), ...LOSSES.map((kind) => number(mean[kind], 1))];
  const rows = [
    ['', ...tuningWords.head[language]],
    ...front.map((one) => [one === chosen ? '*' : '', ...cells(one)]),
    ...names.map((name) => [tuningWords.known[language][name], ...cells(peers[name])]),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const table = rows.map((row) => `  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join(' ')}`);
  return [
    terminal.bold(tuningWords.lostTitle[language]), ...table,
    terminal.faint(tuningWords.legend[language]),
    '', terminal.bold(tuningWords.againstTitle[language]),
    ...names.flatMap((name) => [`  ${tuningWords.peers[language][name]}`, ...LOSSES.map((kind) => `    ${differenceText(terminal, gains[name], kind)}`)]),
    ...(names.some((name) => name !== 'everywhere' && peers[name] === chosen) ? ['', tuningWords.same[language]] : peers.everywhere === chosen ? ['', tuningWords.alike[language]] : []),
    ...(byJunction.length === 0 ? ['', tuningWords.noJunctions[language]] : []),
    '', terminal.faint(tuningWords.limits[language]),
  ];
}

/** A setting's values; where junctions differ, that they do. */
function settingCells(terminal: Terminal, settings: JunctionSettings): string[] {
  return priorityKnobs.map(({ name }, at) => {
    const column = settings.map((setting) => [setting[at]!]), same = sameEverywhere(column);
    return same === undefined ? '≠' : valueText(terminal, name, same[0]!);
  });
}

const valueText = ({ language, number }: Terminal, name: KnobName, value: number): string => {
  if (name === 'earlyGreen' || name === 'keepsOffset') return tuningWords[value === 1 ? 'yes' : 'no'][language];
  return name === 'leastLateS' && value === EVERYBODY_FROM_S ? tuningWords.everybody[language] : number(value);
};

function differenceText(terminal: Terminal, gains: Gains, kind: keyof LostTime): string {
  const { language, words, numbers: { signed } } = terminal, { mean, interval95 } = gains[kind];
  const interval = interval95 === null ? '' : `(${words.between95(signed(interval95.low, 2), signed(interval95.high, 2))})`;
  return tuningWords.difference[language](tuningWords.kinds[language][kind], signed(mean, 2), interval);
}
