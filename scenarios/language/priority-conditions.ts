import type { Change } from '../changes/change.ts';
import type { Language } from './language.ts';
import { numbersIn } from './numbers.ts';

/** What a vehicle has to be for a junction to serve it, as a change of rules says it. */
export type Conditions = Pick<Extract<Change, { change: 'priority-rules' }>, 'leastLateS' | 'leastHeadwayShare' | 'leastAboardCount' | 'lineClasses' | 'servesFrom' | 'servesUntil' | 'competing'>;

/** Whom a junction serves, and who first; nothing of what is not said. */
export function conditionsInWords({ leastLateS, leastHeadwayShare, leastAboardCount, lineClasses, servesFrom, servesUntil, competing }: Conditions, language: Language): string[] {
  const { plain, share } = numbersIn(language), french = language === 'fr', structuringOnly = lineClasses && !lineClasses.includes('ordinary'), ordinaryOnly = lineClasses && !lineClasses.includes('structuring');
  return [
    leastLateS === undefined ? '' : leastLateS <= -3600 ? (french ? 'pour tous les bus' : 'for every bus') : french ? `à partir de ${plain(leastLateS, 0)}\u00a0s de retard` : `from ${plain(leastLateS, 0)} s late`,
    leastHeadwayShare === undefined ? '' : french ? `à partir de ${share(leastHeadwayShare)} de l’intervalle prévu` : `from ${share(leastHeadwayShare)} of the timetabled headway`,
    leastAboardCount === undefined ? '' : french ? `à partir de ${plain(leastAboardCount, 0)} personnes à bord` : `from ${plain(leastAboardCount, 0)} people aboard`,
    lineClasses === undefined ? '' : french
      ? (structuringOnly ? 'pour les seules lignes structurantes' : ordinaryOnly ? 'pour les seules lignes ordinaires' : 'pour toutes les lignes')
      : structuringOnly ? 'for structuring lines only' : ordinaryOnly ? 'for ordinary lines only' : 'for all lines',
    servesFrom === undefined ? '' : french ? `dès ${servesFrom}` : `from ${servesFrom}`,
    servesUntil === undefined ? '' : french ? `jusqu’à ${servesUntil}` : `until ${servesUntil}`,
    competing === undefined ? '' : french
      ? (competing === 'exact' ? 'demandes concurrentes réglées ensemble' : 'premier arrivé, premier servi')
      : competing === 'exact' ? 'competing requests settled together' : 'first come, first served',
  ];
}

const LEVELS = {
  none: { fr: 'aucun passage avant le plan de feux', en: 'no going before the signal plan' },
  hold: { fr: 'vert tenu jusqu’à leur passage', en: 'green held until they have passed' },
  absolute: { fr: 'priorité absolue', en: 'absolute priority' },
  emergency: { fr: 'onde verte, avant tous les autres', en: 'a green wave, before all others' },
} as const;

function preemptionInWords({ controllers, vehicles, level, leastClearS, recoveryCycles }: Extract<Change, { change: 'preemption' }>, language: Language): string {
  const { plain } = numbersIn(language), french = language === 'fr', where = controllers === 'all' ? (french ? 'tous les carrefours à feux' : 'all signal controllers') : controllers.join(', ');
  const who = categoryWords[vehicles][language], what = LEVELS[level][language];
  if (level === 'none' || level === 'hold') return french ? `Feux (${where}), ${who} : ${what}.` : `Signals (${where}), ${who}: ${what}.`;
  return french
    ? `Feux (${where}), ${who} : ${what}, vert au moins ${plain(leastClearS, 0)}\u00a0s avant leur passage, plan repris en ${plain(recoveryCycles, 0)} cycle${recoveryCycles > 1 ? 's' : ''}.`
    : `Signals (${where}), ${who}: ${what}, green at least ${plain(leastClearS, 0)} s before they come, back on plan within ${plain(recoveryCycles, 0)} cycle${recoveryCycles === 1 ? '' : 's'}.`;
}

function tripInWords({ from, to, at }: Extract<Change, { change: 'emergency-trip' }>, language: Language): string {
  return language === 'fr'
    ? `Véhicule de secours (${placeInWords(from, language)} → ${placeInWords(to, language)}), départ à ${at.join(', ')}.`
    : `Emergency vehicle (${placeInWords(from, language)} → ${placeInWords(to, language)}), leaving at ${at.join(', ')}.`;
}
