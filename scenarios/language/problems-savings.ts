import { expected } from './expected-values.ts';
import type { ProblemWords } from './problem-words.ts';

/** Words for what can be wrong with the files that a report on savings is given. */
export const savingsProblems: ProblemWords = {
  'savings-file-too-large': {
    en: (p) => `the file is larger than ${p['limit']} bytes. Give the readings of this period only, or months instead of hours.`,
    fr: (p) => `le fichier dépasse ${p['limit']} octets. Ne donnez que les relevés de la période, ou des mois au lieu des heures.`,
  },
  'savings-too-many-rows': {
    en: (p) => `the file has more than ${p['limit']} lines. Give months instead of hours, or fewer meters.`,
    fr: (p) => `le fichier a plus de ${p['limit']} lignes. Donnez des mois au lieu des heures, ou moins de compteurs.`,
  },
  'savings-not-csv': {
    en: (p) => `the file cannot be read as CSV (${p['cause']}). Save it as CSV with one line for each entry.`,
    fr: (p) => `le fichier ne se lit pas comme un CSV (${p['cause']}). Enregistrez-le en CSV, une ligne par entrée.`,
  },
  'savings-no-column': {
    en: (p) => `there is no column "${p['column']}" in the first line, which names: ${p['known']}. Add it.`,
    fr: (p) => `la première ligne ne nomme pas la colonne « ${p['column']} » ; elle nomme : ${p['known']}. Ajoutez-la.`,
  },
  'savings-one-column-of': {
    en: (p) => `the first line must name one of these columns, and no other of them: ${p['columns']}. It names: ${p['known']}. Add one, in kWh for energy, or keep one.`,
    fr: (p) => `la première ligne doit nommer une de ces colonnes, et une seule : ${p['columns']}. Elle nomme : ${p['known']}. Ajoutez-en une, en kWh pour l’énergie, ou n’en gardez qu’une.`,
  },
  'savings-empty': {
    en: () => 'the file holds no line below the first. Check that it is the right file.',
    fr: () => 'le fichier n’a aucune ligne sous la première. Vérifiez que c’est le bon fichier.',
  },
  'savings-no-meter': { en: () => 'the line names no meter. Write its number, or leave the line out.', fr: () => 'la ligne ne nomme aucun compteur. Écrivez son numéro, ou retirez la ligne.' },
  'savings-not-an-hour': {
    en: (p) => `"${p['value']}" is no whole hour of a day. Write it as 2026-01-15T18:00, with Z or +01:00 behind it if it is not the local clock.`,
    fr: (p) => `« ${p['value']} » n’est pas une heure pleine d’un jour. Écrivez-la sous la forme 2026-01-15T18:00, suivie de Z ou de +01:00 si ce n’est pas l’heure locale.`,
  },
  'savings-not-a-month': {
    en: (p) => `"${p['value']}" is no month. Write it as 2026-01 or 01/2026.`,
    fr: (p) => `« ${p['value']} » n’est pas un mois. Écrivez-le sous la forme 2026-01 ou 01/2026.`,
  },
  'savings-not-a-number': {
    en: (p) => `"${p['value']}" in column "${p['column']}" is no number. Correct it, or leave the cell empty where there is no reading.`,
    fr: (p) => `« ${p['value']} », colonne « ${p['column']} », n’est pas un nombre. Corrigez, ou laissez la cellule vide s’il n’y a pas de relevé.`,
  },
  'savings-not-between': {
    en: (p) => `"${p['value']}" in column "${p['column']}" is not what it may be: ${p['isExclusive'] === 1 ? 'more than' : 'at least'} ${p['least']} and at most ${p['most']}. Correct it.`,
    fr: (p) => `« ${p['value']} », colonne « ${p['column']} », n’est pas admis : ${p['isExclusive'] === 1 ? 'plus de' : 'au moins'} ${p['least']} et au plus ${p['most']}. Corrigez.`,
  },
  'savings-not-a-side': {
    en: (p) => `"${p['value']}" says neither "before" nor "after". Write one of the two.`,
    fr: (p) => `« ${p['value']} » ne dit ni « avant » ni « après ». Écrivez l’un des deux.`,
  },
  'savings-no-kind': { en: () => 'the line names no kind of lamp. Write its name in the inventory, or its watts.', fr: () => 'la ligne ne nomme aucun type de lampe. Écrivez son nom dans l’inventaire, ou sa puissance.' },
  'savings-kind-twice': { en: (p) => `the kind "${p['kind']}" stands twice. Put both samples into one line.`, fr: (p) => `le type « ${p['kind']} » apparaît deux fois. Réunissez les deux échantillons sur une ligne.` },
  'savings-not-a-sample': {
    en: (p) => `"${p['value']}" is no size of a sample: at least 2 lamps, for one alone does not say how much they differ. Correct it.`,
    fr: (p) => `« ${p['value']} » n’est pas une taille d’échantillon : au moins 2 lampes, car une seule ne dit pas combien elles diffèrent. Corrigez.`,
  },
  'savings-not-a-date': { en: (p) => `"${p['value']}" in column "${p['column']}" is no day. Write it as 2026-01-15.`, fr: (p) => `« ${p['value']} », colonne « ${p['column']} », n’est pas un jour. Écrivez-le sous la forme 2026-01-15.` },
  'savings-ends-before': { en: (p) => `it ends on ${p['until']}, before it begins on ${p['from']}. Correct one of the two.`, fr: (p) => `la fin (${p['until']}) précède le début (${p['from']}). Corrigez l’une des deux.` },
  'savings-not-an-adjustment': { en: (p) => `"${p['value']}" is no kind of adjustment. Write one of: ${p['known']}.`, fr: (p) => `« ${p['value']} » n’est pas une sorte d’ajustement. Écrivez l’un de ces mots : ${p['known']}.` },
  'savings-no-why': { en: () => 'the line does not say why. An auditor will ask: write the reason.', fr: () => 'la ligne ne dit pas pourquoi. Un auditeur le demandera : écrivez la raison.' },
  'savings-no-lamps': { en: (p) => `a line "${p['kind']}" needs the number of lamps in column "lamps". Write it.`, fr: (p) => `une ligne « ${p['kind']} » doit donner le nombre de points dans la colonne « lamps ». Écrivez-le.` },
  'savings-not-yaml': {
    en: (p) => `this cannot be read as YAML (${p['cause']}). Mend it; anchors and aliases are not accepted.`,
    fr: (p) => `ceci ne se lit pas comme du YAML (${p['cause']}). Corrigez ; ancres et alias ne sont pas acceptés.`,
  },
  'savings-wrong-field': {
    en: (p) => `this should be ${expected(p, 'en')}. Correct it; the page docs/models/savings.md has an example.`,
    fr: (p) => `on attend ici ${expected(p, 'fr')}. Corrigez ; la page docs/models/savings.md donne un exemple.`,
  },
  'savings-unknown-field': { en: (p) => `nobody reads a field "${p['field']}" here. Correct its name, or leave it out; the page docs/models/savings.md has an example.`, fr: (p) => `aucun champ « ${p['field']} » n’est lu ici. Corrigez son nom, ou retirez-le ; la page docs/models/savings.md donne un exemple.` },
  'savings-missing-field': { en: (p) => `the field "${p['field']}" is missing here. See the example on the page docs/models/savings.md.`, fr: (p) => `le champ « ${p['field']} » manque ici. Voyez l’exemple de la page docs/models/savings.md.` },
  'savings-tariff-not-whole': {
    en: (p) => `the last window, "${p['window']}", does not hold at all times. Add one without from, until, months and days, for all other hours.`,
    fr: (p) => `la dernière plage, « ${p['window']} », ne vaut pas à tout moment. Ajoutez-en une sans from, until, months ni days, pour toutes les autres heures.`,
  },
};

/** Words for what does not fit the city, or the command. */
export const savingsCommandProblems: ProblemWords = {
  'cli-savings-file-too-large': {
    en: (p) => `the file is larger than ${p['limit']} bytes. Give the readings of this period only, or months instead of hours.`,
    fr: (p) => `le fichier dépasse ${p['limit']} octets. Ne donnez que les relevés de la période, ou des mois au lieu des heures.`,
  },
  'cli-savings-unknown-kind': {
    en: (p) => `no lamp within the boundary is of kind "${p['kind']}"${p['near'] === '' ? '' : `; did you mean "${p['near']}"?`} Kinds: ${p['known']}.`,
    fr: (p) => `aucun point lumineux du périmètre n’est du type « ${p['kind']} »${p['near'] === '' ? '' : ` ; vouliez-vous dire « ${p['near']} » ?`} Types : ${p['known']}.`,
  },
  'cli-savings-unknown-cabinet': {
    en: (p) => `there is no cabinet "${p['cabinet']}" within the boundary${p['near'] === '' ? '' : `; did you mean "${p['near']}"?`} Correct the name.`,
    fr: (p) => `le périmètre n’a pas d’armoire « ${p['cabinet']} »${p['near'] === '' ? '' : ` ; vouliez-vous dire « ${p['near']} » ?`} Corrigez le nom.`,
  },
  'cli-savings-unknown-commune': {
    en: (p) => `the city has no commune "${p['commune']}"${p['near'] === '' ? '' : `; did you mean "${p['near']}"?`} Correct the name.`,
    fr: (p) => `la ville n’a pas de commune « ${p['commune']} »${p['near'] === '' ? '' : ` ; vouliez-vous dire « ${p['near']} » ?`} Corrigez le nom.`,
  },
  'cli-savings-not-covered': {
    en: (p) => `nothing in "${p['part']}" covers ${p['date']}. Add a period that does, or shorten the report.`,
    fr: (p) => `rien dans « ${p['part']} » ne couvre le ${p['date']}. Ajoutez une période, ou raccourcissez le rapport.`,
  },
  'cli-savings-no-baseline-month': {
    en: (p) => `the baseline period, ${p['from']} to ${p['until']}, has no month with the same days as one of the report: there is nothing to hold it against. Leave --baseline-from and --baseline-until out for ${p['usualFrom']} to ${p['usualUntil']}, or choose the same days of another year.`,
    fr: (p) => `la période de référence, du ${p['from']} au ${p['until']}, n’a aucun mois des mêmes jours que le rapport : il n’y a rien à quoi le comparer. Retirez --baseline-from et --baseline-until pour aller du ${p['usualFrom']} au ${p['usualUntil']}, ou choisissez les mêmes jours d’une autre année.`,
  },
  'cli-savings-no-lamps-here': { en: () => 'there are no lamps within the boundary. Choose another city or commune.', fr: () => 'il n’y a aucun point lumineux dans le périmètre. Choisissez une autre ville ou commune.' },
  'cli-savings-no-before': {
    en: () => 'the city does not say what its lamps replaced. Name a question to compare with the city as it is, `npx jumeau report savings dim-after-midnight`, or the city before with --city; or give watts before in the inventory (powerBefore, `npx jumeau import --lamps`).',
    fr: () => 'la ville ne dit pas ce que ses points lumineux ont remplacé. Nommez une question à comparer à la ville telle quelle, « npx jumeau report savings dim-after-midnight », ou la ville d’avant avec --city ; ou donnez la puissance d’avant dans l’inventaire (powerBefore, « npx jumeau import --lamps »).',
  },
  'cli-savings-other-city': {
    en: (p) => `it differs from ${p['city']} in more than its lighting programs (${p['differs']}): that would pass for a saving. Give two cities that differ in their programs alone (\`npx jumeau lighting import\`); for lamps that were replaced, give their watts before in the inventory (powerBefore) and leave --city out.`,
    fr: (p) => `elle diffère de ${p['city']} par autre chose que ses programmes d’éclairage (${p['differs']}) : cet écart passerait pour une économie. Donnez deux villes qui ne diffèrent que par leurs programmes (« npx jumeau lighting import ») ; pour des lampes remplacées, donnez leur puissance d’avant dans l’inventaire (powerBefore) et retirez --city.`,
  },
  'cli-savings-no-light-change': {
    en: () => 'it changes no lamp: there is no saving to report. Choose a question about lighting, or a city with other programs.',
    fr: () => 'aucun éclairage n’y change : il n’y a pas d’économie à rapporter. Choisissez une question sur l’éclairage, ou une ville aux programmes différents.',
  },
  'cli-savings-follows-traffic': {
    en: () => 'the lamps of this question follow the traffic: what that saves in a year only a year of traffic would tell. See what a run saves with `npx jumeau compare`.',
    fr: () => 'l’éclairage de cette question suit le trafic : seule une année de trafic dirait ce qu’il épargne. Voyez ce qu’épargne une simulation avec `npx jumeau compare`.',
  },
  'cli-savings-template-there': {
    en: () => 'this file of readings exists, and what was written into it would be lost: it is not replaced. Choose another name.',
    fr: () => 'ce fichier de relevés existe, et ce qui y est saisi serait perdu : il n’est pas remplacé. Choisissez un autre nom.',
  },
  'cli-savings-no-meters-to-list': {
    en: () => 'there is no meter of its own for any cabinet here, or no whole month in the period. Choose other communes, or --from and --until of whole months.',
    fr: () => 'aucune armoire d’ici n’a un compteur à elle, ou la période n’a aucun mois entier. Choisissez d’autres communes, ou des mois entiers avec --from et --until.',
  },
  'cli-savings-no-meters-for-b': { en: () => 'option B measures consumption: give the readings with --meters (--meters-template writes a file to fill in).', fr: () => 'l’option B mesure la consommation : donnez les relevés avec --meters (--meters-template écrit un fichier à remplir).' },
};
