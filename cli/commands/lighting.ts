import { readFile, stat } from 'node:fs/promises';
import { checkTwin } from '../../data/build/check-twin.ts';
import { besideSchedules, withSchedules, zoneSchedules } from '../../data/build/lamps/zone-schedules.ts';
import { readProfiles } from '../../data/formats/eclext/read-profiles.ts';
import { writeProfiles } from '../../data/formats/eclext/write-profiles.ts';
import { readTalq } from '../../data/formats/talq/read-talq.ts';
import { writeTalq } from '../../data/formats/talq/write-talq.ts';
import { MOST_SCHEDULE_BYTES } from '../../data/formats/zone-schedule.ts';
import { rowsWhere } from '../../engine/foundation/table.ts';
import { twinHash, twinToBytes } from '../../engine/twin/bytes.ts';
import { zoneInWords } from '../../scenarios/language/zones.ts';
import { nativeSha256 } from '../../scenarios/runs/native-sha256.ts';
import { BadInput, badInput } from '../bad-input.ts';
import { openCity, referenceCity } from '../city.ts';
import { nightsOfYear } from '../nights-of-year.ts';
import { checkOutputFile } from '../output-file.ts';
import { tellWarnings } from '../tell-problems.ts';
import type { Terminal } from '../terminal.ts';
import { writeWhole } from '../write-whole.ts';

export interface LightingExportOptions { out: string }

/** Night profiles of EclExt where a name ends in .csv, TALQ otherwise. */
const isProfiles = (file: string): boolean => /\.csv$/i.test(file);

/** `jumeau lighting export [city.twin] -o programs.json`: programs and calendars of the zones of a city as TALQ 2.7, or as EclExt night profiles. */
export async function exportLighting(terminal: Terminal, path: string | undefined, { out }: LightingExportOptions): Promise<void> {
  if (!/\.(json|csv)$/i.test(out)) throw badInput('cli-lighting-export-ending', '--out', { value: out });
  await checkOutputFile(isProfiles(out) ? 'nightProfiles' : 'talq', '--out', out);
  const { twin } = path === undefined ? await referenceCity(terminal) : await openCity(path);
  const schedules = zoneSchedules(twin), { value, problems: told } = isProfiles(out) ? writeProfiles(schedules, nightsOfYear(twin.facts)) : writeTalq(schedules);
  const problems = [...told, ...besideSchedules(twin)];
  if (value === undefined) throw new BadInput(problems);
  await writeWhole(out, [value]);
  tellWarnings(terminal, problems);
  const { words, number } = terminal;
  if (terminal.json) return terminal.out(JSON.stringify({ file: out, zones: schedules.length, warnings: problems.length }));
  terminal.out(words.lightingTold(number(schedules.length)));
  const lampless = rowsWhere(twin.lightingZones.count, (zone) => !twin.lamps.zone.includes(zone)).map((zone) => zoneInWords(twin.lightingZones.name[zone]!, terminal.language));
  if (lampless.length > 0) terminal.out(terminal.faint(words.lightingLampless(lampless.join(', '), lampless.length)));
  terminal.out(words.written(out));
}

export interface LightingImportOptions { out: string; city?: string }

/** `jumeau lighting import FILE --city CITY.twin -o NEW.twin`: a city whose zones follow the calendars or night profiles of a file. */
export async function importLighting(terminal: Terminal, file: string, { out, city: path }: LightingImportOptions): Promise<void> {
  await checkOutputFile('city', '--out', out);
  const content = await textOf(file), city = path === undefined ? await referenceCity(terminal) : await openCity(path), { twin } = city;
  const zones = twin.lightingZones.name, read = isProfiles(file) ? readProfiles(file, content, zones, nightsOfYear(twin.facts)) : readTalq(file, content, zones);
  if (!read.value) throw new BadInput(read.problems);
  const changed = withSchedules(twin, read.value), faults = checkTwin(changed).filter(({ severity }) => severity === 'error');
  if (faults.length > 0) throw new BadInput([...read.problems, ...faults]);
  const hash = twinHash(changed, nativeSha256), { words, number } = terminal;
  await writeWhole(out, [twinToBytes(changed, hash)]);
  tellWarnings(terminal, read.problems);
  if (terminal.json) return terminal.out(JSON.stringify({ file: out, zones: read.value.length, twinHash: hash, twinHashBefore: city.shared.hash, warnings: read.problems.length }));
  terminal.out(words.lightingApplied(number(read.value.length), number(zones.length)));
  terminal.out(words.written(out));
}

/** A plain file of a size that programs may have; longer ones are told by their size. */
async function textOf(path: string): Promise<string> {
  const about = await stat(path).catch(() => undefined);
  if (!about?.isFile()) throw badInput('cli-no-such-file', path);
  if (about.size > MOST_SCHEDULE_BYTES) throw badInput('lamps-too-large', path, { limit: MOST_SCHEDULE_BYTES });
  return readFile(path, 'utf8').catch(() => { throw badInput('cli-no-such-file', path); });
}
