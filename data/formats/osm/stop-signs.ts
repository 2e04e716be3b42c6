import type { RawStreets } from '../../build/raw-city.ts';
import type { Tags } from './osm-element.ts';

/** Stop signs (`highway=stop`) on ways: `direction` says for whom, seen along the way on which they are drawn. `tagsOf`: by node row. */
export function addStopSigns({ nodes, ways }: RawStreets, tagsOf: ReadonlyMap<number, Tags>): void {
  if (tagsOf.size === 0) return;
  for (const { nodes: rows } of ways) {
    rows.forEach((row, index) => {
      const tags = tagsOf.get(row);
      if (!tags) return;
      const { direction } = tags, sign = (nodes[row]!.stopSign ??= { fromNodes: [], isFacingKnown: direction === 'forward' || direction === 'backward', allArms: tags['stop'] === 'all' });
      if (index > 0 && direction !== 'backward') sign.fromNodes.push(rows[index - 1]!);
      if (index + 1 < rows.length && direction !== 'forward') sign.fromNodes.push(rows[index + 1]!);
    });
  }
}
