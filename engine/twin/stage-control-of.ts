import { firstRowOf } from './group-limits.ts';
import type { ReadingTwin } from './twin.ts';

/** The row that says how a controller chooses its stages, -1 for one that goes by its plan. */
export function stageControlOf({ stageControls }: ReadingTwin, controller: number): number {
  if (stageControls.count === 0) return -1;
  const row = firstRowOf(stageControls, controller);
  return row < stageControls.count && stageControls.controller[row] === controller ? row : -1;
}
