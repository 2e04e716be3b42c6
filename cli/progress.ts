import cliProgress from 'cli-progress';
import { formatClock } from '../engine/foundation/clock.ts';
import type { Terminal } from './terminal.ts';
import { makeTimeLeft } from './time-left.ts';

/** Shows how far some work is, on standard error, once it has taken two seconds. */
export interface Progress {
  /** `share`: 0 to 1. `detail`: a few words beside the bar. */
  show(share: number, detail: string): void;
  end(): void;
}

const BAR_AFTER_MS = 2000;
/** Where no one watches (a log, a pipe): a first line after two seconds as well, then one this often. */
const LINE_EVERY_MS = 30_000;

const silent: Progress = { show: () => undefined, end: () => undefined };

export function startProgress(terminal: Terminal, title: string): Progress {
  if (process.stderr.isTTY) return bar(terminal, title);
  return terminal.json ? silent : lines(terminal, title);
}

function bar(terminal: Terminal, title: string): Progress {
  const startMs = Date.now();
  let shown: cliProgress.SingleBar | undefined;
  return {
    show(share, detail) {
      if (!shown) {
        if (Date.now() - startMs < BAR_AFTER_MS) return;
        shown = new cliProgress.SingleBar({
          format: `${title} {bar} {percentage}${terminal.language === 'fr' ? terminal.spaced(' %') : '%'}  {detail}`, barsize: 24, barCompleteChar: '━', barIncompleteChar: '┄',
          stream: process.stderr, hideCursor: true, clearOnComplete: true, fps: 5, linewrap: false,
        });
        shown.start(1000, 0, { detail });
      }
      shown.update(Math.round(share * 1000), { detail });
    },
    end: () => shown?.stop(),
  };
}

function lines(terminal: Terminal, title: string): Progress {
  let nextMs = Date.now() + BAR_AFTER_MS;
  return {
    show(share, detail) {
      if (Date.now() < nextMs) return;
      nextMs = Date.now() + LINE_EVERY_MS;
      terminal.note(`${title} ${terminal.numbers.percent(share * 100, 0)}  ${detail}`);
    },
    end: () => undefined,
  };
}

/** Does something `count` times, one after the other, and shows how far that is. */
export async function oneByOne<T>(terminal: Terminal, title: string, count: number, work: (at: number) => Promise<T>): Promise<T[]> {
  const progress = startProgress(terminal, title), done: T[] = [];
  try {
    for (let at = 0; at < count; at++) {
      progress.show(at / count, '');
      done.push(await work(at));
    }
    return done;
  } finally {
    progress.end();
  }
}

/** What the bar needs to know of a run. `vehicles`: for a run that lasts until all have arrived, how many there are. */
export interface ExpectedRun { fromS: number; untilS: number; vehicles: number | undefined }

/** Progress of runs together: how many are done and under way, and how long the rest takes; of a single one its clock and its vehicles. Several have no clock in common. */
export function runsProgress(terminal: Terminal, runs: readonly ExpectedRun[]) {
  const progress = startProgress(terminal, terminal.words.simulating), left = makeTimeLeft(terminal);
  const shares = new Float64Array(runs.length), isUnderWay = new Uint8Array(runs.length);
  let done = 0, sum = 0, found = 0, underWay = 0, clockS = runs[0]?.fromS ?? 0, running = 0;
  // Threads and a large city take their time before the first step: a sign of life does not wait for it.
  const first = setTimeout(() => show(), BAR_AFTER_MS);
  const reached = (run: number, share: number): void => {
    sum += share - shares[run]!;
    shares[run] = share;
  };
  const clock = (): string => `${formatClock(clockS).slice(0, 5)}  ${terminal.words.onRoad(terminal.number(running))}`;
  const counts = (): string[] => [terminal.words.runsDone(done, runs.length), underWay > 0 ? terminal.words.runsUnderWay(underWay) : ''];
  const setUnderWay = (run: number, is: 0 | 1): void => {
    underWay += is - isUnderWay[run]!;
    isUnderWay[run] = is;
  };
  const show = (): void => {
    const share = sum / runs.length;
    const parts = [...(runs.length > 1 ? counts() : [clock()]), left.after(share)];
    progress.show(share, parts.filter((part) => part !== '').join('  '));
  };
  const over = (run: number): void => {
    reached(run, 1);
    setUnderWay(run, 0);
    done++;
    show();
  };
  return {
    onProgress(run: number, now: { timeS: number; running: number; arrived: number }) {
      const { fromS, untilS, vehicles } = runs[run]!;
      reached(run, vehicles ? now.arrived / vehicles : Math.min(1, (now.timeS - fromS) / (untilS - fromS)));
      setUnderWay(run, 1);
      running = now.running;
      clockS = now.timeS;
      show();
    },
    onFinished(run: number, _: unknown, stored = false) {
      if (stored) left.found(++found / runs.length);
      over(run);
    },
    onFailed: (run: number, _: string) => over(run),
    end() {
      clearTimeout(first);
      progress.end();
    },
  };
}
