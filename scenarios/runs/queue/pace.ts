/** How often the fleet looks and how soon it tries again, in milliseconds. Tests that wait for it go faster than people need. */
export interface Pace {
  /** A sender asks the broker so often who listens, and what became of jobs of which it has heard nothing. */
  lookEveryMs: number;
  /** … and tries a broker that is away again after so long. */
  againAfterMs: number;
  /** A run that failed is tried again after so long, then after twice that. */
  retryAfterMs: number;
  /** A job whose worker has not renewed its lock for so long is another worker's. */
  lockMs: number;
  /** How often a worker looks for such jobs. */
  stalledEveryMs: number;
  /** A worker whose store has refused a result leaves others so long to take the run. */
  afterRefusalMs: number;
  /** Longest wait for jobs to be given back when a worker is to end. */
  endWithinMs: number;
}

export const PACE: Pace = { lookEveryMs: 5000, againAfterMs: 1000, retryAfterMs: 2000, lockMs: 15_000, stalledEveryMs: 5000, afterRefusalMs: 2000, endWithinMs: 5000 };
