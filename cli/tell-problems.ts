import type { Problem } from '../engine/foundation/problem.ts';
import { inWords, placeOf } from '../scenarios/language/problems.ts';
import type { PlannedRun, RunOutcome } from '../scenarios/runs/planned-run.ts';
import type { StoredResult } from '../scenarios/runs/store.ts';
import { BadInput } from './bad-input.ts';
import type { Terminal } from './terminal.ts';

/** More than this is not read by anyone: the rest is counted. */
const MOST_LINES = 20;

const titles = { error: 'problemsTitle', warning: 'warningsTitle', note: 'notesTitle' } as const;

/** Problems on standard error: in words, or with --json as JSON. Errors first. */
export function tellProblems(terminal: Terminal, problems: readonly Problem[]): void {
  const { words, language, number } = terminal;
  if (terminal.json) {
    return terminal.note(JSON.stringify({ problems: problems.map((problem) => ({ ...problem, message: inWords(problem, language) })) }));
  }
  for (const severity of ['error', 'warning', 'note'] as const) {
    const these = problems.filter((problem) => problem.severity === severity);
    if (these.length === 0) continue;
    terminal.note(words[titles[severity]](number(these.length)));
    for (const problem of these.slice(0, MOST_LINES)) terminal.note(`  ${problem.where ? words.saidBy(placeOf(problem, language), inWords(problem, language)) : inWords(problem, language)}`);
    if (these.length > MOST_LINES) terminal.note(`  ${words.moreProblems(number(these.length - MOST_LINES))}`);
  }
}

/** Warnings that come with an answer. */
export function tellWarnings(terminal: Terminal, problems: readonly Problem[]): void {
  if (problems.length > 0) tellProblems(terminal, problems);
}

/** The results of several runs; else what kept some from theirs, with the question and the seed of each: all others are kept. */
export function resultsOf(planned: readonly PlannedRun[], outcomes: readonly RunOutcome[]): StoredResult[] {
  const failed = outcomes.flatMap((outcome, at) => (!outcome.result && outcome.fault !== undefined ? [{ cause: outcome.fault, question: planned[at]!.scenario, seed: planned[at]!.settings.seed }] : []));
  if (failed.length === 0) return outcomes.map(resultOf);
  throw new BadInput([...new Set(failed.map(({ cause }) => cause))].map((cause): Problem => {
    const those = failed.filter((one) => one.cause === cause), { question, seed } = those[0]!;
    return { severity: 'error', code: 'saved-runs-failed', where: question, parameters: { runs: those.length, of: planned.length, cause, seed } };
  }));
}

/** The result of a run; or its problems thrown, or the fault that it ended with. */
export function resultOf(outcome: RunOutcome): StoredResult {
  if (outcome.result) return outcome.result;
  if (outcome.fault !== undefined) throw new Error(outcome.fault);
  throw new BadInput(outcome.problems);
}
