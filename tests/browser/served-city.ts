import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { REPLAY_SEGMENT_S } from '../../engine/results/tables.ts';
import { replayToBytes } from '../../engine/results/replay-bytes.ts';
import { twinHash, twinToBytes } from '../../engine/twin/bytes.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { keepComparison } from '../../scenarios/report/comparison-folder.ts';
import { writeResultTables } from '../../scenarios/runs/result-files.ts';
import { openStore } from '../../scenarios/runs/store.ts';
import type { SavedComparison } from '../../scenarios/saved/saved-comparison.ts';
import { startServer, type RunningServer } from '../../viewer/server/serve.ts';
import { smallCity, smallReplay } from './small-city.ts';
import { addSmallJunction, junctionTables } from './small-junction.ts';

/** The two results of the small town: lamps at full output all night, and dimmed to 40 % after 23:00. */
export const nightShares = { baseline: 1, 'dim-after-midnight': 0.4 };

/** What a bus loses at the first junction in either, s. */
const busDelaysS = { baseline: 15, 'dim-after-midnight': 11.5 };

/** `home`: the store of the server. */
export interface ServedTown { twin: Twin; server: RunningServer; home: string; close(): Promise<void> }

const builtApp = fileURLToPath(new URL('../../dist/app/index.html', import.meta.url));

/** The small town with both results, as files, behind the real server; `alter`: what a test wants it to have beside; `comparisons`: kept of it. */
export async function serveSmallCity(alter: (twin: Twin) => void = () => {}, comparisons: readonly ((twin: Twin) => SavedComparison)[] = []): Promise<ServedTown> {
  if (!existsSync(builtApp)) throw new Error('the viewer is not built: npm test builds it, as does npm run build');
  const folder = mkdtempSync(join(tmpdir(), 'jumeau-browser-'));
  const twin = smallCity();
  alter(twin);
  const twinPath = join(folder, 'petiteville.twin');
  writeFileSync(twinPath, twinToBytes(twin));
  const results = [];
  for (const [name, nightShare] of Object.entries(nightShares)) {
    const result = join(folder, name);
    mkdirSync(join(result, 'replay'), { recursive: true });
    const tables = junctionTables(twin, nightShare);
    addSmallJunction(twin, tables, busDelaysS[name as keyof typeof nightShares]);
    writeResultTables(result, tables);
    // Two hours by day and one by night are enough for what people do here.
    for (const hour of [8, 9, 22, 23]) {
      for (let fromS = hour * 3600; fromS < (hour + 1) * 3600; fromS += REPLAY_SEGMENT_S) {
        writeFileSync(join(result, 'replay', `${fromS}.bin.gz`), gzipSync(replayToBytes(smallReplay(twin, fromS))));
      }
    }
    writeFileSync(join(result, 'manifest.json'), JSON.stringify({ scenario: name, settings: { fromS: 0, untilS: 86400, seed: 1 } }));
    results.push({ name, folder: result });
  }
  const home = join(folder, 'home'), store = await openStore(home);
  for (const comparison of comparisons) await keepComparison(store, comparison(twin));
  const server = await startServer({ port: 0, home, cities: [{ name: 'petiteville', twinPath, twinHash: twinHash(twin), results }] });
  return {
    twin, server, home,
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
