import type { JunctionPlans } from '../../../scenarios/explain/junction-control.ts';
import type { JunctionSpan } from '../../../scenarios/explain/junction-span.ts';
import { numbersIn } from '../../../scenarios/language/numbers.ts';
import { whyInWords } from '../../../scenarios/language/why-shown.ts';
import { wordsIn } from '../../../scenarios/language/language.ts';
import { priorityReportWords } from '../../../scenarios/language/priority-report.ts';
import { junctionWordsFor } from '../session/words.ts';
import { useSession } from '../viewer-context.ts';

type Moment = JunctionSpan['moments'][number];

/** What is so at a time: that of the last moment before. */
export function momentAt(pieces: readonly JunctionSpan[], timeS: number): Moment | undefined {
  return pieces.find(({ fromS, untilS }) => timeS >= fromS && timeS <= untilS)?.moments.findLast(({ fromS }) => fromS <= timeS);
}

/** The moment of the session's clock; whoever uses it follows from moment to moment, not from second to second. */
export function useMomentOf(pieces: readonly JunctionSpan[]): Moment | undefined {
  const fromS = useSession(({ timeS }) => momentAt(pieces, timeS)?.fromS);
  return fromS === undefined ? undefined : momentAt(pieces, fromS);
}

/** How the junction is run, and why it shows what it shows. */
export function JunctionNow({ pieces, plans }: { pieces: readonly JunctionSpan[]; plans: JunctionPlans | undefined }) {
  const language = useSession((state) => state.language);
  const moment = useMomentOf(pieces);
  const words = junctionWordsFor(language), report = wordsIn(priorityReportWords, language), { plain } = numbersIn(language);
  const control = plans?.control, cycleS = plans?.plans.find(({ name }) => name === moment?.plan)?.diagram.cycleS ?? control?.cycleS ?? 0;
  return (
    <>
      {control && (
        <p className="control">
          <b>{words.kind(control.kind)}</b>, {words.cycleStages(plain(cycleS, Number.isInteger(cycleS) ? 0 : 1), plain(control.stageCount))}{moment?.plan ? `, ${words.planRuns(moment.plan)}` : ''}.{' '}
          {control.means.length > 0 ? words.priorityBy(control.means.map((one) => report.meansNamed(one)).join(', ')) : words.noPriority}.
          {control.beforeThePlan.map(({ who, level }) => ` ${words.beforeThePlan(who, level)}.`)}
        </p>
      )}
      {moment && <div className="why"><h3>{words.why}</h3><p>{whyInWords(moment.shown, moment.why, language)}</p></div>}
    </>
  );
}
