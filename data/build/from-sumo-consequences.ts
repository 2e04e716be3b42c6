import type { ProblemList } from '../formats/problem-list.ts';

/** What is found wrong in one of these ways may only follow from something that was wrong before. */
const dependent: ReadonlySet<string> = new Set([
  'sumo-unknown-junction', 'sumo-edge-without-lanes', 'sumo-lane-without-shape', 'sumo-connection-elsewhere', 'sumo-unknown-edge', 'sumo-unknown-lane',
  'sumo-unknown-controller', 'sumo-unknown-link-index', 'sumo-unknown-stop', 'sumo-unknown-type', 'sumo-unknown-route',
  'sumo-route-broken', 'sumo-route-over-closed-edge', 'sumo-no-path', 'sumo-stop-not-on-route',
]);

/** Problems of an import that goes stage by stage, each on what the one before has made. */
export interface StagedProblems extends ProblemList {
  /** The next stage begins. If anything is wrong by now, what may follow from it is counted from here on, not listed. */
  nextStage(): void;
  /** One line for all that was counted. */
  tellConsequences(file: string): void;
}

/** One edge that is missing is missing on the way of a thousand vehicles: its cause should not be looked for among them. */
export function inStages(problems: ProblemList): StagedProblems {
  let broken = false, consequences = 0;
  const add = (severity: 'error' | 'warning'): ProblemList['error'] => (code, where, parameters = {}) => {
    if (broken && dependent.has(code)) consequences += 1 + Number(parameters['others'] ?? 0);
    else problems[severity](code, where, parameters);
  };
  return {
    ...problems, error: add('error'), warning: add('warning'),
    nextStage() { broken = problems.hasErrors(); },
    tellConsequences(file) { if (consequences > 0) problems.error('sumo-consequences', file, { count: consequences }); },
  };
}
