import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** When a file was written or asked for; of a folder: when anything came into it or one of those below it. What has gone meanwhile is in use, whoever took it. */
export async function lastUsedMs(path: string): Promise<number> {
  const about = await stat(path).catch(() => undefined);
  if (!about) return Infinity;
  if (!about.isDirectory()) return about.mtimeMs;
  const inside = await Promise.all((await readdir(path, { recursive: true }).catch(() => [])).map(async (name) => (await stat(join(path, name)).catch(() => undefined))?.mtimeMs ?? 0));
  return inside.reduce((latest, one) => Math.max(latest, one), about.mtimeMs);
}
