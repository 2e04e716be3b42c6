// A process that brings results into a store until it is killed, and says which it has brought. Started by store.test.ts.
import { openStore } from '../../scenarios/runs/store.ts';
import { madeUpResult } from './made-up-result.ts';

const store = await openStore(process.argv[2]!), first = Number(process.argv[3]);
for (let seed = first; ; seed++) {
  const folder = await store.openAside(), { manifest } = await madeUpResult(folder, seed);
  await store.keep(folder, manifest);
  process.stdout.write(`${manifest.key}\n`);
}
