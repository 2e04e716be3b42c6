import { didYouMean } from './did-you-mean.ts';
import type { ProblemWords } from './problem-words.ts';

/** Words for changes of signal plans, lamps and weather that do not fit a city. */
export const nightChangeProblems: ProblemWords = {
  'change-no-signal-there': {
    en: (p) => `no signal stands on the way of "${p['name']}". Name a street or line with signals, or the controllers themselves.`,
    fr: (p) => `aucun carrefour à feux ne se trouve sur « ${p['name']} ». Nommez une rue ou une ligne qui en a, ou les carrefours eux-mêmes.`,
  },
  'change-plan-unknown': {
    en: (p) => `controller "${p['controller']}" has no plan "${p['plan']}".${didYouMean.en(p['near'])} Its plans: ${p['known']}.`,
    fr: (p) => `le carrefour « ${p['controller']} » n’a pas de plan « ${p['plan']} ».${didYouMean.fr(p['near'])} Ses plans : ${p['known']}.`,
  },
  'change-plan-never-runs': {
    en: (p) => `nothing says when plan "${p['plan']}" of controller "${p['controller']}" runs. Name it in the schedule.`,
    fr: (p) => `rien ne dit quand tourne le plan « ${p['plan']} » du carrefour « ${p['controller']} ». Nommez-le dans le calendrier (schedule).`,
  },
  'change-plan-no-stage': {
    en: (p) => `plan "${p['plan']}" of controller "${p['controller']}" has no stage ${p['stage']}: it has ${p['stages']}, counted from 1.`,
    fr: (p) => `le plan « ${p['plan']} » du carrefour « ${p['controller']} » n’a pas de phase ${p['stage']} : il en a ${p['stages']}, comptées à partir de 1.`,
  },
  'change-plan-other-stages': {
    en: (p) => `the order does not name each of the ${p['stages']} stages of plan "${p['plan']}" of controller "${p['controller']}" once. Write all of them, counted from 1.`,
    fr: (p) => `l’ordre ne nomme pas une fois chacune des ${p['stages']} phases du plan « ${p['plan']} » du carrefour « ${p['controller']} ». Écrivez-les toutes, comptées à partir de 1.`,
  },
  'change-plan-odd-signals': {
    en: (p) => `plan "${p['plan']}" of controller "${p['controller']}" shows red and amber, flashing, dark signals or arrows: nothing says how its clearings would look in another order. Leave out the order, or import a plan (\`jumeau plans import\`).`,
    fr: (p) => `le plan « ${p['plan']} » du carrefour « ${p['controller']} » montre du rouge-jaune, du clignotant, des feux éteints ou des flèches : rien ne dit ses dégagements dans un autre ordre. Retirez l’ordre, ou importez un plan (\`jumeau plans import\`).`,
  },
  'change-plan-no-length': {
    en: (p) => `stage ${p['stage']} of plan "${p['plan']}" of controller "${p['controller']}" would last no time at all. Take off less.`,
    fr: (p) => `la phase ${p['stage']} du plan « ${p['plan']} » du carrefour « ${p['controller']} » ne durerait plus du tout. Retirez moins.`,
  },
  'change-plan-cycle': {
    en: (p) => `plan "${p['plan']}" of controller "${p['controller']}" lasts ${p['sumS']} s with the greens and clearings as they are, and its other stages cannot make up the cycle without falling below their minimum green. Give fewer greens, or another cycle.`,
    fr: (p) => `le plan « ${p['plan']} » du carrefour « ${p['controller']} » dure ${p['sumS']} s avec ces verts et ces dégagements, et ses autres phases ne peuvent atteindre le cycle sans passer sous leur vert minimal. Donnez moins de verts, ou un autre cycle.`,
  },
  'change-plan-stage-twice': {
    en: (p) => `stage ${p['stage']} is given two lengths. Leave one of them out.`,
    fr: (p) => `la phase ${p['stage']} reçoit deux durées. Supprimez-en une.`,
  },
  'change-plan-one-length': {
    en: (p) => `stage ${p['stage']} needs either its new length (durationS) or so much longer (byS), one of the two.`,
    fr: (p) => `la phase ${p['stage']} demande soit sa nouvelle durée (durationS), soit son allongement (byS), l’un des deux.`,
  },
  'change-plan-one-offset': {
    en: () => 'the offset is given twice, as such and as a shift. Leave one of them out.',
    fr: () => 'le décalage est donné deux fois, tel quel et comme déplacement. Supprimez l’un des deux.',
  },
  'change-plan-two-at-once': {
    en: (p) => `two entries of the schedule begin at ${p['from']} on one day. Leave one of them out.`,
    fr: (p) => `deux entrées du calendrier commencent à ${p['from']} le même jour. Supprimez-en une.`,
  },
  'change-plan-green-of-nothing': {
    en: (p) => `a stage of controller "${p['controller']}" would be shorter than a tenth of a second. Give a longer cycle or shorter greens elsewhere.`,
    fr: (p) => `une phase du carrefour « ${p['controller']} » durerait moins d’un dixième de seconde. Donnez un cycle plus long, ou des verts plus courts ailleurs.`,
  },
  'change-plan-green-below-limit': {
    en: (p) => `controller "${p['controller']}" would give signal group ${p['group']} a green of ${p['planS']} s; its minimum is ${p['limitS']} s. Lengthen the green.`,
    fr: (p) => `le carrefour « ${p['controller']} » donnerait à la ligne de feux ${p['group']} un vert de ${p['planS']} s ; son minimum est de ${p['limitS']} s. Allongez le vert.`,
  },
  'change-plan-amber-below-limit': {
    en: (p) => `controller "${p['controller']}" would show signal group ${p['group']} an amber of ${p['planS']} s; it needs ${p['limitS']} s. Keep the order in which its green ends with amber.`,
    fr: (p) => `le carrefour « ${p['controller']} » montrerait à la ligne de feux ${p['group']} un jaune de ${p['planS']} s ; il en faut ${p['limitS']}. Gardez un ordre où son vert finit par le jaune.`,
  },
  'change-plan-wait-above-limit': {
    en: (p) => `controller "${p['controller']}" would keep signal group ${p['group']} at red for ${p['planS']} s; nobody may wait longer than ${p['limitS']} s there. Shorten the greens of the others, or the cycle.`,
    fr: (p) => `le carrefour « ${p['controller']} » tiendrait la ligne de feux ${p['group']} au rouge pendant ${p['planS']} s ; l’attente y est limitée à ${p['limitS']} s. Raccourcissez les verts des autres, ou le cycle.`,
  },
  'change-plan-breaks-intergreen': {
    en: (p) => (Number(p['planS']) < 0
      ? `controller "${p['controller']}" would show groups ${p['ending']} and ${p['starting']} green together, and they conflict. Choose another order.`
      : `controller "${p['controller']}" would leave ${p['planS']} s from the green of group ${p['ending']} to that of group ${p['starting']}; the intergreen matrix asks for ${p['leastS']} s. Choose another order, or a longer stage between them.`),
    fr: (p) => (String(p['planS']).startsWith('-') || String(p['planS']).startsWith('−')
      ? `le carrefour « ${p['controller']} » montrerait au vert ensemble les lignes de feux ${p['ending']} et ${p['starting']}, qui sont incompatibles. Choisissez un autre ordre.`
      : `le carrefour « ${p['controller']} » laisserait ${p['planS']} s du vert de la ligne de feux ${p['ending']} à celui de la ligne ${p['starting']} ; la matrice de sécurité en demande ${p['leastS']}. Choisissez un autre ordre, ou une phase plus longue entre elles.`),
  },
  'change-plan-coordination-waits': {
    en: (p) => `controller "${p['controller']}" is coordinated, and with this plan someone could wait longer than anyone may when its other stages end early. Shorten the cycle, or take it out of coordination (signal-control).`,
    fr: (p) => `le carrefour « ${p['controller']} » est coordonné, et avec ce plan quelqu’un pourrait attendre plus que permis quand ses autres phases finissent tôt. Raccourcissez le cycle, ou sortez-le de la coordination (signal-control).`,
  },
  'change-plan-fixed-now': {
    en: (p) => `at ${p['count']} controllers (the first: "${p['first']}") traffic decided how long greens last; in the new order the clock does.`,
    fr: (p) => `à ${p['count']} carrefours (le premier : « ${p['first']} ») le trafic décidait de la durée des verts ; dans le nouvel ordre, c’est l’horloge.`,
  },
  'change-plan-not-followed': {
    en: (p) => `${p['count']} controllers (the first: "${p['first']}") choose their stages by the traffic: neither order nor lengths of a plan are followed there. To follow it, give them the control "plan" (signal-control).`,
    fr: (p) => `${p['count']} carrefours (le premier : « ${p['first']} ») choisissent leurs phases d’après le trafic : ni l’ordre ni les durées d’un plan n’y sont suivis. Pour le suivre, donnez-leur la commande « plan » (signal-control).`,
  },
  'change-unknown-luminaire': {
    en: (p) => `no kind of luminaire of this city is called "${p['name']}".${didYouMean.en(p['near'])}`,
    fr: (p) => `aucun type de luminaire de cette ville ne s’appelle « ${p['name']} ».${didYouMean.fr(p['near'])}`,
  },
  'change-unknown-photometry': {
    en: (p) => `no photometry of this city is called "${p['name']}".${didYouMean.en(p['near'])}`,
    fr: (p) => `aucune photométrie de cette ville ne s’appelle « ${p['name']} ».${didYouMean.fr(p['near'])}`,
  },
  'change-lamp-by-nothing': {
    en: () => 'nothing says what hangs there afterwards. Name a luminaire of the city, or give figures such as powerW and fluxLm.',
    fr: () => 'rien ne dit ce qui sera posé à la place. Nommez un luminaire de la ville, ou donnez des valeurs comme powerW et fluxLm.',
  },
  'change-lamp-two-figures': {
    en: (p) => `the figure is given twice, as ${p['one']} and as ${p['other']}. Leave one of them out.`,
    fr: (p) => `la valeur est donnée deux fois, comme ${p['one']} et comme ${p['other']}. Supprimez l’une des deux.`,
  },
  'change-lamp-figure-unknown': {
    en: (p) => `no lamp of the city is of kind "${p['luminaire']}", so nobody knows its figure. Give ${p['field']}.`,
    fr: (p) => `aucun point lumineux de la ville n’est du type « ${p['luminaire']} » : sa valeur est inconnue. Donnez ${p['field']}.`,
  },
  'change-roll-out-order': {
    en: (p) => `the entry of ${p['year']} does not come after the one before, or counts fewer lamps. Write years in their order, each with all lamps replaced by its end.`,
    fr: (p) => `l’entrée de ${p['year']} ne suit pas la précédente, ou compte moins de points lumineux. Écrivez les années dans l’ordre, chacune avec tous les points remplacés à sa fin.`,
  },
  'change-roll-out-empty': {
    en: () => 'the last entry of the path replaces no lamp at all. It stands for all the lamps that are meant.',
    fr: () => 'la dernière entrée du parcours ne remplace aucun point lumineux. Elle vaut pour tous ceux qui sont visés.',
  },
  'change-roll-out-years': {
    en: () => 'the roll-out says in which year each lamp comes. Leave out the year given for all.',
    fr: () => 'le déploiement dit l’année de chaque point lumineux. Supprimez l’année donnée pour tous.',
  },
  'change-weather-too-dark': {
    en: (p) => `so little daylight that photocells of this city would burn all day. Give at least ${p['least']}.`,
    fr: (p) => `si peu de lumière du jour que des cellules de cette ville laisseraient les lampes allumées toute la journée. Donnez au moins ${p['least']}.`,
  },
};
