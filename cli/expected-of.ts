import { changesNothing } from '../scenarios/questions/leading-indicators.ts';
import { questionNamed } from '../scenarios/questions/library.ts';
import type { Expectation } from '../scenarios/questions/question-schema.ts';
import type { Asked } from './asked.ts';

/**
 * What was expected of the second of two questions beside the first; undefined where nothing was. An expectation is of the question that it names, else of
 * the city as it is; those of the library are of the reference city, and say nothing of another.
 */
export function expectedOf([baseline, scenario]: readonly Asked[]): Expectation[] | undefined {
  const { question: { name, against, expected = [] }, city } = scenario!, first = baseline!.question;
  const isOfThese = against === undefined ? changesNothing(first) : first.name === against;
  return expected.length > 0 && isOfThese && (city.reference || questionNamed(name) === undefined) ? [...expected] : undefined;
}
