import { useEffect, useState } from 'react';
import { formatClock } from '../../../engine/foundation/clock.ts';
import { numbersIn } from '../../../scenarios/language/numbers.ts';
import type { SweepHead } from '../../../scenarios/saved/sweep-head.ts';
import type { SavedComparison, SavedHead } from '../../../scenarios/saved/saved-comparison.ts';
import { loadComparison, loadHeads, loadSweeps } from '../feed/comparison-feed.ts';
import { Icon } from '../panels/icon.tsx';
import { savedWordsFor } from '../session/words.ts';
import { useSession, useViewer, useWords } from '../viewer-context.ts';
import { ComparisonFigures } from './comparison-figures.tsx';
import { KeptSweeps } from './kept-sweeps.tsx';

/** What is there of something that the server sends: not yet, the thing, nothing, or a failure. */
type Sent<T> = { is: 'waiting' } | { is: 'here'; sent: T } | { is: 'failed' };

function useSent<T>(load: () => Promise<T>, key: string): Sent<T> {
  const [sent, setSent] = useState<Sent<T> & { key?: string }>({ is: 'waiting' });
  useEffect(() => {
    let isWanted = true;
    const tell = (one: Sent<T>): void => { if (isWanted) setSent({ ...one, key }); };
    load().then((found) => tell({ is: 'here', sent: found }), () => tell({ is: 'failed' }));
    return () => { isWanted = false; };
    // What `load` loads is told by the key.
  }, [key]);
  return sent.key === key ? sent : { is: 'waiting' };
}

/** Comparisons that are kept of this city: which there are, and what one of them found; and sweeps, each with its page. */
export default function ComparisonsPage() {
  const { city, session } = useViewer();
  const general = useWords(), words = savedWordsFor(useSession((state) => state.language));
  const heads = useSent<SavedHead[]>(() => loadHeads(city.name), city.name), sweeps = useSent<SweepHead[]>(() => loadSweeps(city.name), city.name);
  return (
    <main className="tables-page comparisons-page" tabIndex={-1}>
      <header>
        <h2>{general.comparisons}</h2>
        <button type="button" className="button" aria-label={general.close} onClick={() => session.setState({ panel: 'none' })} autoFocus><Icon name="close" /></button>
      </header>
      {sweeps.is === 'here' && sweeps.sent.length > 0 && <KeptSweeps heads={sweeps.sent} />}
      {heads.is === 'waiting' && <p role="status">{general.buffering}</p>}
      {heads.is === 'failed' && <p role="alert">{words.notLoaded}</p>}
      {heads.is === 'here' && (heads.sent.length > 0 ? <Kept heads={heads.sent} /> : <div className="none"><p>{words.noComparisons}</p><code className="command">npx jumeau compare baseline bus-priority-off --from 07:30 --hours 0.5</code></div>)}
    </main>
  );
}

function Kept({ heads }: { heads: readonly SavedHead[] }) {
  const { session } = useViewer();
  const language = useSession((state) => state.language), wanted = useSession((state) => state.comparison), words = savedWordsFor(language), general = useWords(), { lasting } = numbersIn(language);
  const id = wanted || heads[0]!.id, comparison = useSent<SavedComparison | undefined>(() => loadComparison(id), id);
  return (
    <>
      <label className="which">{words.choose}
        <select value={id} onChange={({ target }) => session.setState({ comparison: target.value })}>
          {!heads.some((head) => head.id === id) && <option value={id}>{id}</option>}
          {heads.map((head) => <option key={head.id} value={head.id}>{words.sides(head.baseline[language], head.scenario[language], head.year ? words.overYear(head.year) : [...(head.fromS === undefined ? [] : [words.fromAt(formatClock(head.fromS).slice(0, 5), lasting((head.untilS! - head.fromS) / 3600))]), words.seeds(head.seeds)].join(', '))}</option>)}
        </select>
      </label>
      {comparison.is === 'waiting' && <p role="status">{general.buffering}</p>}
      {comparison.is === 'failed' && <p role="alert">{words.notLoaded}</p>}
      {comparison.is === 'here' && (comparison.sent ? <ComparisonFigures key={id} saved={comparison.sent} /> : <p role="alert">{words.notFound}</p>)}
    </>
  );
}
