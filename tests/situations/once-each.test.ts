// Goal: what the viewer's server has read of a run is read once, and not kept for ever.
import { expect, test } from 'vitest';
import { keepRuns, onceEach } from '../../viewer/server/once-each.ts';

test('made once by name; what failed is made again', async () => {
  const once = onceEach();
  let made = 0;
  const make = async (): Promise<number> => ++made;
  expect([await once('a', make), await once('a', make), await once('b', make)]).toEqual([1, 1, 2]);
  await expect(once('c', async () => { throw new Error('unreadable'); })).rejects.toThrow('unreadable');
  expect(await once('c', make)).toBe(3);
});

test('of the last two runs that were asked for', async () => {
  const ofRun = keepRuns(), reads: string[] = [];
  const read = (folder: string): Promise<number> => ofRun(folder)('minutes', async () => reads.push(folder));
  for (const folder of ['A', 'B', 'A', 'B', 'C', 'B', 'A']) await read(folder);
  // C pushed out A, which had not been asked for as lately as B.
  expect(reads).toEqual(['A', 'B', 'C', 'A']);
});
