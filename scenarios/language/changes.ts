import type { Change } from '../changes/change.ts';
import type { Language } from './language.ts';
import { numbersIn } from './numbers.ts';
import { zoneInWords } from './zones.ts';

/** What a change does, in a sentence. */
export function changeInWords(change: Change, language: Language): string {
  const french = language === 'fr';
  switch (change.change) {
    case 'dim-lamps': {
      const { from, until } = change, zone = zoneInWords(change.zone, language), share = numbersIn(language).share(change.outputShare);
      return french
        ? `Éclairage (${zone}) abaissé à ${share} au plus du flux nominal, de ${from} à ${until}.`
        : `Lighting (${zone}) dimmed to ${share} of full output at most, from ${from} to ${until}.`;
    }
    case 'bus-priority': {
      const where = change.controllers === 'all' ? (french ? 'tous les carrefours à feux' : 'all signal controllers') : change.controllers.join(', ');
      if (french) return change.enabled ? `Priorité aux bus activée : ${where}.` : `Priorité aux bus coupée : ${where}.`;
      return change.enabled ? `Bus priority switched on: ${where}.` : `Bus priority switched off: ${where}.`;
    }
  }
}
