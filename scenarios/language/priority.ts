import { formatClock } from '../../engine/foundation/clock.ts';
import type { Asker, Decision, JunctionAt, Reason, RequestStory } from '../explain/junction-at.ts';
import { frenchSpaces, type Language } from './language.ts';
import { numbersIn } from './numbers.ts';

type Say = { fr: string; en: string };

/** Why a controller answered as it did, after 'because' or on its own. */
export const reasons: Readonly<Record<Reason, Say>> = {
  none: { fr: 'sans raison notée', en: 'no reason was noted' },
  comesOnGreen: { fr: 'le feu est déjà vert à son arrivée prévue', en: 'its signal is green anyway when it is due' },
  missesGreen: { fr: 'son vert aurait fini juste avant son passage', en: 'its green would have ended just before it came' },
  comesOnRed: { fr: 'il arrive avant que son vert ne commence', en: 'it comes before its green begins' },
  beyondLongest: { fr: 'il faudrait un vert plus long que le maximum permis', en: 'it would take a longer green than is ever allowed' },
  lockout: { fr: 'un autre véhicule vient d’être servi et le délai entre deux priorités court encore', en: 'another vehicle was served a short while ago and the lockout still runs' },
  planTooFarOff: { fr: 'le plan de feux ne pourrait pas être rattrapé assez vite', en: 'the signal plan could not be regained soon enough' },
  atShortest: { fr: 'la phase en cours ne peut pas être plus courte', en: 'the running stage cannot be any shorter' },
  anotherFirst: { fr: 'un autre véhicule a demandé le contraire avant lui', en: 'another vehicle asked for the opposite before' },
  noSuchMeans: { fr: 'les règles de ce carrefour ne le permettent pas', en: 'the rules of this junction do not allow it' },
  notLate: { fr: 'le véhicule n’est pas assez en retard', en: 'the vehicle is not late enough' },
  tooCloseBehind: { fr: 'le véhicule suit de trop près le précédent de sa ligne', en: 'the vehicle follows the one before of its line too closely' },
  tooFewAboard: { fr: 'trop peu de personnes à bord', en: 'too few people are aboard' },
  otherLineClass: { fr: 'sa ligne n’est pas de celles que ce carrefour sert', en: 'its line is not of those that this junction serves' },
  outOfHours: { fr: 'le carrefour ne sert personne à cette heure', en: 'this junction serves nobody at this time of the day' },
  beforeThePlan: { fr: 'les véhicules de son espèce passent ici avant le plan de feux', en: 'vehicles of its kind go before the signal plan here' },
  greenTaken: { fr: 'du vert lui avait été pris pour une priorité', en: 'green had been taken from it for priority' },
  planChanged: { fr: 'le carrefour a changé de plan de feux', en: 'the junction has changed its signal plan' },
  absoluteFirst: { fr: 'un véhicule à priorité absolue passe d’abord', en: 'a vehicle with absolute priority goes first' },
  planBeingRegained: { fr: 'le carrefour rejoint son plan de feux après une priorité absolue', en: 'the junction is regaining its plan after an absolute priority' },
  solvedTogether: { fr: 'c’est ce qui coûte le moins à tous ceux qui demandent, pris ensemble', en: 'it costs all who ask the least, taken together' },
  tooManyAsk: { fr: 'plus de véhicules demandent que le carrefour n’en peut concilier, et il a été entendu après eux', en: 'more ask than this junction can settle together, and it was heard after them' },
  signedOff: { fr: 'le véhicule a signalé son passage', en: 'the vehicle signed off' },
  withdrawn: { fr: 'le véhicule a retiré sa demande', en: 'the vehicle withdrew' },
  othersWaitTooLong: { fr: 'd’autres attendraient plus longtemps que la limite du carrefour', en: 'others would wait longer than is allowed at this junction' },
  stageAskedFor: { fr: 'quelqu’un attend une phase qu’il faudrait escamoter', en: 'somebody waits for a stage that would have to be left out' },
  notRenewed: { fr: 'la demande n’a plus été renouvelée', en: 'the request was not renewed' },
};

/** What was answered. */
export const answers: Readonly<Record<Decision['answer'], Say>> = {
  none: { fr: 'sans réponse', en: 'no answer' },
  notNeeded: { fr: 'rien à faire', en: 'nothing to do' },
  extension: { fr: 'vert prolongé', en: 'green prolonged' },
  earlyGreen: { fr: 'vert avancé', en: 'green brought forward' },
  refused: { fr: 'refusé', en: 'refused' },
  passed: { fr: 'passé', en: 'passed' },
  dropped: { fr: 'demande close', en: 'request closed' },
  skip: { fr: 'phases sans demande escamotées', en: 'stages that nobody asks for left out' },
  insertion: { fr: 'phase intercalée', en: 'stage inserted' },
  rotation: { fr: 'ordre des phases changé', en: 'order of the stages changed' },
  stageCalled: { fr: 'phase appelée hors tour', en: 'stage called out of turn' },
  givenBack: { fr: 'vert rendu', en: 'green given back' },
  notGivenBack: { fr: 'vert non rendu', en: 'green not given back' },
  heldUntilPassed: { fr: 'vert tenu jusqu’à son passage', en: 'green held until it has passed' },
};

/** What a junction showed and why, line by line. Every figure comes from a row of the run. */
export function junctionInWords({ controller, streets, atS, shown, requests }: JunctionAt, language: Language): string[] {
  const say = (text: Say): string => (language === 'fr' ? frenchSpaces(text.fr) : text.en), { plain } = numbersIn(language);
  const list = (names: readonly string[]): string => (names.length > 0 ? names.join(', ') : say({ fr: 'aucune voie', en: 'nobody' }));
  const where = streets.some((street) => street !== '') ? ` (${list(streets)})` : '', lines = [`${controller}${where}, ${formatClock(atS)}`];
  if (!shown) lines.push(say({ fr: 'Cette simulation ne montre pas ce carrefour à cette heure.', en: 'This run does not show this junction at this time.' }));
  else {
    const since = formatClock(shown.sinceS), lastedS = shown.untilS === undefined ? undefined : shown.untilS - shown.sinceS, number = shown.stage;
    const lasted = lastedS === undefined ? undefined : plain(lastedS, decimals(lastedS));
    if (shown.changingSinceS !== undefined) lines.push(say({ fr: `En changement de phase depuis ${formatClock(shown.changingSinceS)}, après la phase ${number} ; vert pour : ${list(shown.green)}.`, en: `Changing over since ${formatClock(shown.changingSinceS)}, after stage ${number}; green for: ${list(shown.green)}.` }));
    else lines.push(shown.isStage
      ? say({ fr: `Phase ${number} depuis ${since} ; vert pour : ${list(shown.green)}.`, en: `Stage ${number} since ${since}; green for: ${list(shown.green)}.` })
      : say({ fr: `Dégagement après la phase ${number} depuis ${since}.`, en: `Clearing after stage ${number} since ${since}.` }));
    if (lasted !== undefined && shown.changingSinceS === undefined) lines.push(say({ fr: `Il a duré ${lasted} s ; le plan en prévoit ${plain(shown.plannedS, decimals(shown.plannedS))}.`, en: `It lasted ${lasted} s; the plan has ${plain(shown.plannedS, decimals(shown.plannedS))}.` }));
  }
  if (requests.length === 0) lines.push(say({ fr: 'Aucun bus ni tram ne demandait la priorité.', en: 'No bus or tram asked for priority.' }));
  for (const request of requests) lines.push('', ...requestInWords(request, language));
  return lines;
}

const decimals = (value: number): number => (Number.isInteger(value) ? 0 : 1);

/** Line and vehicle of who asked. */
export const whoIs = ({ line, vehicle, departure }: Asker, language: Language): string => {
  const name = vehicle || String(departure);
  if (line === '') return language === 'fr' ? `Véhicule ${name}` : `Vehicle ${name}`;
  return language === 'fr' ? `Ligne ${line} (${name})` : `Line ${line} (${name})`;
};

/** One request: who asks, then what was answered, line by line. */
export function requestInWords(request: RequestStory, language: Language): string[] {
  const { askedS, lateS, bandS, towards, decisions } = request, { plain } = numbersIn(language), from = towards.join(', ');
  const late = lateS >= 0
    ? { fr: `${plain(lateS)} s de retard au dernier arrêt`, en: `${plain(lateS)} s late at its last stop` }
    : { fr: `${plain(-lateS)} s d’avance au dernier arrêt`, en: `${plain(-lateS)} s early at its last stop` };
  const head = language === 'fr'
    ? `${whoIs(request, language)}, venant de ${from}, entendu dès ${formatClock(askedS)}, ${late.fr}, prévu à ± ${plain(bandS, 1)} s`
    : `${whoIs(request, language)}, coming from ${from}, first heard at ${formatClock(askedS)}, ${late.en}, expected to within ± ${plain(bandS, 1)} s`;
  return [language === 'fr' ? frenchSpaces(head) : head, ...decisions.map((decision) => `  ${decisionInWords(decision, language)}`)];
}

/** What the row says of the reason: with how many others it was settled, how close, how full, and who stood in the way. */
function detailsInWords({ reason, other, headwayShare, aboardCount, togetherCount }: Decision, language: Language): string {
  const { plain, share } = numbersIn(language), french = language === 'fr', details: string[] = [];
  if (togetherCount > 0) details.push(french ? `calculé avec ${plain(togetherCount)} autre${togetherCount > 1 ? 's' : ''} demande${togetherCount > 1 ? 's' : ''}` : `worked out with ${plain(togetherCount)} other request${togetherCount > 1 ? 's' : ''}`);
  if (reason === 'tooCloseBehind') details.push(french ? `${share(headwayShare)} de l’intervalle prévu` : `${share(headwayShare)} of the timetabled headway`);
  if (reason === 'tooFewAboard') details.push(french ? `${plain(aboardCount)} à bord` : `${plain(aboardCount)} aboard`);
  if (other !== undefined) details.push(whoIs(other, language));
  return details.length === 0 ? '' : ` (${details.join(', ')})`;
}

/** Compensation as a sentence: how much green which stage has got back, or has not. */
function compensationInWords({ timeS, answer, reason, stage, givenBackS }: Decision, language: Language): string {
  const { plain } = numbersIn(language), at = formatClock(timeS), isGiven = answer === 'givenBack', seconds = plain(givenBackS, decimals(givenBackS));
  if (language === 'fr') return frenchSpaces(`${at}  ${answers[answer].fr} à la phase ${stage} : ${isGiven ? `${seconds} s de plus que prévu, car` : `${seconds} s,`} ${reasons[reason].fr}.`);
  return `${at}  ${answers[answer].en} to stage ${stage}: ${isGiven ? `${seconds} s more than planned, for` : `${seconds} s,`} ${reasons[reason].en}.`;
}

/** One row of decisions as a sentence. */
export function decisionInWords(decision: Decision, language: Language): string {
  const { timeS, answer, reason, arrivesS, untilS, gainS, costVehicleS } = decision;
  if (answer === 'givenBack' || answer === 'notGivenBack') return compensationInWords(decision, language);
  const { plain } = numbersIn(language), french = language === 'fr', at = formatClock(timeS), due = formatClock(arrivesS);
  const why = french ? reasons[reason].fr : reasons[reason].en, what = french ? answers[answer].fr : answers[answer].en;
  // Who goes before the plan is given green for as long as it takes.
  const isHeld = answer === 'extension', isOpenEnded = answer === 'heldUntilPassed' || answer === 'stageCalled';
  const effect = untilS < 0 || isOpenEnded ? '' : french
    ? (isHeld ? ` jusqu’à ${formatClock(untilS)}` : `, la phase en cours finit à ${formatClock(untilS)}`)
    : (isHeld ? ` until ${formatClock(untilS)}` : `, the running stage ends at ${formatClock(untilS)}`);
  const cost = untilS < 0 ? '' : french
    ? ` ; gain ${plain(gainS)} s pour lui, coût estimé pour les autres ${plain(costVehicleS)} s au total`
    : `; it gains ${plain(gainS)} s, the others lose about ${plain(costVehicleS)} s in all`;
  const expected = answer === 'passed'
    ? (french ? ` ; il avait été prévu à ${due}` : `; it had been expected at ${due}`)
    : answer === 'dropped' ? '' : french ? ` ; prévu à ${due}` : `; due at ${due}`;
  const sentence = `${at}  ${what}${effect}${french ? ' : ' : ': '}${why}${detailsInWords(decision, language)}${expected}${cost}.`;
  return french ? frenchSpaces(sentence) : sentence;
}
