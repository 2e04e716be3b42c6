import { readAttributes } from './attributes.ts';
import type { SumoProgram } from './net-records.ts';
import type { ProblemList } from '../problem-list.ts';
import type { ElementSink } from './xml-elements.ts';

/** The longest phase of a plan that makes sense: a day. Longer ones mean "for ever" and are cut to it. */
export const LONGEST_PHASE_S = 86400;

/** Reads tlLogic elements and their phases, wherever they stand, into `programs`. */
export function programSink(file: string, problems: ProblemList, programs: SumoProgram[]): ElementSink {
  let current: SumoProgram | undefined;
  return {
    open(element) {
      if (element.name === 'tlLogic') {
        const read = readAttributes(element, file, problems);
        current = {
          id: read.text('id'), programId: read.text('programID', '0'), type: read.text('type', 'static'),
          offsetS: element.attributes['offset'] === 'begin' ? 0 : read.time('offset', 0), phases: [], parameters: new Map(), file, line: element.line,
        };
        programs.push(current);
      } else if (element.name === 'phase' && current !== undefined) {
        const read = readAttributes(element, file, problems);
        const durationS = Math.min(LONGEST_PHASE_S, read.number('duration', undefined, 0));
        const shortestS = Math.min(LONGEST_PHASE_S, read.number('minDur', durationS, 0));
        const longestS = Math.min(LONGEST_PHASE_S, read.number('maxDur', read.has('minDur') ? LONGEST_PHASE_S : durationS, 0));
        current.phases.push({ durationS, shortestS, longestS, state: read.text('state') });
      } else if (element.name === 'param' && current !== undefined) {
        const read = readAttributes(element, file, problems);
        current.parameters.set(read.text('key'), read.text('value', ''));
      }
    },
    close(name) {
      if (name === 'tlLogic') current = undefined;
    },
  };
}
