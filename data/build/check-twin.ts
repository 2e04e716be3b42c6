import type { Problem } from '../../engine/foundation/problem.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { makeProblemList } from '../formats/problem-list.ts';
import { checkDemand } from './check/demand.ts';
import { checkFacts } from './check/facts.ts';
import { checkLighting } from './check/lighting.ts';
import { checkNetwork } from './check/network.ts';
import { checkPeople } from './check/people.ts';
import { checkPhotometry } from './check/photometry.ts';
import { checkPriority } from './check/priority.ts';
import { checkRows } from './check/rows.ts';
import { checkSignals } from './check/signals.ts';
import { checkTransit } from './check/transit.ts';

/**
 * Whether a twin, wherever it came from, is one that the engine can run: its facts are whole, rows exist, ranges lie in their tables, numbers
 * are finite, movements join lanes of their junction, routes can be driven link by link. Codes start with 'twin-'.
 * Rows are checked first: nothing else is looked at while a row leads nowhere.
 */
export function checkTwin(twin: ReadingTwin): Problem[] {
  const problems = makeProblemList();
  checkFacts(twin.facts, problems);
  checkRows(twin, problems);
  if (!problems.hasErrors()) {
    checkNetwork(twin, problems);
    checkSignals(twin, problems);
    checkPriority(twin, problems);
    checkDemand(twin, problems);
    checkTransit(twin, problems);
    checkPeople(twin, problems);
    checkLighting(twin, problems);
    checkPhotometry(twin, problems);
  }
  return problems.all();
}
