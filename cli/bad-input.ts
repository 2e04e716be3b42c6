import type { Problem } from '../engine/foundation/problem.ts';

/** Ends a command with exit code 1: what the person gave cannot be used. Thrown by commands, caught in main.ts. */
export class BadInput extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(({ code, where }) => `${code} ${where}`).join(', '));
    this.problems = problems;
  }
}

/** Runs came to no result, by no mistake of whoever asked: told as problems are, and ends a command with exit code 2. */
export class RunsFailed extends BadInput {}

/** One problem of the command line itself. */
export const badInput = (code: string, where: string, parameters: Problem['parameters'] = {}): BadInput =>
  new BadInput([{ severity: 'error', code, where, parameters }]);

/** What the system says when the place is at fault, not we. */
const refusals = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOENT', 'ENOTDIR', 'EEXIST', 'EISDIR', 'EDQUOT']);

/** Runs what writes to `path`; the system's refusals become problems. */
export async function whenWriting<T>(path: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const cause = (error as NodeJS.ErrnoException).code ?? '';
    if (!refusals.has(cause)) throw error;
    throw badInput('cli-not-writable', path, { cause });
  }
}
