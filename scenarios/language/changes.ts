import type { Change } from '../changes/change.ts';
import { categoryWords } from './category-words.ts';
import type { Language } from './language.ts';
import { lampReplacementInWords } from './lamp-replacement-change.ts';
import { lightingChangeInWords } from './lighting-changes.ts';
import { numbersIn } from './numbers.ts';
import { conditionsInWords } from './priority-conditions.ts';
import { signalPlanInWords } from './signal-plan-change.ts';
import { weatherInWords } from './weather-change.ts';
import { trafficChangeInWords } from './traffic-changes.ts';
import { placeInWords } from './place-words.ts';
import { zoneInWords } from './zones.ts';

const CONTROL_FR = { 'longest-queue': 'la plus longue file', 'max-pressure': 'la plus forte pression', 'occupancy-max-pressure': 'la plus forte pression comptée en personnes' };
const CONTROL_EN = { 'longest-queue': 'the longest queue', 'max-pressure': 'the highest pressure', 'occupancy-max-pressure': 'the highest pressure counted in people' };

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
    case 'lamp-replacement': return lampReplacementInWords(change, language);
    case 'lighting-program':
    case 'switching-rule':
    case 'adaptive-lighting':
    case 'lighting-override':
    case 'communication-loss':
    case 'cabinet-control': return lightingChangeInWords(change, language);
    case 'headway':
    case 'timetable-shift':
    case 'run-time':
    case 'demand-growth':
    case 'passenger-growth':
    case 'event-crowd':
    case 'bus-lane':
    case 'bollard-hours':
    case 'speed-limit': return trafficChangeInWords(change, language);
    case 'bus-priority': {
      const where = change.controllers === 'all' ? (french ? 'tous les carrefours à feux' : 'all signal controllers') : change.controllers.join(', ');
      if (french) return change.enabled ? `Priorité aux bus activée : ${where}.` : `Priorité aux bus coupée : ${where}.`;
      return change.enabled ? `Bus priority switched on: ${where}.` : `Bus priority switched off: ${where}.`;
    }
    case 'signal-control': {
      const where = change.controllers === 'all' ? (french ? 'tous les carrefours à feux' : 'all signal controllers') : change.controllers.join(', ');
      const seconds = numbersIn(language).plain(change.decisionEveryS, 0);
      if (change.control === 'plan') return french ? `Feux commandés par leur plan : ${where}.` : `Signals run by their plan: ${where}.`;
      if (change.control === 'coordinated') {
        const stage = change.coordinatedStage, named = stage === undefined ? (french ? 'la plus longue' : 'the longest') : french ? `la phase ${stage}` : `stage ${stage}`;
        return french ? `Feux coordonnés : les autres phases finissent faute de trafic au profit de ${named} : ${where}.` : `Signals coordinated, the other stages ending for want of traffic in favour of ${named}: ${where}.`;
      }
      const metres = change.reachM === undefined ? '' : numbersIn(language).plain(change.reachM, 0);
      return french
        ? `Phase choisie toutes les ${seconds}\u00a0s selon ${CONTROL_FR[change.control]}${metres && `, vue sur ${metres}\u00a0m`} : ${where}.`
        : `Stage chosen every ${seconds} s by ${CONTROL_EN[change.control]}${metres && ` within ${metres} m`}: ${where}.`;
    }
    case 'weather-night': return weatherInWords(change, language);
    case 'signal-plan': return signalPlanInWords(change, language);
    case 'priority-rules': return rulesInWords(change, language);
    case 'transponders': return transpondersInWords(change, change.carriedBy, language);
    case 'preemption': return preemptionInWords(change, language);
    case 'emergency-trip': return tripInWords(change, language);
    case 'bus-holding': {
      const { plain, share } = numbersIn(language), where = change.lines === 'all' ? (french ? 'toutes les lignes' : 'all lines') : change.lines.join(', ');
      const at = french ? (change.everyStops === 1 ? 'à chaque arrêt' : `tous les ${change.everyStops} arrêts`) : change.everyStops === 1 ? 'at every stop' : `at every ${change.everyStops} stops`;
      if (change.hold === 'none') return french ? `Aucune régulation aux arrêts intermédiaires : ${where}.` : `No holding at stops on the way: ${where}.`;
      if (change.hold === 'timetable') return french ? `Attente de l’heure prévue ${at} : ${where}.` : `Vehicles wait for their timetabled time ${at}: ${where}.`;
      return french
        ? `Attente d’un intervalle d’au moins ${share(change.leastHeadwayShare)} de celui prévu, ${plain(change.longestStandS, 0)}\u00a0s au plus, ${at} : ${where}.`
        : `Vehicles wait until ${share(change.leastHeadwayShare)} of their timetabled headway has passed, standing ${plain(change.longestStandS, 0)} s at most, ${at}: ${where}.`;
    }
    case 'close-link':
      return french
        ? `Circulation interdite (${placeInWords(change.where, language)}) de ${change.from} à ${change.until}${exceptInWords(change.except, language)}.`
        : `Closed to traffic (${placeInWords(change.where, language)}) from ${change.from} to ${change.until}${exceptInWords(change.except, language)}.`;
    case 'close-lane':
      return french
        ? `Voie ${change.lane} en partant de la droite fermée (${placeInWords(change.where, language)}) de ${change.from} à ${change.until}${exceptInWords(change.except, language)}.`
        : `Lane ${change.lane} from the right closed (${placeInWords(change.where, language)}) from ${change.from} to ${change.until}${exceptInWords(change.except, language)}.`;
    case 'incident': {
      const { link, lane, from, until } = change, { plain } = numbersIn(language), fromM = plain(change.fromM, 0), lengthM = plain(change.lengthM, 0);
      return french
        ? `Incident (tronçon ${link}, voie ${lane} en partant de la droite, à ${fromM}\u00a0m du début, sur ${lengthM}\u00a0m) de ${from} à ${until}.`
        : `Incident (link ${link}, lane ${lane} from the right, ${fromM} m from its start, ${lengthM} m long) from ${from} to ${until}.`;
    }
    case 'limit-by-time':
      return french
        ? `Vitesse limitée à ${change.limitKmh}\u00a0km/h (${placeInWords(change.where, language)}) de ${change.from} à ${change.until}.`
        : `Speed limit of ${change.limitKmh} km/h (${placeInWords(change.where, language)}) from ${change.from} to ${change.until}.`;
    case 'divert':
      return french
        ? `Déviation du tronçon ${change.around} par ${change.via.join(', ')} de ${change.from} à ${change.until}.`
        : `Detour around link ${change.around} by ${change.via.join(', ')} from ${change.from} to ${change.until}.`;
  }
}

function rulesInWords(change: Rules, language: Language): string {
  const { plain } = numbersIn(language), french = language === 'fr', where = change.controllers === 'all' ? (french ? 'tous les carrefours prioritaires' : 'all junctions with priority') : change.controllers.join(', ');
  const { longestExtensionS, earlyGreen, shortestStageS, clearQueueS, passingMarginS, lockoutCycles, recoveryCycles, compensationCycles, keepsOffset } = change, cycles = (count: number): string => `${plain(count, 0)} cycle${count > 1 || (!french && count !== 1) ? 's' : ''}`;
  const said = [
    longestExtensionS === undefined ? '' : french ? `prolongation du vert de ${plain(longestExtensionS, 0)}\u00a0s au plus` : `green prolonged by ${plain(longestExtensionS, 0)} s at most`,
    earlyGreen === undefined ? '' : french ? (earlyGreen ? 'vert anticipé' : 'sans vert anticipé') : earlyGreen ? 'early green' : 'no early green',
    ...otherMeansInWords(change, language),
    shortestStageS === undefined ? '' : french ? `phases écourtées d’au moins ${plain(shortestStageS, 0)}\u00a0s` : `shortened stages of at least ${plain(shortestStageS, 0)} s`,
    passingMarginS === undefined ? '' : french ? `vert tenu jusqu’à ${plain(passingMarginS, 0)}\u00a0s après l’heure prévue du bus` : `green held until ${plain(passingMarginS, 0)} s after the bus is expected`,
    clearQueueS === undefined ? '' : french ? `vert avancé ${plain(clearQueueS, 0)}\u00a0s avant l’arrivée du bus` : `early green ${plain(clearQueueS, 0)} s before the bus comes`,
    lockoutCycles === undefined ? '' : french ? `${cycles(lockoutCycles)} d’attente après chaque priorité` : `${cycles(lockoutCycles)} of lockout after each priority`,
    recoveryCycles === undefined ? '' : french ? (recoveryCycles > 0 ? `retour au plan en ${cycles(recoveryCycles)}` : 'sans retour imposé au plan') : recoveryCycles > 0 ? `back on plan within ${cycles(recoveryCycles)}` : 'no set return to the plan',
    compensationCycles === undefined ? '' : french ? (compensationCycles > 0 ? `vert pris rendu en ${cycles(compensationCycles)}` : 'vert pris non rendu') : compensationCycles > 0 ? `green given back within ${cycles(compensationCycles)}` : 'no green given back',
    keepsOffset === undefined ? '' : french ? (keepsOffset ? 'décalage entre carrefours conservé' : 'décalage entre carrefours non conservé') : keepsOffset ? 'in step with neighbouring junctions' : 'not kept in step with neighbouring junctions',
    ...conditionsInWords(change, language),
  ].filter((one) => one !== '').join(', ');
  return french ? `Règles de priorité aux bus (${where}) : ${said}.` : `Rules of bus priority (${where}): ${said}.`;
}

const CARRIERS = { buses: { fr: 'bus', en: 'buses' }, trams: { fr: 'trams', en: 'trams' }, 'buses-and-trams': { fr: 'bus et trams', en: 'buses and trams' }, emergency: { fr: 'véhicules de secours', en: 'emergency vehicles' } };

/** What vehicles call signals with; nothing of what is not said. */
export function transpondersInWords(change: Omit<Extract<Change, { change: 'transponders' }>, 'change' | 'why' | 'carriedBy'>, carriedBy: keyof typeof CARRIERS, language: Language): string {
  const { checkInM, renewEveryS, positionErrorM, latencyS, lossShare, signsOff } = change, { plain, share } = numbersIn(language), french = language === 'fr', nbsp = '\u00a0', seconds = (value: number): string => plain(value, Number.isInteger(value) ? 0 : 1);
  const said = [
    checkInM === undefined ? '' : french ? `premier appel à ${plain(checkInM, 0)}${nbsp}m du feu` : `first call ${plain(checkInM, 0)} m before the signal`,
    renewEveryS === undefined ? '' : french ? `appels toutes les ${seconds(renewEveryS)}${nbsp}s` : `calls every ${seconds(renewEveryS)} s`,
    positionErrorM === undefined ? '' : french ? `position connue à ${plain(positionErrorM, 0)}${nbsp}m près (écart type)` : `position known to ${plain(positionErrorM, 0)} m (standard deviation)`,
    latencyS === undefined ? '' : french ? `messages reçus ${seconds(latencyS)}${nbsp}s après` : `messages heard ${seconds(latencyS)} s later`,
    lossShare === undefined ? '' : french ? `${share(lossShare)} des messages perdus` : `${share(lossShare)} of messages lost`,
    signsOff === undefined ? '' : french ? (signsOff ? 'passage signalé' : 'passage non signalé') : signsOff ? 'passing is told' : 'passing is not told',
  ].filter((one) => one !== '').join(', ');
  return french ? `Équipement de priorité (${CARRIERS[carriedBy].fr}) : ${said}.` : `Equipment for priority (${CARRIERS[carriedBy].en}): ${said}.`;
}

type Rules = Extract<Change, { change: 'priority-rules' }>;

function otherMeansInWords({ skip, insertion, rotation }: Rules, language: Language): string[] {
  const french = language === 'fr', said = (allowed: boolean | undefined, fr: string, en: string): string => (allowed === undefined ? '' : french ? `${allowed ? '' : 'sans '}${fr}` : `${allowed ? '' : 'no '}${en}`);
  return [said(skip, 'escamotage de phases', 'skipping of stages'), said(insertion, 'phase intercalée', 'inserted stage'), said(rotation, 'rotation des phases', 'rotation of stages')];
}

const LEVELS = {
  none: { fr: 'aucun passage avant le plan de feux', en: 'no going before the signal plan' },
  hold: { fr: 'vert tenu jusqu’à leur passage', en: 'green held until they have passed' },
  absolute: { fr: 'priorité absolue', en: 'absolute priority' },
  emergency: { fr: 'onde verte, avant tous les autres', en: 'a green wave, before all others' },
} as const;

/** Who goes before the plan of which controllers, and how far. */
export function preemptionInWords({ controllers, vehicles, level, leastClearS, recoveryCycles }: Extract<Change, { change: 'preemption' }>, language: Language): string {
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

function exceptInWords(except: readonly (keyof typeof categoryWords)[] | undefined, language: Language): string {
  if (!except || except.length === 0) return '';
  return `${language === 'fr' ? ', sauf ' : ', except for '}${except.map((name) => categoryWords[name][language]).join(', ')}`;
}
