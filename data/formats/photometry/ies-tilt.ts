import type { ProblemList } from '../problem-list.ts';
import { wrongAngle } from './check-table.ts';
import { iesNumbers, type IesNumbers } from './ies-numbers.ts';
import type { LampTilt } from './measured-luminaire.ts';

const MOST_TILT_ANGLES = 361, MOST_TILT_FACTOR = 10;

/** Lamp-to-luminaire geometry, then so many angles with a factor each (LM-63, TILT=INCLUDE and the files that TILT may name). */
export function readTilt(file: string, numbers: IesNumbers, problems: ProblemList): LampTilt | undefined {
  const where = (): string => `${file}: line ${numbers.line()}`;
  const geometry = numbers.next('lamp-to-luminaire geometry', 1, 3), count = numbers.next('tilt angles', 1, MOST_TILT_ANGLES);
  if (!Number.isInteger(count)) return undefined;
  const angleWhere = where(), angles = numbers.block(count), factors = numbers.block(count);
  if (!angles || !factors) return undefined;
  const wrong = wrongAngle(angles.values, 0, 180);
  if (wrong) problems.error('photometry-tilt-angles', angleWhere, wrong);
  factors.values.forEach((factor, at) => {
    if (!(factor > 0 && factor <= MOST_TILT_FACTOR)) problems.error('photometry-field', `${file}: line ${factors.lines[at]}`, { field: 'tilt factor', value: Number.isFinite(factor) ? factor : '?', least: 0, most: MOST_TILT_FACTOR });
  });
  return { geometry, anglesDeg: angles.values, factors: factors.values };
}

/** A tilt file of its own. */
export function readTiltFile(file: string, content: string, problems: ProblemList): LampTilt | undefined {
  const tilt = readTilt(file, iesNumbers(file, content.split(/\r\n|\r|\n/), 1, 2 * MOST_TILT_ANGLES + 3, problems), problems);
  return problems.hasErrors() ? undefined : tilt;
}
