import type { ProblemWords } from './problem-words.ts';

/** Words for what can be wrong with files of signal plans. */
export const planProblems: ProblemWords = {
  'plans-too-large': {
    en: (p) => `the file is larger than ${p['limit']} bytes: no city has so many plans. Check that it is a plan file.`,
    fr: (p) => `le fichier dépasse ${p['limit']} octets : aucune ville n’a tant de plans de feux. Vérifiez que c’est un fichier de plans.`,
  },
  'plans-not-yaml': {
    en: (p) => `this cannot be read as YAML (${p['cause']}). Mend the line; anchors and aliases are not accepted.`,
    fr: (p) => `ceci ne se lit pas comme du YAML (${p['cause']}). Corrigez la ligne ; ancres et alias ne sont pas acceptés.`,
  },
  'plans-not-csv': {
    en: (p) => `this cannot be read as CSV (${p['cause']}). Save it as CSV with one line a row.`,
    fr: (p) => `ceci ne se lit pas comme du CSV (${p['cause']}). Enregistrez-le en CSV, une ligne par rangée.`,
  },
  'plans-csv-column': {
    en: (p) => `the column "${p['column']}" is missing. Keep the first line as \`jumeau plans export\` writes it.`,
    fr: (p) => `la colonne « ${p['column']} » manque. Gardez la première ligne comme \`jumeau plans export\` l’écrit.`,
  },
  'plans-csv-stranger': {
    en: (p) => `there is no column "${p['column']}" in a plan file. Take it out.`,
    fr: (p) => `un fichier de plans n’a pas de colonne « ${p['column']} ». Retirez-la.`,
  },
  'plans-csv-line': {
    en: (p) => `a line is about one of ${p['known']} and names its controller; this one says "${p['what']}".`,
    fr: (p) => `une ligne porte sur l’un de ces mots : ${p['known']}, et nomme son carrefour ; celle-ci dit « ${p['what']} ».`,
  },
  'plans-csv-cell': {
    en: (p) => `a line of "${p['what']}" has nothing in column "${p['column']}". Empty the cell.`,
    fr: (p) => `une ligne « ${p['what']} » n’a rien dans la colonne « ${p['column']} ». Videz la cellule.`,
  },
  'plans-csv-no-plan': {
    en: (p) => `the controller has no plan "${p['plan']}" above this line. Write its line "plan" first.`,
    fr: (p) => `le carrefour n’a pas de plan « ${p['plan']} » au-dessus de cette ligne. Écrivez d’abord sa ligne « plan ».`,
  },
  'plans-csv-pair': {
    en: (p) => `from group "${p['ending']}" to group "${p['starting']}" of ${p['groups']}: groups are counted from 1, a pair stands once, and its time is in whole tenths of a second.`,
    fr: (p) => `de la ligne de feux « ${p['ending']} » à « ${p['starting']} » sur ${p['groups']} : elles se comptent à partir de 1, une paire n’apparaît qu’une fois, et son temps est en dixièmes de seconde entiers.`,
  },
  'plans-other-format': {
    en: (p) => `the file does not say "format: ${p['format']}" and "version: ${p['version']}". Write both at its head.`,
    fr: (p) => `le fichier ne dit pas « format: ${p['format']} » et « version: ${p['version']} ». Écrivez les deux en tête.`,
  },
  'plans-unknown-field': {
    en: (p) => `there is no field "${p['field']}" here. Check its spelling, or leave it out.`,
    fr: (p) => `il n’y a pas de champ « ${p['field']} » ici. Vérifiez l’orthographe, ou retirez-le.`,
  },
  'plans-missing-field': {
    en: (p) => `the field "${p['field']}" is missing here. Write it, as in a file of \`jumeau plans export\`.`,
    fr: (p) => `le champ « ${p['field']} » manque ici. Écrivez-le, comme dans un fichier de \`jumeau plans export\`.`,
  },
  'plans-wrong-field': {
    en: (p) => `the field "${p['field']}" is not as expected (${p['cause']}). Times are whole tenths of a second.`,
    fr: (p) => `le champ « ${p['field']} » n’est pas comme attendu (${p['causeFr']}). Les durées sont en dixièmes de seconde entiers.`,
  },
  'plans-twice': {
    en: (p) => `the name "${p['name']}" stands twice. Names of controllers, and of the plans of one controller, are used once.`,
    fr: (p) => `le nom « ${p['name']} » apparaît deux fois. Les noms des carrefours, et des plans d’un carrefour, sont uniques.`,
  },
  'plans-matrix-size': {
    en: (p) => `the intergreen matrix has ${p['found']} entries here, for ${p['groups']} groups. Give one row and one column a group.`,
    fr: (p) => `la matrice des dégagements a ${p['found']} valeurs ici, pour ${p['groups']} lignes de feux. Donnez une ligne et une colonne par ligne de feux.`,
  },
  'plans-letters': {
    en: (p) => `${p['found']} letters stand here, for ${p['groups']} groups. Write one letter for each group, in their order.`,
    fr: (p) => `${p['found']} lettres sont écrites ici, pour ${p['groups']} lignes de feux. Écrivez une lettre par ligne de feux, dans leur ordre.`,
  },
  'plans-unknown-letter': {
    en: (p) => `"${p['letter']}" is no letter of a signal. Known are G, g, y, r, u, o, O and s.`,
    fr: (p) => `« ${p['letter']} » ne désigne aucun état de feu. Les lettres connues sont G, g, y, r, u, o, O et s.`,
  },
  'plans-longest': {
    en: (p) => `the longest time, ${p['longest']} tenths of a second, is less than the duration, ${p['duration']}. Raise it or leave it out.`,
    fr: (p) => `la durée la plus longue, ${p['longest']} dixièmes de seconde, est inférieure à la durée, ${p['duration']}. Augmentez-la ou retirez-la.`,
  },
  'plans-green-together': {
    en: (p) => `groups ${p['ending']} and ${p['starting']} conflict by the matrix and are green together. Change the plan, or write ~ in the matrix if one gives way.`,
    fr: (p) => `les lignes de feux ${p['ending']} et ${p['starting']} sont incompatibles d’après la matrice et vertes ensemble. Changez le plan, ou écrivez ~ dans la matrice si l’une cède le passage.`,
  },
  'plans-break-intergreen': {
    en: (p) => `from the green of group ${p['ending']} to that of group ${p['starting']} the plan leaves ${p['found']} tenths of a second, the matrix asks for ${p['least']}. Lengthen the clearing.`,
    fr: (p) => `du vert de la ligne de feux ${p['ending']} à celui de la ligne ${p['starting']} le plan laisse ${p['found']} dixièmes de seconde, la matrice en demande ${p['least']}. Allongez le dégagement.`,
  },
  'plans-schedule-order': {
    en: (p) => `${p['from']} does not come after the entry before. Write the schedule in the order of the day.`,
    fr: (p) => `${p['from']} ne vient pas après l’entrée précédente. Écrivez les changements de plan dans l’ordre de la journée.`,
  },
  'plans-unknown-plan': {
    en: (p) => `the controller has no plan "${p['plan']}". Name one of its plans, or ~ for the plan that the city has.`,
    fr: (p) => `le carrefour n’a pas de plan « ${p['plan']} ». Nommez l’un de ses plans, ou ~ pour le plan de la ville.`,
  },
  'plans-rounded': {
    en: (p) => `${p['seconds']} s is not a whole number of tenths of a second: read as ${p['tenths']} tenths.`,
    fr: (p) => `${p['seconds']} s n’est pas un nombre entier de dixièmes de seconde : lu comme ${p['tenths']} dixièmes.`,
  },
  'plans-program-elsewhere': {
    en: (p) => `programs that are in none of these files run at some hours (${p['programs']}): the plan of the city stays then.`,
    fr: (p) => `des programmes absents de ces fichiers tournent à certaines heures (${p['programs']}) : le plan de la ville reste alors en place.`,
  },
  'plans-unknown-controller': {
    en: (p) => `the city has no signal controller "${p['name']}" among its ${p['count']}. \`jumeau plans export\` writes their names.`,
    fr: (p) => `la ville n’a pas de carrefour à feux « ${p['name']} » parmi ses ${p['count']}. \`jumeau plans export\` écrit leurs noms.`,
  },
  'plans-other-groups': {
    en: (p) => `the plan has ${p['groups']} groups, the controller of the city ${p['wanted']}. A plan must be of the same groups in the same order.`,
    fr: (p) => `le plan a ${p['groups']} lignes de feux, le carrefour de la ville ${p['wanted']}. Un plan doit porter sur les mêmes lignes de feux, dans le même ordre.`,
  },
  'plans-several': {
    en: (p) => `the controller has ${p['plans']} plans and nothing says which runs when. Give it a schedule.`,
    fr: (p) => `le carrefour a ${p['plans']} plans et rien ne dit lequel suit à quelle heure. Donnez-lui un calendrier (schedule).`,
  },
  'plans-fixed-now': {
    en: () => 'traffic decided how long greens of this controller last; its new plan shows other intervals, and runs by the clock.',
    fr: () => 'le trafic décidait de la durée des verts de ce carrefour ; son nouveau plan montre d’autres intervalles, et suit l’horloge.',
  },
};
