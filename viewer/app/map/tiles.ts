/** Rows sorted into square tiles, so that only what is in view is drawn. */
export interface Tiles {
  /** New position -> row as given. */
  readonly order: Uint32Array;
  /** Runs of new positions that hold everything within these bounds. */
  runs(bounds: Bounds): { first: number; count: number }[];
}

export interface Bounds { westM: number; southM: number; eastM: number; northM: number }

const TILE_M = 500;
/** Things reach out of the tile that their centre lies in. */
const REACH_M = 250;
const MOST_RUNS = 3;

export function makeTiles(xM: ArrayLike<number>, yM: ArrayLike<number>): Tiles {
  const keys = new Float64Array(xM.length);
  const tileOf = (xM: number, yM: number) => (Math.floor(yM / TILE_M) + 4096) * 8192 + Math.floor(xM / TILE_M) + 4096;
  for (let row = 0; row < xM.length; row++) keys[row] = tileOf(xM[row]!, yM[row]!);
  const order = Uint32Array.from({ length: xM.length }, (_, row) => row).sort((a, b) => keys[a]! - keys[b]! || a - b);
  const starts = new Map<number, { first: number; count: number }>();
  order.forEach((row, at) => {
    const tile = starts.get(keys[row]!);
    if (tile) tile.count++;
    else starts.set(keys[row]!, { first: at, count: 1 });
  });
  return {
    order,
    runs({ westM, southM, eastM, northM }) {
      const fromX = Math.floor((westM - REACH_M) / TILE_M), untilX = Math.floor((eastM + REACH_M) / TILE_M);
      const fromY = Math.floor((southM - REACH_M) / TILE_M), untilY = Math.floor((northM + REACH_M) / TILE_M);
      const runs: { first: number; count: number }[] = [];
      if ((untilX - fromX + 1) * (untilY - fromY + 1) > 160) return [{ first: 0, count: order.length }];
      for (let y = fromY; y <= untilY; y++) {
        for (let x = fromX; x <= untilX; x++) {
          const tile = starts.get((y + 4096) * 8192 + x + 4096);
          if (!tile) continue;
          const last = runs.at(-1);
          if (last && last.first + last.count === tile.first) last.count += tile.count;
          else runs.push({ ...tile });
        }
      }
      return joined(runs);
    },
  };
}

/** A draw costs more than some rows out of view: the smallest gaps are drawn as well. */
function joined(runs: { first: number; count: number }[]): { first: number; count: number }[] {
  const gap = (at: number): number => runs[at + 1]!.first - runs[at]!.first - runs[at]!.count;
  while (runs.length > MOST_RUNS) {
    let least = 0;
    for (let at = 1; at + 1 < runs.length; at++) if (gap(at) < gap(least)) least = at;
    runs[least]!.count += gap(least) + runs[least + 1]!.count;
    runs.splice(least + 1, 1);
  }
  return runs;
}
