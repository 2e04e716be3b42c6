import type { Problem } from '../engine/foundation/problem.ts';
import { nearName } from '../scenarios/changes/near-name.ts';
import type { WantedHalf } from '../scenarios/compare/two-stage.ts';
import { indicatorNamed, indicators, type IndicatorName } from '../scenarios/measure/indicators.ts';
import { BadInput } from './bad-input.ts';

/** As many as anyone reads; a list that went wrong is a problem, not a wait. */
const MOST_WANTED = 20;

/** With fewer the spread of the differences is not known, and hundreds of seeds would follow. */
export const FEWEST_FIRST_SEEDS = 3;

/** With fewer it takes far more runs in the end than if the spread were known, (t/1.96)²: 2.6 times with four, nearly five times with three. */
export const FEW_FIRST_SEEDS = 5;

/** Seeds of the first stage where `--seeds` says nothing: with five it takes twice as many in the end as if the spread were known, with ten a third more. */
export const FIRST_SEEDS = 10;

/** '2%', 'bus-mean-delay-s=1.5', 'traffic-mean-time-loss-s=2%': as typed, decimal comma or point. */
const FORM = /^(?:([a-z0-9-]+)=)?(\d{1,9}(?:[.,]\d{1,9})?)\s?(%?)$/;

/** What `--within` asks for, all problems at once. `leading`: the figures of the comparison; a per cent alone is of the first of them of which one says something. */
export function readWithin(typed: readonly string[], leading: readonly IndicatorName[]): WantedHalf[] {
  const problems: Problem[] = [];
  const problem = (code: string, parameters: Problem['parameters']): [] => {
    problems.push({ severity: 'error', code, where: '--within', parameters });
    return [];
  };
  if (typed.length > MOST_WANTED) problem('cli-within-too-many', { most: MOST_WANTED });
  const wanted = typed.slice(0, MOST_WANTED).flatMap((value): WantedHalf[] => {
    const [, name, amount, percent] = FORM.exec(value.trim()) ?? [], half = Number(amount?.replace(',', '.')), isPercent = percent === '%';
    if (!(half > 0) || (name === undefined && !isPercent)) return problem('cli-within-unreadable', { value });
    const indicator = name === undefined ? leading.find((one) => indicatorNamed(one).chance === true && indicatorNamed(one).relative) : indicators.find((one) => one.name === name)?.name;
    if (indicator === undefined) return name === undefined ? problem('cli-within-no-figure', { value }) : problem('cli-within-unknown-indicator', { name, near: nearName(name, indicators.map((one) => one.name)) ?? '' });
    if (isPercent && !indicatorNamed(indicator).relative) return problem('cli-within-no-percent', { name: indicator });
    return [{ indicator, half, isPercent }];
  });
  if (problems.length > 0) throw new BadInput(problems);
  return wanted;
}
