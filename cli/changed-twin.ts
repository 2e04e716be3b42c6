import type { Twin } from '../engine/twin/twin.ts';
import { applyChanges } from '../scenarios/changes/apply-changes.ts';
import type { Change } from '../scenarios/changes/change.ts';
import { BadInput } from './bad-input.ts';
import type { City } from './city.ts';

/** The city as a scenario ran on it. */
export function changedTwin(city: City, changes: readonly Change[]): Twin {
  const { value, problems } = applyChanges(city.twin, changes);
  if (!value) throw new BadInput(problems);
  return value;
}
