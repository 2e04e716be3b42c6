import { readFile, stat } from 'node:fs/promises';
import { placeName } from '../data/formats/problem-list.ts';
import { parseYaml, type FieldPath } from '../data/formats/yaml-document.ts';
import type { Checked } from '../engine/foundation/problem.ts';
import { yamlFaultInWords } from '../scenarios/language/yaml-faults.ts';
import { readSweep, type Sweep, type SweepWishes } from '../scenarios/sweep/read-sweep.ts';
import { MOST_SWEEP_BYTES } from '../scenarios/sweep/sweep-file.ts';
import { BadInput, badInput } from './bad-input.ts';

/** A sweep and where its fields stand in the file. */
export interface SweepInFile extends Sweep { path: string; whereIs(field: FieldPath): string }

/** A sweep from its file of YAML or JSON; or all that is wrong with it, each with its line. */
export async function openSweep(path: string, wishes: SweepWishes): Promise<SweepInFile> {
  const about = await stat(path).catch(() => undefined);
  if (!about?.isFile()) throw badInput('cli-no-such-file', path);
  if (about.size > MOST_SWEEP_BYTES) throw badInput('sweep-too-large', path, { limit: MOST_SWEEP_BYTES });
  const read = parseYaml((await readFile(path, 'utf8')).replace(/^\ufeff/, ''));
  if ('faults' in read) throw new BadInput(read.faults.map(({ line, code }) => ({ severity: 'error', code: 'sweep-not-yaml', where: line === undefined ? path : placeName({ file: path, line }), parameters: { cause: yamlFaultInWords(code).en, causeFr: yamlFaultInWords(code).fr } })));
  const { value, lineOf } = read.document;
  // People count from 1.
  const whereIs = (field: FieldPath): string => placeName({ file: path, line: lineOf(field) }, field.map((step) => (typeof step === 'number' ? step + 1 : step)).join('.'));
  const sweep: Checked<Sweep> = readSweep(value, wishes, whereIs);
  if (!sweep.value) throw new BadInput(sweep.problems);
  return { ...sweep.value, path, whereIs: (field) => placeName({ file: path, line: lineOf(field) }) };
}
