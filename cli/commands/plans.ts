import { readFile, stat } from 'node:fs/promises';
import { applyPlans } from '../../data/build/signals/apply-plans.ts';
import { plansFromSumo } from '../../data/build/signals/plans-from-sumo.ts';
import { plansOfTwin } from '../../data/build/signals/plans-of-twin.ts';
import { makeProblemList } from '../../data/formats/problem-list.ts';
import { MOST_PLAN_BYTES, type PlannedController } from '../../data/formats/signal-plans/plan-records.ts';
import { isCsv, readPlans } from '../../data/formats/signal-plans/read-plans.ts';
import { writePlans } from '../../data/formats/signal-plans/write-plans.ts';
import { writePlansCsv } from '../../data/formats/signal-plans/write-plans-csv.ts';
import { nodeFiles } from '../../data/formats/sumo/node-files.ts';
import { readSignalFiles } from '../../data/formats/sumo/signal-files.ts';
import { hasErrors, type Problem } from '../../engine/foundation/problem.ts';
import { twinHash, twinToBytes } from '../../engine/twin/bytes.ts';
import { nativeSha256 } from '../../scenarios/runs/native-sha256.ts';
import { BadInput, badInput } from '../bad-input.ts';
import { openCity, referenceCity } from '../city.ts';
import { makeOptionReader } from '../options.ts';
import { checkOutputFile } from '../output-file.ts';
import { tellWarnings } from '../tell-problems.ts';
import type { Terminal } from '../terminal.ts';
import { writeWhole } from '../write-whole.ts';

export interface PlansExportOptions { out: string }

/** `jumeau plans export [source...] -o plans.yaml`: the plans of a city, or of SUMO's files, as a plan file; as a table where its name ends in .csv. */
export async function exportPlans(terminal: Terminal, sources: readonly string[], { out }: PlansExportOptions): Promise<void> {
  await checkOutputFile(isCsv(out) ? 'planTable' : 'plans', '--out', out);
  const { controllers, problems } = await plansFrom(terminal, sources);
  await writeWhole(out, isCsv(out) ? writePlansCsv(controllers) : writePlans(controllers));
  tellWarnings(terminal, problems);
  const plans = controllers.reduce((sum, one) => sum + one.plans.length, 0), { words, number } = terminal;
  if (terminal.json) return terminal.out(JSON.stringify({ file: out, controllers: controllers.length, plans, warnings: problems.length }));
  terminal.out(words.plansTold(number(controllers.length), number(plans)));
  terminal.out(words.written(out));
}

export interface PlansImportOptions { out: string; city?: string; at?: string }

/** `jumeau plans import FILE... --city CITY.twin -o NEW.twin`: a city with these plans in place of its own. */
export async function importPlans(terminal: Terminal, sources: readonly string[], { out, city: path, at }: PlansImportOptions): Promise<void> {
  const read = makeOptionReader(), atS = read.clockS('--at', at);
  if (read.problems.length > 0) throw new BadInput(read.problems);
  await checkOutputFile('city', '--out', out);
  if (sources.some(isCity)) throw badInput('cli-plans-from-city', sources.find(isCity)!);
  const { controllers, problems } = await plansFrom(terminal, sources);
  const city = path === undefined ? await referenceCity(terminal) : await openCity(path);
  const applied = applyPlans(city.twin, controllers, sources.join(', '), atS);
  if (!applied.value) throw new BadInput([...problems, ...applied.problems]);
  const hash = twinHash(applied.value, nativeSha256), { words, number } = terminal;
  await writeWhole(out, [twinToBytes(applied.value, hash)]);
  tellWarnings(terminal, [...problems, ...applied.problems]);
  if (terminal.json) return terminal.out(JSON.stringify({ file: out, controllers: controllers.length, twinHash: hash, twinHashBefore: city.shared.hash }));
  terminal.out(words.plansApplied(number(controllers.length), number(applied.value.controllers.count)));
  terminal.out(words.written(out));
}

const isCity = (source: string): boolean => /\.twin$/i.test(source);

/** Plans from wherever they stand: a city (the reference city where nothing is named), SUMO's XML, or a plan file. */
async function plansFrom(terminal: Terminal, sources: readonly string[]): Promise<{ controllers: PlannedController[]; problems: readonly Problem[] }> {
  if (sources.length === 0) return { controllers: plansOfTwin((await referenceCity(terminal)).twin), problems: [] };
  if (sources.length === 1 && isCity(sources[0]!)) return { controllers: plansOfTwin((await openCity(sources[0]!)).twin), problems: [] };
  const isXml = (source: string): boolean => /\.xml(\.gz)?$/i.test(source);
  if (sources.every(isXml)) {
    const problems = makeProblemList(), files = await readSignalFiles(sources, nodeFiles, problems);
    const controllers = problems.hasErrors() ? [] : plansFromSumo(files, problems);
    if (!problems.hasErrors() && controllers.length === 0) throw badInput('cli-no-plans', sources.join(', '));
    if (problems.hasErrors()) throw new BadInput(problems.all());
    return { controllers, problems: problems.all() };
  }
  if (sources.length > 1) throw badInput('cli-plans-mixed', sources.join(', '));
  const { value, problems } = readPlans(sources[0]!, await textOf(sources[0]!));
  if (!value || hasErrors(problems)) throw new BadInput(problems);
  return { controllers: value, problems };
}

/** A plain file of a size that a plan file may have; longer ones are told by their size. */
async function textOf(path: string): Promise<string> {
  const about = await stat(path).catch(() => undefined);
  if (!about?.isFile()) throw badInput('cli-no-such-file', path);
  if (about.size > MOST_PLAN_BYTES) throw badInput('plans-too-large', path, { limit: MOST_PLAN_BYTES });
  return readFile(path, 'utf8').catch(() => { throw badInput('cli-no-such-file', path); });
}
