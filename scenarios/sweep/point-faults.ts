import type { Problem } from '../../engine/foundation/problem.ts';
import { inWords } from '../language/problems.ts';
import type { Parameter, Point } from './points.ts';

/** What is wrong with the changes of a point. `among`: what was asked of it, a question that cannot be asked of a point whose changes cannot be read. `sameAs`: what differs from point to point in its numbers alone has one name. */
export interface PointProblem { problem: Problem; among: string; sameAs?: string }

/** Collects what is wrong with the changes of points: the same fault once, with how many points it hits. */
export interface PointFaults {
  /** `asked`: the questions that could be asked of this point. */
  add(point: Point, problems: readonly PointProblem[], asked: Iterable<string>): void;
  /** Of so many points in all. */
  all(points: number): Problem[];
}

export function makePointFaults(parameters: readonly Parameter[]): PointFaults {
  const found = new Map<string, PointProblem & { points: number; first: Point; areAlike: boolean }>(), askedOf = new Map<string, number>();
  return {
    add(point, problems, asked) {
      for (const one of asked) askedOf.set(one, (askedOf.get(one) ?? 0) + 1);
      for (const [key, one] of new Map(problems.map((each) => [each.sameAs ?? JSON.stringify(each.problem), each]))) {
        const known = found.get(key);
        if (!known) found.set(key, { ...one, points: 1, first: point, areAlike: true });
        else {
          known.points++;
          known.areAlike &&= JSON.stringify(known.problem) === JSON.stringify(one.problem);
        }
      }
    },
    // What hits every point that it could hit, and all alike, does not hang on the parameters.
    all: (of) => [...found.values()].map(({ problem, among, points, first, areAlike }) => (areAlike && points === askedOf.get(among) ? problem : {
      ...problem, code: 'sweep-at-points',
      parameters: { ...problem.parameters, points, of, first: pointText(parameters, first), cause: inWords(problem, 'en'), causeFr: inWords(problem, 'fr'), causeCode: problem.code },
    })),
  };
}

/** 'extensionS = 10, earlyGreen = true': the names are the file's. */
export const pointText = (parameters: readonly Parameter[], point: Point): string => parameters.map(({ name }, at) => `${name} = ${String(point[at])}`).join(', ');
