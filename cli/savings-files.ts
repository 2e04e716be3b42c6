import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { MOST_BYTES } from '../data/formats/savings/csv-rows.ts';
import { readAdjustments } from '../data/formats/savings/read-adjustments.ts';
import { readMeters } from '../data/formats/savings/read-meters.ts';
import { readRates } from '../data/formats/savings/read-rates.ts';
import { readWatts } from '../data/formats/savings/read-watts.ts';
import type { Checked, Problem } from '../engine/foundation/problem.ts';
import { standardOffsetMin } from '../engine/lighting/civil-clock.ts';
import type { ReadingTwin } from '../engine/twin/twin.ts';
import { nearName } from '../scenarios/changes/near-name.ts';
import type { Adjustment } from '../scenarios/report/savings/adjustments.ts';
import { kindName, type MeasuredWatts } from '../scenarios/report/savings/lamp-groups.ts';
import type { MeterReadings } from '../scenarios/report/savings/meter-check.ts';
import { uncoveredDate, type Rates } from '../scenarios/report/savings/rates.ts';
import type { GivenFile } from '../scenarios/report/savings/savings-report-input.ts';
import { BadInput, badInput } from './bad-input.ts';

export interface SavingsFilesOptions { meters?: string; watts?: string; adjustments?: string; tariff?: string }

/** What the files of a report on savings say, and what their bytes hash to. */
export interface SavingsFiles { meters: MeterReadings | undefined; watts: MeasuredWatts[] | undefined; adjustments: Adjustment[] | undefined; tariff: Pick<Rates, 'tariff'> & { carbon: Rates['carbon'] | undefined } | undefined; files: GivenFile[] }

/** Reads all files, and holds their names against the city; or tells all that is wrong with any of them. */
export async function readSavingsFiles(options: SavingsFilesOptions, twin: ReadingTwin, isWithin: (cabinet: number) => boolean, dates: readonly string[], isReplacedSide: boolean): Promise<SavingsFiles> {
  const problems: Problem[] = [], files: GivenFile[] = [], standardMin = standardOffsetMin(twin.facts);
  const read = async <T>(role: GivenFile['role'], parse: (file: string, content: string) => Checked<T>): Promise<T | undefined> => {
    const path = options[role];
    if (path === undefined) return undefined;
    try {
      const { bytes, content } = await contentOf(path), checked = parse(path, content);
      files.push({ role, name: basename(path), sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length });
      problems.push(...checked.problems);
      return checked.value;
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      problems.push(...error.problems);
      return undefined;
    }
  };
  const meters = await read('meters', (file, content) => readMeters(file, content, standardMin)), watts = await read('watts', readWatts);
  const adjustments = await read('adjustments', readAdjustments), tariff = await read('tariff', readRates);
  if (watts) problems.push(...unknownKinds(options.watts!, watts, twin, isWithin, isReplacedSide));
  const resolved = adjustments?.map((one) => ({ ...one, cabinet: cabinetNamed(twin, one.cabinet, isWithin) }));
  resolved?.forEach(({ cabinet, line }, at) => { if (cabinet < 0) problems.push(unknownCabinet(`${options.adjustments}: line ${line}`, adjustments![at]!.cabinet, twin, isWithin)); });
  if (tariff) for (const part of ['tariff', 'carbon'] as const) {
    const date = tariff[part] && uncoveredDate(dates, tariff[part]);
    if (date !== undefined) problems.push({ severity: 'error', code: 'cli-savings-not-covered', where: options.tariff!, parameters: { part, date } });
  }
  if (problems.some(({ severity }) => severity === 'error')) throw new BadInput(problems);
  return { meters, watts, adjustments: resolved, tariff, files };
}

async function contentOf(path: string): Promise<{ bytes: Buffer; content: string }> {
  const about = await stat(path).catch(() => undefined);
  if (!about?.isFile()) throw badInput('cli-no-such-file', path);
  if (about.size > MOST_BYTES) throw badInput('cli-savings-file-too-large', path, { limit: MOST_BYTES });
  const bytes = await readFile(path);
  return { bytes, content: bytes.toString('utf8') };
}

const cabinetNamed = ({ cabinets }: ReadingTwin, name: string, isWithin: (cabinet: number) => boolean): number => Array.from(cabinets.name).findIndex((one, row) => one === name && isWithin(row));

const unknownCabinet = (where: string, cabinet: string, { cabinets }: ReadingTwin, isWithin: (cabinet: number) => boolean): Problem =>
  ({ severity: 'error', code: 'cli-savings-unknown-cabinet', where, parameters: { cabinet: cabinet.slice(0, 80), near: nearName(cabinet.slice(0, 80), Array.from(cabinets.name).filter((_, row) => isWithin(row))) ?? '' } });

/** Most kinds that a problem names. */
const MOST_NAMED = 12;

function unknownKinds(file: string, watts: readonly MeasuredWatts[], twin: ReadingTwin, isWithin: (cabinet: number) => boolean, isReplacedSide: boolean): Problem[] {
  const known = { before: new Set<string>(), after: new Set<string>() };
  for (let lamp = 0; lamp < twin.lamps.count; lamp++) {
    if (!isWithin(twin.lamps.cabinet[lamp]!)) continue;
    known.after.add(kindName(twin, lamp, 'after'));
    if (isReplacedSide) known.before.add(kindName(twin, lamp, 'before'));
  }
  return watts.filter(({ side, kind }) => !known[side].has(kind)).map(({ side, kind }) => ({
    severity: 'error', code: 'cli-savings-unknown-kind', where: file, parameters: { kind: kind.slice(0, 80), near: nearName(kind.slice(0, 80), known[side]) ?? '', known: [...known[side]].slice(0, MOST_NAMED).join(', ') },
  }));
}
