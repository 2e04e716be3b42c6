import { singularFr } from './plural.ts';

/** Words of `jumeau worker`, and of commands that send their runs to a fleet. */
export const queueWords = {
  workerAbout: { fr: 'prend des simulations dans une file et les calcule, jusqu’à Ctrl-C ou SIGTERM ; les résultats vont dans le dépôt que tous voient', en: 'takes runs from a queue and computes them, until Ctrl-C or SIGTERM; results go to the store that all see' },
  queueOption: { fr: 'file où les simulations attendent : postgres://… ou redis://… (par défaut : JUMEAU_QUEUE)', en: 'queue where the runs wait: postgres://… or redis://… (default: JUMEAU_QUEUE)' },
  storeOption: { fr: 'dépôt des résultats, le même pour tous : un dossier ou s3://compartiment/préfixe (par défaut : JUMEAU_STORE, qui vaut pour toutes les commandes, sinon celui de cette machine)', en: 'store of the results, the same for all: a folder, or s3://bucket/prefix (default: JUMEAU_STORE, which holds for every command, else the one of this machine)' },
  workersOption: { fr: 'simulations à la fois (par défaut : le nombre de cœurs)', en: 'runs at a time (default: as many as cores)' },
  statusOption: { fr: 'dit où en est la file : ce qui attend, qui écoute, où en sont les simulations en cours, sans en prendre', en: 'tells how the queue stands: what waits, who listens, how far runs are, without taking any' },
  deadLettersOption: { fr: 'liste les simulations abandonnées et pourquoi, sans en prendre', en: 'lists the runs that were given up, and why, without taking any' },
  retryOption: { fr: 'remet en file toutes les simulations abandonnées, sans en prendre', en: 'puts all runs that were given up back into the queue, without taking any' },
  listening: {
    fr: (place: string, engine: string, slots: string) => `À l’écoute de ${place} : moteur ${engine}, ${slots} ${singularFr(slots) ? 'simulation' : 'simulations'} à la fois. Ctrl-C pour finir.`,
    en: (place: string, engine: string, slots: string) => `Listening at ${place}: engine ${engine}, ${slots} ${slots === '1' ? 'run' : 'runs'} at a time. Ctrl-C to end.`,
  },
  storeAt: { fr: (place: string) => `Dépôt : ${place}`, en: (place: string) => `Store: ${place}` },
  run: { fr: (key: string, question: string, seed: string) => `${key}  ${question}, graine ${seed}`, en: (key: string, question: string, seed: string) => `${key}  ${question}, seed ${seed}` },
  runDone: { fr: (count: string, run: string, seconds: string) => `${count}  ${run} : faite en ${seconds} s`, en: (count: string, run: string, seconds: string) => `${count}  ${run}: done in ${seconds} s` },
  runThere: { fr: (count: string, run: string) => `${count}  ${run} : déjà dans le dépôt`, en: (count: string, run: string) => `${count}  ${run}: in the store already` },
  runFailed: { fr: (run: string, reason: string) => `${run}, échec : ${reason}`, en: (run: string, reason: string) => `${run}, failed: ${reason}` },
  foreignJob: { fr: 'tâche qui n’est pas de cette version de Jumeau', en: 'a job that is none of this version of Jumeau' },
  statusOf: {
    fr: (place: string, engine: string, store: string) => `File ${place}, moteur ${engine}, dépôt ${store}`,
    en: (place: string, engine: string, store: string) => `Queue ${place}, engine ${engine}, store ${store}`,
  },
  counts: {
    fr: (waiting: string, active: string, again: string, dead: string) => `Simulations : ${waiting} en attente, ${active} en cours, ${again} à reprendre après un échec, ${dead} ${singularFr(dead) ? 'abandonnée' : 'abandonnées'}`,
    en: (waiting: string, active: string, again: string, dead: string) => `Runs: ${waiting} waiting, ${active} under way, ${again} to be tried again after a failure, ${dead} given up`,
  },
  nobody: { fr: 'Personne n’écoute cette file avec ce moteur et ce dépôt.', en: 'Nobody listens at this queue with this engine and this store.' },
  listeners: {
    fr: (workers: string, slots: string) => `À l’écoute : ${workers} processus, ${slots} ${singularFr(slots) ? 'simulation' : 'simulations'} à la fois`,
    en: (workers: string, slots: string) => `Listening: ${workers} ${workers === '1' ? 'worker' : 'workers'}, ${slots} ${slots === '1' ? 'run' : 'runs'} at a time`,
  },
  underWay: {
    fr: (run: string, seconds: string, clock: string) => `${run}${seconds === '' ? '' : ` : depuis ${seconds} s`}${clock === '' ? '' : `, simulé jusqu’à ${clock}`}`,
    en: (run: string, seconds: string, clock: string) => `${run}${seconds === '' ? '' : `: for ${seconds} s`}${clock === '' ? '' : `, simulated up to ${clock}`}`,
  },
  moreRuns: { fr: (count: string) => `et ${count} de plus`, en: (count: string) => `and ${count} more` },
  seeDeadLetters: { fr: 'Pourquoi des simulations ont été abandonnées : `jumeau worker --dead-letters`.', en: 'Why runs were given up: `jumeau worker --dead-letters`.' },
  ended: {
    fr: (done: string, failed: string) => `Fini : ${done} ${singularFr(done) ? 'simulation faite' : 'simulations faites'}, ${failed} ${singularFr(failed) ? 'échec' : 'échecs'}. Ce qui était en cours est rendu à la file.`,
    en: (done: string, failed: string) => `Ended: ${done} ${done === '1' ? 'run' : 'runs'} done, ${failed} failed. What was under way is given back to the queue.`,
  },
  noDeadLetters: { fr: 'Aucune simulation abandonnée pour cette version du moteur.', en: 'No run of this engine version was given up.' },
  deadLetterCount: {
    fr: (count: string) => `${count} ${singularFr(count) ? 'simulation abandonnée' : 'simulations abandonnées'} :`,
    en: (count: string) => `${count} ${count === '1' ? 'run was' : 'runs were'} given up:`,
  },
  givenUp: { fr: (key: string, seed: string) => `${key}  graine ${seed}`, en: (key: string, seed: string) => `${key}  seed ${seed}` },
  deadLetter: {
    fr: (run: string, attempts: string, reason: string) => `${run}, ${attempts} ${singularFr(attempts) ? 'échec' : 'échecs'} : ${reason}`,
    en: (run: string, attempts: string, reason: string) => `${run}, ${attempts} ${attempts === '1' ? 'failure' : 'failures'}: ${reason}`,
  },
  howToRetry: { fr: 'Une fois la cause levée : `jumeau worker --retry`.', en: 'Once the cause is mended: `jumeau worker --retry`.' },
  retried: {
    fr: (count: string) => `${count} ${singularFr(count) ? 'simulation remise' : 'simulations remises'} en file.`,
    en: (count: string) => `${count} ${count === '1' ? 'run' : 'runs'} put back into the queue.`,
  },
  storeOfThisMachine: {
    fr: (store: string) => `Les résultats vont dans le dépôt de cette machine, ${store}, que d’autres machines ne voient pas : elles ne prendront pas ces simulations. Nommez-en un que toutes voient avec --store ou JUMEAU_STORE.`,
    en: (store: string) => `Results go to the store of this machine, ${store}, which other machines do not see: they will not take these runs. Name one that all see with --store or JUMEAU_STORE.`,
  },
  nobodyListens: {
    fr: (place: string, engine: string, store: string) => `Personne n’écoute ${place} avec le moteur ${engine} et le dépôt ${store} : les simulations attendent. Démarrez \`jumeau worker --queue … --store …\` de cette même version, avec ce même dépôt ; les autres ne les prennent pas.`,
    en: (place: string, engine: string, store: string) => `Nobody listens at ${place} with engine ${engine} and the store ${store}: the runs wait. Start \`jumeau worker --queue … --store …\` of this very version, with this very store; others do not take them.`,
  },
  brokerAway: {
    fr: (place: string, cause: string) => `${place} ne répond pas (${cause}) : nouvel essai. Ce qui est déjà dans le dépôt est acquis.`,
    en: (place: string, cause: string) => `${place} does not answer (${cause}): trying again. What is in the store already is safe.`,
  },
};
