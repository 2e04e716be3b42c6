import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../../engine/foundation/problem.ts';
import { readSums, SUMS_FILE, sumOf } from './content-sums.ts';
import { filesBytesIn, readManifest } from './result-files.ts';
import { resultKey } from './result-key.ts';

/** Every fault of a stored result: what is missing, too short, altered or not its own. Nothing for a whole one. */
export async function verifyResult(folder: string, key: string): Promise<Problem[]> {
  const problems: Problem[] = [];
  const fault = (code: string, name: string, parameters: Problem['parameters'] = {}) => void problems.push({ severity: 'error', code, where: name === '' ? folder : join(folder, name), parameters });
  if (!(await stat(folder).catch(() => undefined))?.isDirectory()) return [{ severity: 'error', code: 'store-no-such-result', where: key, parameters: { near: '' } }];
  const manifest = await readManifest(folder), sums = await readSums(folder);
  if (!manifest) return [{ severity: 'error', code: 'store-manifest-unreadable', where: join(folder, 'manifest.json'), parameters: {} }];
  const { twinHash, changes, settings, engine, begunFrom, filesBytes } = manifest;
  if (manifest.key !== key || resultKey({ twinHash, changes, settings, engine, begunFrom: begunFrom?.checkpoint }) !== key) fault('store-wrong-key', 'manifest.json', { key: manifest.key });
  if (!sums) fault('store-no-sums', SUMS_FILE);
  const there = await filesBytesIn(folder);
  for (const [name, bytes] of Object.entries(filesBytes)) {
    if (there[name] === undefined) fault('store-file-missing', name, { bytes });
    else if (there[name] !== bytes) fault('store-file-size', name, { bytes, found: there[name] });
  }
  for (const name of Object.keys(there)) {
    if (name === SUMS_FILE) continue;
    const sum = sums?.get(name);
    if (filesBytes[name] === undefined && name !== 'manifest.json') fault('store-file-extra', name);
    else if (sums && (filesBytes[name] === undefined || there[name] === filesBytes[name]) && sum !== await sumOf(join(folder, name))) fault('store-file-altered', name);
  }
  return problems;
}
