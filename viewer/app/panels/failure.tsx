import { isEmptyServer } from '../feed/load-city.ts';
import { FeedFailure } from '../feed/server-feed.ts';
import type { ViewerWords } from '../session/words.ts';

/** What went wrong and how to mend it. */
export function failureWords(error: unknown, words: ViewerWords): { what: string; mend: string; detail: string } {
  const detail = error instanceof Error ? error.message : String(error);
  if (isEmptyServer(error)) return { what: words.noCities, mend: words.noCitiesMend, detail: '' };
  if (error instanceof FeedFailure) return { what: words[error.key], mend: words[`${error.key}Mend`], detail };
  return { what: words.unknownFault, mend: words.unknownFaultMend, detail };
}

export function Failure({ error, words, onRetry }: { error: unknown; words: ViewerWords; onRetry: () => void }) {
  const { what, mend, detail } = failureWords(error, words);
  return (
    <main className="notice-page" role="alert">
      <p className="wordmark">{words.title}</p>
      <h1>{words.failedTitle}</h1>
      <p>{what}</p>
      <p>{mend}</p>
      <button type="button" className="button strong" onClick={onRetry} autoFocus>{words.retry}</button>
      {detail && <p className="detail"><code>{detail}</code></p>}
    </main>
  );
}
