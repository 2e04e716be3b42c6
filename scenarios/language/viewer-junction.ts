import type { JunctionControl } from '../explain/junction-control.ts';
import type { Dictionary } from './language.ts';

type Kind = JunctionControl['kind'];
type Before = JunctionControl['beforeThePlan'][number];
/** Figures that another priority may be tried with, named as the change `priority-rules` names them. */
type TrialFigure = 'longestExtensionS' | 'leastLateS' | 'lockoutCycles' | 'recoveryCycles' | 'compensationCycles';

const kindsFr: Readonly<Record<Kind, string>> = {
  plan: 'Plan de feux à durées fixes', actuated: 'Durées selon le trafic', coordinated: 'Coordonné avec ses voisins', longestQueue: 'Choisit sa phase par la plus longue file',
  maxPressure: 'Choisit sa phase par la pression', occupancyMaxPressure: 'Choisit sa phase par la pression, en personnes',
};
const kindsEn: Readonly<Record<Kind, string>> = {
  plan: 'Signal plan with fixed times', actuated: 'Times decided by traffic', coordinated: 'Coordinated with its neighbours', longestQueue: 'Chooses its stage by the longest queue',
  maxPressure: 'Chooses its stage by pressure', occupancyMaxPressure: 'Chooses its stage by pressure, in people',
};
const levelsFr: Readonly<Record<Before['level'], string>> = { hold: 'vert tenu jusqu’à leur passage', absolute: 'priorité absolue', emergency: 'avant tous les autres' };
const levelsEn: Readonly<Record<Before['level'], string>> = { hold: 'green held until they have passed', absolute: 'absolute priority', emergency: 'before all others' };
const whoFr: Partial<Readonly<Record<Before['who'][number], string>>> = { bus: 'bus', tram: 'trams', emergency: 'véhicules de secours' };
const whoEn: Partial<Readonly<Record<Before['who'][number], string>>> = { bus: 'buses', tram: 'trams', emergency: 'emergency vehicles' };

const trialFiguresFr: Readonly<Record<TrialFigure, string>> = {
  longestExtensionS: 'prolongation du vert, au plus', leastLateS: 'seulement les bus en retard d’au moins', lockoutCycles: 'aucun autre bus ensuite pendant', recoveryCycles: 'retour au plan en',
  compensationCycles: 'vert pris rendu en, au plus',
};
const trialFiguresEn: Readonly<Record<TrialFigure, string>> = {
  longestExtensionS: 'green extension, at most', leastLateS: 'only buses late by at least', lockoutCycles: 'no other bus afterwards for', recoveryCycles: 'back on plan within',
  compensationCycles: 'green that was taken given back within',
};

/** What the panel of a junction says. */
export const junctionWords = {
  cycleStages: { fr: (cycle: string, stages: string) => `cycle de ${cycle} s, ${stages} phases`, en: (cycle: string, stages: string) => `cycle of ${cycle} s, ${stages} stages` },
  kind: { fr: (kind: Kind) => kindsFr[kind], en: (kind: Kind) => kindsEn[kind] },
  planRuns: { fr: (plan: string) => `plan « ${plan} » en cours`, en: (plan: string) => `plan “${plan}” runs` },
  priorityBy: { fr: (means: string) => `Priorité aux bus : ${means}`, en: (means: string) => `Priority for buses: ${means}` },
  noPriority: { fr: 'Pas de priorité aux bus', en: 'No priority for buses' },
  beforeThePlan: {
    fr: (who: readonly Before['who'][number][], level: Before['level']) => `Avant le plan : ${who.map((one) => whoFr[one] ?? one).join(', ')} (${levelsFr[level]})`,
    en: (who: readonly Before['who'][number][], level: Before['level']) => `Before the plan: ${who.map((one) => whoEn[one] ?? one).join(', ')} (${levelsEn[level]})`,
  },
  why: { fr: 'Pourquoi, en ce moment', en: 'Why, at this moment' },
  signals: { fr: 'Les feux, minute par minute', en: 'Signals, minute by minute' },
  stage: { fr: (stage: string) => `phase ${stage}`, en: (stage: string) => `stage ${stage}` },
  stripLegend: { fr: 'un bus ou un tram demande la priorité ; trait : réponse du carrefour. Faites glisser pour changer l’heure.', en: 'a bus or tram asks for priority; stroke: what the junction answered. Drag to change the time.' },
  shownGreen: { fr: 'vert', en: 'green' },
  shownPermissive: { fr: 'vert, cède', en: 'green, yields' },
  shownAmber: { fr: 'jaune', en: 'amber' },
  shownRed: { fr: 'rouge', en: 'red' },
  shownDark: { fr: 'éteint', en: 'dark' },
  changeBefore: { fr: 'Changement précédent', en: 'Change before' },
  changeAfter: { fr: 'Changement suivant', en: 'Next change' },
  groupsLeftOut: { fr: (count: string) => `${count} autres lignes de feux ne sont pas dessinées.`, en: (count: string) => `${count} more signal groups are not drawn.` },
  requests: { fr: 'Demandes de priorité autour de cet instant', en: 'Priority requests around this moment' },
  noRequests: { fr: 'Aucun bus ni tram ne demande la priorité en ce moment.', en: 'No bus or tram asks for priority at this moment.' },
  requestsLeftOut: { fr: (count: string) => `${count} autres demandes en cinq minutes ne sont pas listées.`, en: (count: string) => `${count} more requests in five minutes are not listed.` },
  requestsMore: { fr: (count: string) => `Et ${count} de plus : avancez l’heure pour les voir.`, en: (count: string) => `And ${count} more: move the clock to see them.` },
  figures: { fr: 'Sur toute la simulation', en: 'Over the whole run' },
  difference: { fr: 'B − A', en: 'B − A' },
  busStopLine: { fr: 'Perdu par bus ou tram devant les feux', en: 'Lost by a bus or tram before the signals' },
  busPassages: { fr: 'Passages de bus et trams', en: 'Passages of buses and trams' },
  busDelay: { fr: 'Temps perdu par bus', en: 'Delay of a bus' },
  tramDelay: { fr: 'Temps perdu par tram', en: 'Delay of a tram' },
  otherDelay: { fr: 'Temps perdu par autre véhicule', en: 'Delay of another vehicle' },
  personDelay: { fr: 'Temps perdu par personne', en: 'Delay of a person' },
  longestQueue: { fr: 'File la plus longue', en: 'Longest queue' },
  failures: { fr: 'Verts trop courts', en: 'Greens too short' },
  asked: { fr: 'Demandes de priorité', en: 'Priority requests' },
  served: { fr: 'dont servies', en: 'of them served' },
  noRecord: {
    fr: 'Le temps perdu des autres véhicules et les files ne sont relevés que si la simulation est lancée avec « npx jumeau start --junctions ».',
    en: 'Delay of other traffic and queues are recorded only when the run is started by “npx jumeau start --junctions”.',
  },
  oneSeed: { fr: 'Une seule simulation de chaque côté : un écart peut être dû au hasard. « npx jumeau report priority » en donne l’intervalle.', en: 'One run on each side: a difference may be chance. “npx jumeau report priority” gives its interval.' },
  notRecorded: { fr: 'Cette simulation n’a rien enregistré de ce carrefour à cette heure.', en: 'This run recorded nothing of this junction at this time.' },
  loading: { fr: 'chargement …', en: 'loading …' },
  failed: { fr: 'Ce carrefour n’a pas pu être lu.', en: 'This junction could not be read.' },
  trial: { fr: 'Essayer une autre priorité ici', en: 'Try another priority here' },
  trialAbout: {
    fr: 'Réglez, enregistrez le fichier, puis lancez la commande : la réponse vient de plusieurs simulations, avec son intervalle.',
    en: 'Set it, save the file, then run the command: the answer comes from several runs, with its interval.',
  },
  trialGiven: { fr: 'priorité aux bus', en: 'priority for buses' },
  trialFigure: { fr: (name: TrialFigure) => trialFiguresFr[name], en: (name: TrialFigure) => trialFiguresEn[name] },
  trialCycles: { fr: 'cycles', en: 'cycles' },
  trialAsNow: { fr: 'inchangé', en: 'as now' },
  trialSame: { fr: 'Rien ne diffère encore de ce que fait ce carrefour dans la ville telle qu’elle est.', en: 'Nothing differs yet from what this junction does in the city as it is.' },
  trialSave: { fr: (file: string) => `Enregistrer ${file}`, en: (file: string) => `Save ${file}` },
  trialThen: { fr: 'Puis, là où le fichier est enregistré :', en: 'Then, where the file is saved:' },
  trialOwnCity: { fr: 'Pour une ville à vous, ajoutez « --city votre-ville.twin ».', en: 'For a city of your own, add “--city your-city.twin”.' },
  trialWhy: { fr: (name: string) => `Essai d’une autre priorité au carrefour ${name}`, en: (name: string) => `Trial of another priority at junction ${name}` },
  plan: { fr: 'Plan de feux', en: 'Signal plan' },
  planOf: { fr: (name: string) => `Plan de feux « ${name} »`, en: (name: string) => `Signal plan “${name}”` },
  planAbout: {
    fr: (kind: Kind, stage: string, hasPriority: boolean) => {
      switch (kind) {
        case 'plan': return hasPriority ? 'Le plan sans aucune demande : la priorité en change les durées.' : 'Les feux suivent ce plan à la seconde.';
        case 'actuated': return 'Les durées inscrites au plan : le trafic décide des vraies.';
        case 'coordinated': return `Chaque phase à sa durée prévue : ce que les autres laissent va à la phase ${stage}.`;
        default: return 'Ce que montre chaque phase : ni l’ordre ni les durées du plan ne sont suivis.';
      }
    },
    en: (kind: Kind, stage: string, hasPriority: boolean) => {
      switch (kind) {
        case 'plan': return hasPriority ? 'The plan without any request: priority alters its times.' : 'The signals follow this plan to the second.';
        case 'actuated': return 'The times written in the plan: traffic decides the true ones.';
        case 'coordinated': return `Every stage at its planned length: what the others leave goes to stage ${stage}.`;
        default: return 'What each stage shows: neither order nor times of the plan are followed.';
      }
    },
  },
  corridor: { fr: (side: string) => `La ligne qui y passe le plus, un quart d’heure${side && ` (${side})`}`, en: (side: string) => `The line that passes most often, a quarter of an hour${side && ` (${side})`}` },
  noCorridor: { fr: 'Aucun bus de ligne n’y passe dans ce quart d’heure.', en: 'No bus of a line passes in this quarter of an hour.' },
  queue: { fr: 'Files au début du vert', en: 'Queues at the start of green' },
  delays: { fr: 'Répartition du temps perdu', en: 'Distribution of delay' },
  ofBuses: { fr: 'bus', en: 'buses' },
  ofCars: { fr: 'voitures', en: 'cars' },
} as const satisfies Dictionary;
