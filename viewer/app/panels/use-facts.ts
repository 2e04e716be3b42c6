import { thingWordsFor } from '../session/words.ts';
import { useSession, useViewer } from '../viewer-context.ts';
import type { FactContext } from './fact.ts';

/** What facts are made from at this moment. Components that use it follow the clock. */
export function useFactContext(): FactContext {
  const { city, player } = useViewer();
  const language = useSession((session) => session.language);
  const timeS = useSession((session) => session.timeS);
  const shown = useSession((session) => session.shown);
  return { city, twin: city.twin, timeS, shown, language, words: thingWordsFor(language), lampShare: (lamp) => player?.lampShares()[player.lampGroupOf()[lamp]!] ?? 0 };
}
