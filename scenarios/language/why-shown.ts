import { formatClock } from '../../engine/foundation/clock.ts';
import type { JunctionAt } from '../explain/junction-at.ts';
import type { Why } from '../explain/why-shown.ts';
import { frenchSpaces, type Language } from './language.ts';
import { numbersIn } from './numbers.ts';
import { answers, reasons, whoIs } from './priority.ts';

/** Why a junction shows what it shows, in one sentence: who has green, since when, and because of what. */
export function whyInWords(shown: NonNullable<JunctionAt['shown']>, why: Why, language: Language): string {
  const { stage, sinceS, green, changingSinceS } = shown, french = language === 'fr', who = green.join(', '), spaced = (text: string): string => (french ? frenchSpaces(text) : text);
  if (why.because === 'changing') {
    const since = formatClock(changingSinceS ?? sinceS);
    return spaced(french
      ? `Changement de phase depuis ${since}, après la phase ${stage} : chaque feu ouvre dès que ceux d’en face laissent le carrefour libre.`
      : `Changing over since ${since}, after stage ${stage}: each signal opens as soon as those against it leave the junction clear.`);
  }
  if (why.because === 'clearing') {
    return spaced(french
      ? `Dégagement après la phase ${stage} depuis ${formatClock(sinceS)} : le carrefour se vide avant que d’autres n’entrent.`
      : `Clearing after stage ${stage} since ${formatClock(sinceS)}: the junction empties before others come in.`);
  }
  const lets = who === '' ? (french ? 'Aucune voie n’a le vert' : 'Nobody has green') : french ? `Vert pour ${who}` : `Green for ${who}`;
  return spaced(french ? `${lets} depuis ${formatClock(sinceS)} (phase ${stage}) : ${because(why, language)}.` : `${lets} since ${formatClock(sinceS)} (stage ${stage}): ${because(why, language)}.`);
}

function because(why: Exclude<Why, { because: 'changing' } | { because: 'clearing' }>, language: Language): string {
  const french = language === 'fr', { plain } = numbersIn(language), seconds = (value: number): string => plain(value, Number.isInteger(value) ? 0 : 1);
  if ('decision' in why) {
    const { asker, decision: { answer, reason, untilS, timeS, givenBackS } } = why, who = whoIs(asker, language), what = answers[answer][language], reasoned = reasons[reason][language];
    if (why.because === 'givenBack') return french ? `elle garde ${seconds(givenBackS)} s de plus que prévu, qui lui avaient été prises pour ${who}` : `it lasts ${seconds(givenBackS)} s longer than planned, which had been taken from it for ${who}`;
    if (why.because === 'called') return french ? `${what} à ${formatClock(timeS)} pour ${who}, car ${reasoned}` : `${what} at ${formatClock(timeS)} for ${who}, because ${reasoned}`;
    if (why.because === 'cutShort') return french ? `la phase finira dès ${formatClock(untilS)} pour ${who} (${what}), car ${reasoned}` : `the stage will end as early as ${formatClock(untilS)} for ${who} (${what}), because ${reasoned}`;
    const until = answer === 'extension' && untilS >= 0 ? ` ${french ? 'jusqu’à' : 'until'} ${formatClock(untilS)}` : '';
    return french ? `${what}${until} pour ${who}, car ${reasoned}` : `${what}${until} for ${who}, because ${reasoned}`;
  }
  const plan = why.plan === '' ? (french ? 'le plan de feux' : 'the signal plan') : french ? `le plan « ${why.plan} »` : `the plan “${why.plan}”`;
  switch (why.because) {
    case 'plan': return french ? `${plan} lui donne ${seconds(why.longestS)} s` : `${plan} gives it ${seconds(why.longestS)} s`;
    case 'actuated': return french
      ? `le trafic décide de sa durée, entre ${seconds(why.shortestS)} et ${seconds(why.longestS)} s`
      : `traffic decides how long it lasts, from ${seconds(why.shortestS)} to ${seconds(why.longestS)} s`;
    case 'coordinated': return why.isCoordinatedStage
      ? (french ? 'phase coordonnée, elle garde le vert jusqu’à l’heure que fixe le plan pour l’onde verte' : 'the coordinated stage keeps green until the time that the plan has for the green wave')
      : french
        ? `elle dure tant que quelqu’un vient, de ${seconds(why.shortestS)} à ${seconds(why.longestS)} s, et laisse le reste à la phase coordonnée`
        : `it lasts while somebody comes, from ${seconds(why.shortestS)} to ${seconds(why.longestS)} s, and leaves the rest to the coordinated stage`;
    case 'longestQueue': return french ? 'le carrefour a choisi la phase devant laquelle attendaient le plus de véhicules' : 'the controller chose the stage for which most vehicles waited';
    case 'maxPressure': return french ? 'le carrefour a choisi la phase de plus forte pression : bien plus de véhicules devant elle que derrière' : 'the controller chose the stage of most pressure: many more vehicles before it than behind';
    case 'occupancyMaxPressure': return french ? 'le carrefour a choisi la phase de plus forte pression, comptée en personnes à bord' : 'the controller chose the stage of most pressure, counted in people aboard';
  }
}
