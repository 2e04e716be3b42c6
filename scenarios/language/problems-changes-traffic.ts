import type { ProblemWords } from './problem-words.ts';

/** Words for changes of lines, demand and streets that do not fit a city, or of which more is to be known. */
export const trafficChangeProblems: ProblemWords = {
  'change-line-does-not-run': {
    en: (p) => `line "${p['line']}" leaves no first stop between ${p['from']} and ${p['until']}${Number(p['count']) > 1 ? ` (nor do ${Number(p['count']) - 1} others)` : ''}: there is no trip to go by. Choose a span in which it runs.`,
    fr: (p) => `aucun départ de la ligne « ${p['line']} » entre ${p['from']} et ${p['until']}${Number(p['count']) > 1 ? ` (ni de ${Number(p['count']) - 1} autres)` : ''} : il n’y a pas de course à prendre pour modèle. Choisissez une plage où elle circule.`,
  },
  'change-vehicles-needed': {
    en: (p) => `at their busiest in this span the lines take ${p['after']} vehicles instead of ${p['before']}. The fleet has them.`,
    fr: (p) => `au plus fort de cette plage, il faut ${p['after']} véhicules au lieu de ${p['before']}. Le parc les a.`,
  },
  'change-fleet-too-small': {
    en: (p) => `at their busiest in this span the lines take ${p['after']} vehicles instead of ${p['before']}, and ${p['lacking']} of their vehicle blocks find none free in the fleet. They are simulated all the same: the answer is that of a larger fleet.`,
    fr: (p) => `au plus fort de cette plage, il faut ${p['after']} véhicules au lieu de ${p['before']}, et ${p['lacking']} services voiture n’en trouvent pas de libre dans le parc. Ils sont simulés tout de même : la réponse vaut pour un parc plus grand.`,
  },
  'change-crowd-after-last-vehicle': {
    en: (p) => `${Number(p['late']) < Number(p['people']) ? `${p['late']} of the` : 'all'} ${p['people']} people who go to stops come there after the last vehicle of the day has left: they ride nowhere and are not in the figures. Let the event end earlier, add later trips ("timetable-shift"), or name a smaller "lineShare".`,
    fr: (p) => `${Number(p['late']) < Number(p['people']) ? `${p['late']} des` : 'les'} ${p['people']} personnes qui vont aux arrêts y arrivent après le dernier véhicule de la journée : elles ne montent nulle part et ne sont pas dans les chiffres. Avancez la fin de l’événement, prévoyez des départs plus tardifs ("timetable-shift") ou réduisez "lineShare".`,
  },
  'change-crowd-comes-twice': {
    en: (p) => `who goes to stops comes by the time of day, on every day of a run, and cars leave on its first day only. This run would see them ${p['day'] === 'before' ? `in its first quarters of an hour too, before the event. Begin at ${p['clock']} or later ("--from")` : `again on its second day. End it by ${p['clock']} of the second day ("--hours")`}, or name "lineShare": 0.`,
    fr: (p) => `qui va aux arrêts y vient selon l’heure, chaque jour de la simulation ; les voitures ne partent que le premier jour. Cette simulation les verrait ${p['day'] === 'before' ? `aussi dans ses premiers quarts d’heure, avant l’événement. Commencez à ${p['clock']} ou plus tard ("--from")` : `encore le deuxième jour. Arrêtez-la au plus tard à ${p['clock']} le deuxième jour ("--hours")`}, ou donnez "lineShare": 0.`,
  },
  'change-trips-before-midnight': {
    en: (p) => `${p['count']} of the trips would leave before midnight, when the simulated day begins, and never run. Move them by ${p['mostMin']} min earlier at most, or name a span that begins later.`,
    fr: (p) => `${p['count']} des courses partiraient avant minuit, où commence la journée simulée, et ne circuleraient jamais. Avancez-les de ${p['mostMin']} min au plus, ou choisissez une plage qui commence plus tard.`,
  },
  'change-no-such-streets': {
    en: () => 'the city has no street of these classes there. Name other classes, or leave them out.',
    fr: () => 'la ville n’a pas de rue de ces classes à cet endroit. Nommez d’autres classes, ou n’en nommez aucune.',
  },
  'change-no-bus-lane': {
    en: (p) => `none of the ${p['count']} links has a lane for cars that could be taken: it is their only one, they turn by it alone, or vehicles stand or begin on it. Name a street with more lanes: \`npx jumeau names --kind streets\` tells them.`,
    fr: (p) => `aucun des ${p['count']} tronçons n’a de voie à prendre aux voitures : c’est leur seule voie, elles n’ont qu’elle pour tourner, ou des véhicules s’y arrêtent ou y commencent. Nommez une rue plus large : « npx jumeau names --kind streets » dit les voies de chacune.`,
  },
  'change-bus-lane-gaps': {
    en: (p) => `of the ${p['count']} links ${[p['left'] === 0 ? '' : `${p['left']} ${p['left'] === 1 ? 'keeps its lanes as they are' : 'keep their lanes as they are'} (a single lane for cars, or turns that only this lane makes)`, p['shared'] === 0 ? '' : `${p['left'] === 0 ? 'all become one, and ' : ''}on ${p['shared']} of them other vehicles may still turn by the bus lane`].filter((part) => part !== '').join(', and ')}. It becomes one on ${p['takenM']} of ${p['ofM']} m, each direction counted: ${p['where']}${p['more'] === 0 ? '' : ` and ${p['more']} more`}.`,
    fr: (p) => `sur ${p['count']} tronçons, ${[p['left'] === 0 ? '' : `${p['left']} ${p['left'] === 1 ? 'garde ses voies' : 'gardent leurs voies'} (une seule voie pour les voitures, ou des mouvements que seule cette voie permet)`, p['shared'] === 0 ? '' : `${p['left'] === 0 ? 'tous ont la voie, et ' : ''}sur ${p['shared']} d’entre eux, les autres véhicules peuvent encore tourner par la voie réservée`].filter((part) => part !== '').join(', et ')}. Elle existe sur ${p['takenM']} m de ${p['ofM']}, chaque sens compté : ${p['where']}${p['more'] === 0 ? '' : ` et ${p['more']} de plus`}.`,
  },
  'change-unknown-bollards': {
    en: (p) => `no bollards stand at a street called "${p['name']}".${p['near'] === '' ? '' : ` Did you mean "${p['near']}"?`} The city has them at ${p['count']} streets.`,
    fr: (p) => `il n’y a pas de bornes à une rue appelée « ${p['name']} ».${p['near'] === '' ? '' : ` Vouliez-vous dire « ${p['near']} » ?`} La ville en a dans ${p['count']} rues.`,
  },
  'change-no-bollards': {
    en: () => 'the city has no bollards. Close the streets with "close-link" instead.',
    fr: () => 'la ville n’a pas de bornes. Fermez plutôt les rues par "close-link".',
  },
  'change-bollards-without-link': {
    en: (p) => `${p['count']} of these bollards stand at no street of the network: they change nothing.`,
    fr: (p) => `${p['count']} de ces bornes ne sont sur aucune rue du réseau : elles ne changent rien.`,
  },
  'change-shares-above-one': {
    en: (p) => `by car and by line leave ${p['sum']}% of the people together. Write shares that make 1 at most; the rest walks.`,
    fr: (p) => `en voiture et par les lignes partent ensemble ${p['sum']} % des personnes. Écrivez des parts qui font 1 au plus ; les autres marchent.`,
  },
  'change-no-way-by-car': {
    en: () => 'no street there can be driven by car to where people of the city drive. Name another place, or write "carShare": 0.',
    fr: () => 'aucune rue n’y mène en voiture là où l’on va dans cette ville. Nommez un autre lieu, ou écrivez "carShare": 0.',
  },
  'change-no-stop-near': {
    en: (p) => `within ${p['walkM']} m no line that takes passengers leaves a stop at that time. Let people walk further, or write "lineShare": 0.`,
    fr: (p) => `à moins de ${p['walkM']} m, aucune ligne avec voyageurs ne part d’un arrêt à cette heure. Laissez marcher plus loin, ou écrivez "lineShare": 0.`,
  },
};
