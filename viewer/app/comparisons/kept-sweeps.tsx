import { textIn, wordsIn } from '../../../scenarios/language/language.ts';
import { numbersIn } from '../../../scenarios/language/numbers.ts';
import { sweepWords } from '../../../scenarios/language/sweep.ts';
import type { SweepHead } from '../../../scenarios/saved/sweep-head.ts';
import { sweepAddress } from '../feed/comparison-feed.ts';
import { useSession } from '../viewer-context.ts';

/** Sweeps that are kept of this city, each with the page that the command writes; folded, for the table of a comparison is what the page is for. */
export function KeptSweeps({ heads }: { heads: readonly SweepHead[] }) {
  const language = useSession((state) => state.language), words = wordsIn(sweepWords, language), { plain } = numbersIn(language);
  return (
    <details className="kept-sweeps">
      <summary>{words.kept(plain(heads.length))}</summary>
      <ul>{heads.map(({ id, title, points, seeds }) => (
        <li key={id}>
          <a href={sweepAddress(id, language)} target="_blank" rel="noopener">{textIn(title, language)}</a>
          <span className="note">{seeds > 0 ? words.size(plain(points), plain(seeds)) : words.sizeWithoutRuns(plain(points))}</span>
        </li>
      ))}</ul>
    </details>
  );
}
