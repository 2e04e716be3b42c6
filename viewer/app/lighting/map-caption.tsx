import { createPortal } from 'react-dom';
import { zoneInWords } from '../../../scenarios/language/zones.ts';
import { lightingWordsFor } from '../session/words.ts';
import { useSession } from '../viewer-context.ts';
import { clockText, hourText } from './clock-text.ts';

/** On the map, beside the panel: which hour its streets are judged in, and which its lamps show. */
export function MapCaption({ hour }: { hour: number }) {
  const language = useSession((state) => state.language), words = lightingWordsFor(language), zone = useSession((state) => state.lighting.zone);
  const clockMin = useSession(({ timeS }) => Math.floor(Math.max(0, timeS) / 60)), range = words.hourRange(hourText(hour), hourText((hour + 1) % 24));
  // Not read aloud as the clock runs. Out of the panel, which cuts off what leaves it.
  return createPortal(<p className="map-caption panel" role="status" aria-live="off">{words.onMapNow(zoneInWords(zone, language), range, clockText(clockMin))}</p>, document.querySelector('.viewer')!);
}
