import type { RequestStory } from '../../../scenarios/explain/junction-at.ts';
import type { JunctionSpan } from '../../../scenarios/explain/junction-span.ts';
import { numbersIn } from '../../../scenarios/language/numbers.ts';
import { requestInWords } from '../../../scenarios/language/priority.ts';
import { junctionWordsFor } from '../session/words.ts';
import { useSession, useViewer } from '../viewer-context.ts';
import { pieceAt } from './use-junction.ts';

/** Requests that were open so near to now are listed, the first few of them. */
const NEAR_S = 60, MOST_LISTED = 6;

const keyOf = ({ departure, askedS }: RequestStory): string => `${departure} ${askedS}`;

/** Requests that were open near a time, in the order in which they were heard; each once, though two pieces may tell of it. */
function requestsNear(pieces: readonly JunctionSpan[], timeS: number): RequestStory[] {
  const near = pieces.flatMap(({ requests }) => requests).filter(({ askedS, decisions }) => askedS <= timeS + NEAR_S && decisions.at(-1)!.timeS >= timeS - NEAR_S);
  return [...new Map(near.map((request) => [keyOf(request), request])).values()].sort((one, other) => one.askedS - other.askedS);
}

/** Who asked around now and what was answered, as `jumeau explain` says it; a click on an answer goes to its time. */
export function JunctionRequests({ pieces }: { pieces: readonly JunctionSpan[] }) {
  const { session } = useViewer();
  const language = useSession((state) => state.language);
  const words = junctionWordsFor(language), { plain } = numbersIn(language);
  // As text: the list is written again when a request comes or goes, or the next answer is given.
  const listed = useSession(({ timeS }) => requestsNear(pieces, timeS).map((request) => `${keyOf(request)} ${request.decisions.findLastIndex((decision) => decision.timeS <= timeS)}`).join('|'));
  const { timeS } = session.getState(), leftOut = pieceAt(pieces, timeS)?.requestsLeftOut ?? 0;
  const near = listed === '' ? [] : requestsNear(pieces, timeS), shown = near.slice(0, MOST_LISTED);
  return (
    <div className="requests">
      <h3>{words.requests}</h3>
      {shown.length === 0 && <p className="note">{words.noRequests}</p>}
      <ul>
        {shown.map((request) => {
          const [head, ...answers] = requestInWords(request, language), now = request.decisions.findLastIndex((decision) => decision.timeS <= timeS);
          return (
            <li key={keyOf(request)}>
              <p>{head}</p>
              <ol>
                {request.decisions.map(({ timeS: atS }, at) => (
                  <li key={at}>
                    <button type="button" className={at > now ? 'answer later' : 'answer'} aria-current={at === now ? 'time' : undefined} onClick={() => session.setState({ timeS: atS })}>{answers[at]?.trim()}</button>
                  </li>
                ))}
              </ol>
            </li>
          );
        })}
      </ul>
      {near.length > shown.length && <p className="note">{words.requestsMore(plain(near.length - shown.length))}</p>}
      {leftOut > 0 && <p className="note">{words.requestsLeftOut(plain(leftOut))}</p>}
    </div>
  );
}
