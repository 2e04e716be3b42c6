import cliProgress from 'cli-progress';
import { formatClock } from '../engine/foundation/clock.ts';
import type { Terminal } from './terminal.ts';

/** Shows how far some work is, on standard error, once it has taken two seconds. */
export interface Progress {
  /** `share`: 0 to 1. `detail`: a few words beside the bar. */
  show(share: number, detail: string): void;
  end(): void;
}

const BAR_AFTER_MS = 2000;
/** Where no one watches (a log, a pipe): a line this often. */
const LINE_EVERY_MS = 30_000;

const silent: Progress = { show: () => undefined, end: () => undefined };

export function startProgress(terminal: Terminal, title: string): Progress {
  if (process.stderr.isTTY) return bar(title);
  return terminal.json ? silent : lines(terminal, title);
}

function bar(title: string): Progress {
  const startMs = Date.now();
  let shown: cliProgress.SingleBar | undefined;
  return {
    show(share, detail) {
      if (!shown) {
        if (Date.now() - startMs < BAR_AFTER_MS) return;
        shown = new cliProgress.SingleBar({
          format: `${title} {bar} {percentage} %  {detail}`, barsize: 24, barCompleteChar: '━', barIncompleteChar: '┄',
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
  let saidMs = Date.now();
  return {
    show(share, detail) {
      if (Date.now() - saidMs < LINE_EVERY_MS) return;
      saidMs = Date.now();
      terminal.note(`${title} ${terminal.number(share * 100)} %  ${detail}`);
    },
    end: () => undefined,
  };
}

/** Progress of several runs together: the clock of the slowest, the vehicles of all. */
export function runsProgress(terminal: Terminal, spans: readonly { fromS: number; untilS: number }[]) {
  const progress = startProgress(terminal, terminal.words.simulating);
  const shares = spans.map(() => 0), running = spans.map(() => 0);
  let done = 0;
  let slowest = 0;
  const show = (): void => {
    shares.forEach((share, run) => { if (share < shares[slowest]!) slowest = run; });
    const { fromS, untilS } = spans[slowest]!;
    const clock = formatClock(fromS + shares[slowest]! * (untilS - fromS)).slice(0, 5);
    const vehicles = terminal.words.onRoad(terminal.number(running.reduce((sum, count) => sum + count, 0)));
    const count = spans.length > 1 ? `  ${terminal.words.runsDone(done, spans.length)}` : '';
    progress.show(shares.reduce((sum, share) => sum + share, 0) / spans.length, `${clock}  ${vehicles}${count}`);
  };
  return {
    onProgress(run: number, { timeS, running: now }: { timeS: number; running: number }) {
      const { fromS, untilS } = spans[run]!;
      shares[run] = Math.min(1, (timeS - fromS) / (untilS - fromS));
      running[run] = now;
      show();
    },
    onFinished(run: number) {
      shares[run] = 1;
      running[run] = 0;
      done++;
      show();
    },
    end: () => progress.end(),
  };
}
