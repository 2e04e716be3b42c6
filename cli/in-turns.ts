import { startProgress } from './progress.ts';
import type { Terminal } from './terminal.ts';

const ITEMS_A_TURN = 50;

/** One after the other, with a bar; a signal to stop, and the bar, need a turn now and then. */
export async function* inTurns<T>(terminal: Terminal, title: string, items: readonly T[], signal: AbortSignal): AsyncGenerator<T> {
  const progress = startProgress(terminal, title);
  try {
    for (const [at, item] of items.entries()) {
      progress.show(at / items.length, '');
      if (at % ITEMS_A_TURN === 0) await new Promise((resolve) => setImmediate(resolve));
      signal.throwIfAborted();
      yield item;
    }
  } finally {
    progress.end();
  }
}
