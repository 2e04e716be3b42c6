import type { LoadingStage } from '../feed/load-city.ts';
import type { ViewerWords } from '../session/words.ts';

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);

/** What is being loaded and how much of it is here. */
export function Loading({ stage, words }: { stage: LoadingStage | 'drawing'; words: ViewerWords }) {
  const twin = stage !== 'drawing' && stage.stage === 'twin' ? stage : undefined;
  const share = twin && twin.totalBytes > 0 ? twin.receivedBytes / twin.totalBytes : undefined;
  const text = twin
    ? words.loadingTwin(megabytes(twin.receivedBytes), twin.totalBytes > 0 ? ` / ${megabytes(twin.totalBytes)}` : '')
    : stage === 'drawing' ? words.drawing : stage.stage === 'list' ? words.loadingList : words.loadingRuns;
  return (
    <main className="notice-page" aria-busy="true">
      <p className="wordmark">{words.title}</p>
      <p role="status">{text}</p>
      <progress aria-label={text} {...(share === undefined ? {} : { value: share, max: 1 })} />
      <p className="synthetic">{words.synthetic}</p>
    </main>
  );
}
