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
