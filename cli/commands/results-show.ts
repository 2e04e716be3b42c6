import { measureStartS } from '../../engine/run-settings.ts';
import { readEachChange } from '../../scenarios/changes/read-changes.ts';
import { changeInWords } from '../../scenarios/language/changes.ts';
import { wordsIn } from '../../scenarios/language/language.ts';
import { storeWords } from '../../scenarios/language/store.ts';
import { indicators } from '../../scenarios/measure/indicators.ts';
import type { RunManifest } from '../../scenarios/runs/manifest.ts';
import { resultNamed, shortOf } from '../asked-result.ts';
import { bytesText } from '../bytes-text.ts';
import { theStore } from '../home.ts';
import { indicatorText } from '../indicator-text.ts';
import { runText } from '../run-text.ts';
import { alignedRows, type Terminal } from '../terminal.ts';
import { resultJson } from './results.ts';

/** `jumeau results show KEY`: all that is known of a result without its tables. */
export async function showResult(terminal: Terminal, start: string): Promise<void> {
  const found = await resultNamed(await theStore(), start), { key, folder, keptMs, bytes, manifest } = found;
  if (terminal.json) return terminal.out(JSON.stringify({ ...resultJson(shortOf(found)), changes: manifest.changes, figures: manifest.figures, indicators: manifest.indicators, costs: manifest.costs, node: manifest.node, filesBytes: manifest.filesBytes }));
  const words = wordsIn(storeWords, terminal.language), kept = new Date(keptMs).toISOString();
  for (const line of runText(terminal, manifest, folder)) terminal.out(line);
  terminal.out(`\n${terminal.bold(words.settings)}`);
  for (const line of alignedRows([[words.key, key], [words.kept, `${kept.slice(0, 10)} ${kept.slice(11, 16)} UTC`], [words.engine, manifest.engine], ['Node', manifest.node], ...settingRows(manifest)])) terminal.out(line);
  terminal.out(`\n${terminal.bold(words.changes)}`);
  for (const line of changeLines(terminal, manifest)) terminal.out(`  ${line}`);
  const measured = indicators.map(({ name }) => name).filter((name) => (manifest.indicators[name] ?? null) !== null);
  if (measured.length > 0) {
    terminal.out(`\n${terminal.bold(words.measured)}`);
    for (const line of indicatorText(terminal, measured, manifest.indicators)) terminal.out(line);
  }
  terminal.out(`\n${terminal.bold(words.files)}  ${terminal.faint(bytesText(terminal, bytes))}`);
  for (const line of alignedRows(fileRows(terminal, manifest))) terminal.out(line);
}

/** What the headline of a run does not say. */
const settingRows = ({ settings }: RunManifest): [string, string][] =>
  Object.entries(settings).filter(([name]) => !['seed', 'stepS', 'measuredFromS'].includes(name)).map(([name, value]) => [name, String(value)] as [string, string]).concat([['measuredFromS', String(measureStartS(settings))]]);

/** Changes that this version cannot read stand as they are kept. */
function changeLines(terminal: Terminal, { changes }: RunManifest): string[] {
  if (changes.length === 0) return [wordsIn(storeWords, terminal.language).noChanges];
  return readEachChange(changes).changes.map((change, at) => (change ? changeInWords(change, terminal.language) : JSON.stringify(changes[at])));
}

/** Every table; of a replay, which has a file every five minutes, the whole. */
function fileRows(terminal: Terminal, { filesBytes }: RunManifest): [string, string][] {
  const replay = Object.entries(filesBytes).filter(([name]) => name.startsWith('replay/'));
  const rows = Object.entries(filesBytes).filter(([name]) => !name.startsWith('replay/')).map(([name, bytes]) => [name, bytesText(terminal, bytes)] as [string, string]);
  return replay.length === 0 ? rows : [...rows, [`replay/ (${terminal.number(replay.length)})`, bytesText(terminal, replay.reduce((sum, [, bytes]) => sum + bytes, 0))]];
}
