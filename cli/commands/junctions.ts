import { boardingColumns, junctionPassageColumns, laneGreenColumns } from '../../engine/results/tables.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { nearName } from '../../scenarios/changes/near-name.ts';
import type { KeyedRows } from '../../scenarios/compare/compare-rows.ts';
import { junctionCostWords } from '../../scenarios/language/junction-costs.ts';
import { wordsIn } from '../../scenarios/language/language.ts';
import { costsByApproach, costsByJunction } from '../../scenarios/measure/junction-costs.ts';
import type { JunctionRecord } from '../../scenarios/measure/junction-traffic.ts';
import { readResultTable } from '../../scenarios/runs/result-files.ts';
import { askedSides } from '../asked.ts';
import { badInput } from '../bad-input.ts';
import { readWishes, type RunOptions } from '../plan.ts';
import { seedRows } from '../seed-rows.ts';
import { seedTableText } from '../seed-table.ts';
import type { Terminal } from '../terminal.ts';

export interface JunctionsOptions extends RunOptions { seeds?: string; city?: string; junction?: string }

/** Columns that a person reads: the name of the number, digits that mean something. Lorries, bicycles, trams and how many passed are in the JSON. */
const columns = [['busDelayS', 1], ['carDelayS', 1], ['otherDelayS', 1], ['personDelayS', 1], ['peopleLostH', 2], ['meanQueueM', 1], ['longestQueueM', 0], ['splitFailuresPercent', 1], ['spillBackPercent', 1]] as const;

/** `jumeau junctions A [B]`: what every junction costs those who pass, or every approach of one; with B the difference, seed by seed. */
export async function junctionsCommand(terminal: Terminal, names: readonly string[], options: JunctionsOptions, signal: AbortSignal): Promise<void> {
  readWishes(options);
  const asked = await askedSides(terminal, names, options.city), { junction } = options;
  if (junction !== undefined) checkJunction(junction, asked[0]!.city.twin);
  const words = wordsIn(junctionCostWords, terminal.language);
  const read = async (folder: string, twin: ReadingTwin): Promise<KeyedRows> => {
    const over = { twin, tables: { junctionPassages: await readResultTable(folder, 'junctionPassages', junctionPassageColumns), laneGreens: await readResultTable(folder, 'laneGreens', laneGreenColumns), boardings: await readResultTable(folder, 'boardings', boardingColumns) } };
    return costRows(over, junction, words.comesFrom);
  };
  const { city, questions, seeds, before: unsorted, differences } = await seedRows(terminal, asked, options, signal, read, { recordJunctions: true });
  // The costliest of all seeds first.
  const before = [...unsorted].sort((one, other) => (other.numbers['peopleLostH']?.mean ?? 0) - (one.numbers['peopleLostH']?.mean ?? 0));
  if (terminal.json) return terminal.out(JSON.stringify({ ...(junction === undefined ? {} : { junction }), questions: questions.map(({ name }) => name), seeds, rows: before, ...(differences ? { differences } : {}) }));
  const table = {
    heading: junction === undefined ? words.junction : words.approach, columns: columns.map(([name, decimals]) => [name, words[name], decimals] as const), note: words.about, nothing: words.nothing,
    nameOf: ({ texts }: (typeof before)[number]): string => (junction === undefined ? `${texts['controller']} ${texts['street']}` : texts['approach']!),
  };
  for (const line of seedTableText(terminal, table, { city: city.twin.facts, questions, seeds: seeds.length }, before, differences)) terminal.out(line);
}

function checkJunction(junction: string, { controllers }: ReadingTwin): void {
  const names = Array.from(controllers.name);
  if (!names.includes(junction)) throw badInput('cli-unknown-controller', junction, { near: nearName(junction, names) ?? '', count: names.length, example: names[0] ?? '' });
}

/** One row a junction, or an approach of the one that is named. */
function costRows(over: JunctionRecord, junction: string | undefined, comesFrom: (eighth: number) => string): KeyedRows {
  if (junction === undefined) return new Map(costsByJunction(over).map(({ controller, street, costs }) => [controller, { controller, street, ...costs }]));
  return new Map(costsByApproach(over, [junction]).map(({ controller, link, street, fromEighth, costs }) => [String(link), { controller, approach: `${street}, ${comesFrom(fromEighth)}`, ...costs }]));
}
