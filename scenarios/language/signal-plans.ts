import type { PlanControl } from '../measure/stage-limits.ts';

/** What is said under the picture of a plan: when it ran, who says how long its stages last, and how long they lasted. */
export const signalPlanWords = {
  ofBusiest: { fr: (title: string) => `Le carrefour où passent le plus de bus et de trams : ${title}`, en: (title: string) => `The junction with most buses and trams: ${title}` },
  ofChanging: { fr: (title: string) => `Un carrefour qui change de plan : ${title}`, en: (title: string) => `A junction that changes its plan: ${title}` },
  ofBeforePlan: { fr: (title: string) => `Un carrefour où certains véhicules passent avant le plan : ${title}`, en: (title: string) => `A junction where some vehicles go before the plan: ${title}` },
  planNamed: { fr: (caption: string, plan: string) => `${caption}, plan « ${plan} »`, en: (caption: string, plan: string) => `${caption}, plan “${plan}”` },
  onlyOn: { fr: (side: string) => `${side} seulement.`, en: (side: string) => `${side} only.` },
  fromUntil: { fr: (from: string, until: string) => `de ${from} à ${until}`, en: (from: string, until: string) => `from ${from} to ${until}` },
  ranFrom: { fr: (hours: string) => `Plan suivi ${hours}.`, en: (hours: string) => `The plan ran ${hours}.` },
  control: {
    fr: (control: PlanControl, stage: string, hasPriority: boolean) => ({
      fixed: hasPriority ? 'Durées fixes, que la priorité modifie entre les limites du tableau ; le dessin est le plan sans demande.' : 'Durées fixes : le dessin est ce que montrent les feux.',
      actuated: 'Le trafic décide : chaque phase dure au moins sa durée la plus courte, continue tant que des véhicules se suivent, et finit à la plus longue. Le dessin montre les durées inscrites au plan.',
      coordinated: `Cycle et décalage sont tenus : les phases finissent dès que personne ne vient plus, au plus tôt à leur durée la plus courte ; ce qu’elles laissent va à la phase ${stage}, qui finit à l’heure du plan. Le dessin montre chaque phase à sa durée prévue.`,
      chosen: 'Le carrefour choisit ses phases d’après le trafic, une à une : ni l’ordre ni les durées du dessin ne sont suivis, seulement ce que montre chaque phase.',
    })[control],
    en: (control: PlanControl, stage: string, hasPriority: boolean) => ({
      fixed: hasPriority ? 'Fixed lengths, which priority alters between the limits of the table; the picture is the plan without any request.' : 'Fixed lengths: the picture is what the signals show.',
      actuated: 'Traffic decides: each stage lasts at least its shortest length, goes on while vehicles follow each other, and ends at its longest. The picture shows the lengths written in the plan.',
      coordinated: `Cycle and offset are kept: stages end as soon as nobody comes any more, at the earliest at their shortest length; what they leave goes to stage ${stage}, which ends when the plan says. The picture shows every stage at its planned length.`,
      chosen: 'The controller chooses its stages by the traffic, one by one: neither order nor lengths of the picture are followed, only what each stage shows.',
    })[control],
  },
  goesBefore: {
    fr: 'Des véhicules passent ici avant le plan : leur phase est appelée hors de son tour, et les limites du tableau ne valent pas tant que le plan n’est pas repris.',
    en: 'Vehicles go before the plan here: their stage is called out of turn, and the limits of the table do not hold until the plan is regained.',
  },
  changesOver: {
    fr: 'Pendant le cycle qui suit un changement de plan, chaque phase finit à l’heure du nouveau plan : elle peut y sortir des limites du tableau. Celles d’entre deux plans ne sont pas comptées.',
    en: 'For the cycle after a change of plan each stage ends when the new plan says, and may leave the limits of the table. Those between two plans are not counted.',
  },
  stageTable: { fr: (plan: string) => `Phases : ${plan}`, en: (plan: string) => `Stages: ${plan}` },
  stage: { fr: 'Phase', en: 'Stage' },
  plannedS: { fr: 'Prévue (s)', en: 'Planned (s)' },
  allowedS: { fr: 'Permise (s)', en: 'Allowed (s)' },
  shownS: { fr: 'Montrée, moyenne [de ; à] (s)', en: 'Shown, mean [from ; to] (s)' },
  timesShown: { fr: 'Fois par simulation', en: 'Times a run' },
  atLeast: { fr: (shortest: string) => `${shortest} et plus`, en: (shortest: string) => `${shortest} and more` },
  between: { fr: (shortest: string, longest: string) => `${shortest} à ${longest}`, en: (shortest: string, longest: string) => `${shortest} to ${longest}` },
} as const;
