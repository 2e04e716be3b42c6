import { measureStartS, type RunSettings } from '../../engine/run-settings.ts';
import { aspectChangeColumns, priorityDecisionColumns, signalChangeColumns } from '../../engine/results/tables.ts';
import { nearName } from '../../scenarios/changes/near-name.ts';
import { junctionAt } from '../../scenarios/explain/junction-at.ts';
import { junctionInWords } from '../../scenarios/language/priority.ts';
import { keyOf, type PlannedRun } from '../../scenarios/runs/planned-run.ts';
import { readResultTable } from '../../scenarios/runs/result-files.ts';
import type { StoredResult } from '../../scenarios/runs/store.ts';
import { askedQuestion } from '../asked.ts';
import { BadInput, badInput } from '../bad-input.ts';
import { changedTwin } from '../changed-twin.ts';
import { openCity, referenceCity } from '../city.ts';
import { clockText } from '../clock-text.ts';
import { theStore } from '../home.ts';
import { makeOptionReader } from '../options.ts';
import { planRun, readWishes, type RunOptions } from '../plan.ts';
import type { Terminal } from '../terminal.ts';

export interface ExplainOptions extends RunOptions { at: string; run?: string; seed?: string; city?: string; reroute?: string }

/** `jumeau explain JUNCTION --at HH:MM:SS`: what a controller showed at a time and why, from the rows of a run that is in the store. */
export async function explainCommand(terminal: Terminal, junction: string, options: ExplainOptions): Promise<void> {
  const wishes = readWishes(options), read = makeOptionReader(), atS = read.clockS('--at', options.at);
  if (atS === undefined) throw new BadInput(read.problems);
  const question = options.run === undefined && options.city !== undefined ? undefined : await askedQuestion(options.run ?? 'baseline');
  const city = options.city === undefined ? await referenceCity(terminal) : await openCity(options.city);
  const twin = changedTwin(city, question?.changes ?? []), names = Array.from(twin.controllers.name);
  const controller = names.indexOf(junction);
  if (controller < 0) throw badInput('cli-unknown-controller', junction, { near: nearName(junction, names) ?? '', count: names.length, example: names[0] ?? '' });
  const planned = planRun(city, question, wishes), fromS = measureStartS(planned.settings);
  const stored = await storedRun(planned);
  if (!stored) throw badInput('cli-no-such-run', question?.name ?? options.city!, { command: runCommandFor(options, question?.name) });
  const untilS = stored.manifest.figures.endS;
  if (atS < fromS || atS > untilS) throw badInput('cli-outside-run', '--at', { from: clockText(fromS), until: clockText(untilS) });
  const signalChanges = await readResultTable(stored.folder, 'signalChanges', signalChangeColumns);
  const aspectChanges = await readResultTable(stored.folder, 'aspectChanges', aspectChangeColumns);
  const priorityDecisions = await readResultTable(stored.folder, 'priorityDecisions', priorityDecisionColumns);
  const seen = junctionAt(twin, { signalChanges, aspectChanges, priorityDecisions }, controller, atS);
  if (terminal.json) return terminal.out(JSON.stringify({ ...seen, run: stored.manifest.key, seed: planned.settings.seed }));
  const [title, ...lines] = junctionInWords(seen, terminal.language);
  terminal.out(terminal.bold(title!));
  for (const line of lines) terminal.out(line);
}

/** What else a run may have recorded: it changes nothing of what signals did (`jumeau start`, `junctions` and the report on priority do so). */
const ALSO_RECORDED: readonly Partial<RunSettings>[] = [{}, { recordJunctions: true }, { replay: true }, { replay: true, recordJunctions: true }];

async function storedRun(planned: PlannedRun): Promise<StoredResult | undefined> {
  const store = await theStore();
  for (const also of ALSO_RECORDED) {
    const found = await store.find(keyOf({ ...planned, settings: { ...planned.settings, ...also } }));
    if (found) return found;
  }
  return undefined;
}

/** The command that makes the run which is asked about. */
function runCommandFor({ city, from, hours, warmUp, step, seed, reroute }: ExplainOptions, question: string | undefined): string {
  const given = { city: question === undefined ? undefined : city, from, hours, 'warm-up': warmUp, step, seed, reroute };
  const options = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [`--${name} ${value}`]));
  return ['npx jumeau run', question ?? city, ...options].join(' ');
}
