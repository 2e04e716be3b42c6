import { useViewer } from '../viewer-context.ts';
import type { NightHour } from './night-output.ts';

/** Streets are judged in this hour from now on. The clock goes there too, if the run has it: lamps on the map are those of the hour. */
export function useChooseHour(): (hour: NightHour) => void {
  const { session, player } = useViewer();
  return ({ hour, fromS }) => {
    const { clock } = player ?? {}, times = [hour * 3600, fromS].filter((timeS) => clock && timeS >= clock.fromS && timeS <= clock.untilS);
    session.setState(({ lighting, timeS }) => ({ lighting: { ...lighting, hour }, timeS: Math.floor(timeS / 3600) % 24 === hour ? timeS : times[0] ?? timeS }));
  };
}
