import { readFile, stat } from 'node:fs/promises';
import { twinHash, twinToBytes } from '../../engine/twin/bytes.ts';
import { applyChanges } from '../../scenarios/changes/apply-changes.ts';
import { tuningWords } from '../../scenarios/language/tuning.ts';
import { nativeSha256 } from '../../scenarios/runs/native-sha256.ts';
import { BadInput, badInput } from '../bad-input.ts';
import { openCity, referenceCity } from '../city.ts';
import { checkOutputFile } from '../output-file.ts';
import { readSettingsTable } from '../settings-table.ts';
import { tellWarnings } from '../tell-problems.ts';
import type { Terminal } from '../terminal.ts';
import { writeWhole } from '../write-whole.ts';

export interface TuneApplyOptions { out: string; city?: string }

/** No corridor has a table as large. */
const MOST_TABLE_BYTES = 10_000_000;

/** `jumeau tune apply settings.csv -o NEW.twin`: a city with these settings of priority, as a search or an engineer wrote them down. */
export async function tuneApplyCommand(terminal: Terminal, file: string, { out, city: path }: TuneApplyOptions): Promise<void> {
  await checkOutputFile('city', '--out', out);
  const about = await stat(file).catch(() => undefined);
  if (!about?.isFile()) throw badInput('cli-no-such-file', file);
  if (about.size > MOST_TABLE_BYTES) throw badInput('cli-settings-too-large', file, { limit: MOST_TABLE_BYTES });
  const city = path === undefined ? await referenceCity(terminal) : await openCity(path);
  const read = readSettingsTable(file, await readFile(file, 'utf8'), [...city.twin.controllers.name], tuningWords.fromTable);
  if (!read.value) throw new BadInput(read.problems);
  const applied = applyChanges(city.twin, read.value);
  if (!applied.value) throw new BadInput(applied.problems);
  await writeWhole(out, [twinToBytes(applied.value)]);
  tellWarnings(terminal, applied.problems);
  const junctions = read.value.reduce((sum, change) => sum + ('controllers' in change ? change.controllers.length : 0), 0);
  if (terminal.json) return terminal.out(JSON.stringify({ file: out, junctions, twinHash: twinHash(applied.value, nativeSha256), twinHashBefore: city.shared.hash }));
  terminal.out(tuningWords.applied[terminal.language](terminal.number(junctions)));
  terminal.out(terminal.words.written(out));
}
