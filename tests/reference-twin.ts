import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateDijon } from '../data/dijon/generate.ts';
import { twinFromBytes, twinHash, twinToBytes } from '../engine/twin/bytes.ts';
import type { Twin } from '../engine/twin/twin.ts';
import { nativeSha256 } from '../scenarios/runs/native-sha256.ts';
import { read } from './house/sources.ts';
import { cityIn, keptFolder } from './kept-city.ts';

/** The reference city: the tables that an earlier file, or a command that it ran, generated and kept; else generated here, and kept for those to come. */
export function referenceTwin(): Twin {
  if (keptFolder === undefined) return generateDijon();
  const kept = cityIn(keptFolder);
  if (kept) return twinFromBytes(new Uint8Array(readFileSync(join(keptFolder, kept.twin))))!;
  const twin = generateDijon(), hash = twinHash(twin, nativeSha256);
  const { referenceCity } = JSON.parse(read('dist/versions.json')) as { referenceCity: string };
  mkdirSync(join(keptFolder, 'twins'), { recursive: true });
  for (const [name, content] of [[join('twins', `${hash}.twin`), twinToBytes(twin, hash)], [`reference-city-${referenceCity}.json`, JSON.stringify({ hash })]] as const) {
    const path = join(keptFolder, name);
    writeFileSync(`${path}.${process.pid}`, content);
    renameSync(`${path}.${process.pid}`, path);
  }
  return twin;
}
