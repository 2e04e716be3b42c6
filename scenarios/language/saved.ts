/** What is said of comparisons that are kept: where they are listed, how they are handed on. */
export const savedWords = {
  // In the terminal
  reportArgument: {
    fr: 'première question, ou comparaison enregistrée (le début de son numéro, ou un fichier comparison.json) ; sans rien : la liste des comparaisons enregistrées',
    en: 'first question, or a saved comparison (the beginning of its number, or a comparison.json file); with nothing: the list of saved comparisons',
  },
  priorityArgument: { fr: 'première question, ou numéro d’un rapport enregistré (npx jumeau results --kept)', en: 'first question, or the number of a report that is kept (npx jumeau results --kept)' },
  reportOutOption: { fr: 'page .html, tableau .csv ou impression .pdf à écrire', en: '.html page, .csv table or .pdf print to write' },
  reportCsvOption: { fr: 'écrit aussi les chiffres dans un tableau', en: 'writes the figures as a table too' },
  kept: { fr: (id: string) => `Comparaison enregistrée. Sa page : npx jumeau report ${id} -o rapport.html`, en: (id: string) => `Comparison saved. Its page: npx jumeau report ${id} -o report.html` },
  mostSeeds: {
    fr: (id: string, seeds: number, usual: number) => `Tirée de la comparaison enregistrée ${id}, celle de ces changements qui a le plus de graines : ${seeds}. Avec ${usual} : ajoutez --seeds ${usual}.`,
    en: (id: string, seeds: number, usual: number) => `Drawn from the saved comparison ${id}, the one of these changes with the most seeds: ${seeds}. With ${usual}: add --seeds ${usual}.`,
  },
  noneKept: {
    fr: 'Aucune comparaison enregistrée. « npx jumeau compare baseline bus-priority-off --hours 0.5 » en fait une.',
    en: 'No saved comparison. `npx jumeau compare baseline bus-priority-off --hours 0.5` makes one.',
  },
  // Under the figures, wherever they are read
  noYearOfTraffic: {
    fr: 'Des points lumineux suivent le trafic : leur année n’est pas connue, et les chiffres annuels de l’éclairage manquent. L’énergie de la durée simulée les compte.',
    en: 'Some lamps follow the traffic: their year is not known, and yearly figures of lighting are left out. Energy over the simulated span counts them.',
  },
  noYearOfOneNight: {
    fr: 'Une année n’est pas faite de telles nuits : les chiffres annuels de l’éclairage manquent. L’énergie de la durée simulée les remplace.',
    en: 'No year is made of such nights: yearly figures of lighting are left out. Energy over the simulated span stands for them.',
  },
  noYearOfOrders: {
    fr: 'Les chiffres annuels de l’éclairage ignorent ordres et pertes de communication, qui passent : voyez l’énergie de la durée simulée.',
    en: 'Yearly figures of lighting know nothing of orders and lost contacts, which pass: see energy over the simulated span.',
  },
  // In the viewer
  noComparisons: { fr: 'Aucune comparaison de cette ville n’est enregistrée. Dans un terminal :', en: 'No comparison of this city is saved. In a terminal:' },
  choose: { fr: 'Comparaison', en: 'Comparison' },
  sides: { fr: (baseline: string, scenario: string, over: string) => `${baseline} → ${scenario}, ${over}`, en: (baseline: string, scenario: string, over: string) => `${baseline} → ${scenario}, ${over}` },
  seeds: { fr: (seeds: number) => `${seeds} graine${seeds > 1 ? 's' : ''}`, en: (seeds: number) => `${seeds} ${seeds === 1 ? 'seed' : 'seeds'}` },
  overYear: { fr: (year: string) => `année ${year}`, en: (year: string) => `year ${year}` },
  fromAt: { fr: (from: string, lasting: string) => `à partir de ${from}, ${lasting}`, en: (from: string, lasting: string) => `from ${from}, ${lasting}` },
  openReport: { fr: 'Ouvrir le rapport', en: 'Open the report' },
  notFound: { fr: 'Cette comparaison n’est plus enregistrée.', en: 'This comparison is no longer saved.' },
  notLoaded: { fr: 'Les comparaisons ne se lisent pas. Fermez et rouvrez cette page.', en: 'The comparisons cannot be read. Close this page and open it again.' },
} as const;
