import type { ProblemWords } from './problem-words.ts';

/** Words for what can be wrong with a queue, or with a store that several machines see. */
export const queueProblems: ProblemWords = {
  'cli-queue-missing': {
    en: () => 'no queue is named. Give its address: --queue postgres://user@host/database or --queue redis://host, or set JUMEAU_QUEUE.',
    fr: () => 'aucune file n’est nommée. Donnez son adresse : --queue postgres://utilisateur@machine/base ou --queue redis://machine, ou renseignez JUMEAU_QUEUE.',
  },
  'cli-queue-address': {
    en: (p) => `"${p['value']}" is no address of a queue. Write postgres://user@host/database or redis://host:6379, rediss:// for Redis over TLS.`,
    fr: (p) => `« ${p['value']} » n’est pas l’adresse d’une file. Écrivez postgres://utilisateur@machine/base ou redis://machine:6379, rediss:// pour Redis sous TLS.`,
  },
  'cli-queue-unreachable': {
    en: (p) => `the queue does not answer (${p['cause']}). Check that PostgreSQL or Redis runs there, that this machine may reach it, and user and password.`,
    fr: (p) => `la file ne répond pas (${p['cause']}). Vérifiez que PostgreSQL ou Redis y tourne, que cette machine peut l’atteindre, et l’utilisateur et son mot de passe.`,
  },
  'cli-queue-certificate': {
    en: (p) => `the certificate of the server is not accepted (${p['cause']}). With PostgreSQL name the file of the authority that signed it: ?sslmode=verify-full&sslrootcert=/path/ca.pem; or ?sslmode=require, which encrypts and does not check who answers. With Redis the file goes into NODE_EXTRA_CA_CERTS.`,
    fr: (p) => `le certificat du serveur n’est pas accepté (${p['cause']}). Avec PostgreSQL, nommez le fichier de l’autorité qui l’a signé : ?sslmode=verify-full&sslrootcert=/chemin/ca.pem ; ou ?sslmode=require, qui chiffre sans vérifier qui répond. Avec Redis, le fichier se donne dans NODE_EXTRA_CA_CERTS.`,
  },
  'cli-queue-authority': {
    en: (p) => `the certificate of the server cannot be checked (${p['cause']}). sslmode=verify-ca needs sslrootcert=/path/ca.pem, the file of the authority that signed it; check that each file named in the address is on this machine and may be read.`,
    fr: (p) => `le certificat du serveur ne peut pas être vérifié (${p['cause']}). sslmode=verify-ca demande sslrootcert=/chemin/ca.pem, le fichier de l’autorité qui l’a signé ; vérifiez que chaque fichier nommé dans l’adresse est sur cette machine et se lit.`,
  },
  'cli-queue-no-tls': {
    en: (p) => `the server speaks no TLS, which sslmode asks for (${p['cause']}). Switch it on there (postgresql.conf: ssl = on), or leave sslmode out of the address where only the fleet reaches that network.`,
    fr: (p) => `le serveur ne parle pas TLS, que sslmode exige (${p['cause']}). Activez-le là-bas (postgresql.conf : ssl = on), ou retirez sslmode de l’adresse si ce réseau n’est ouvert qu’aux machines du parc.`,
  },
  'cli-store-address': {
    en: (p) => `"${p['value']}" is no address of a store. Write a folder, or s3://bucket/prefix?endpoint=https://host&region=name, without user and password: those are for AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.`,
    fr: (p) => `« ${p['value']} » n’est pas l’adresse d’un dépôt. Écrivez un dossier, ou s3://compartiment/préfixe?endpoint=https://machine&region=nom, sans utilisateur ni mot de passe : AWS_ACCESS_KEY_ID et AWS_SECRET_ACCESS_KEY sont là pour cela.`,
  },
  'cli-store-credentials': {
    en: () => 'the bucket asks who you are, and nobody is named. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
    fr: () => 'le compartiment demande qui vous êtes, et personne n’est nommé. Renseignez AWS_ACCESS_KEY_ID et AWS_SECRET_ACCESS_KEY.',
  },
  'cli-store-unreachable': {
    en: (p) => `the store cannot be read (${p['cause']}). Check address, region, credentials, and that they may read and write below the prefix.`,
    fr: (p) => `le dépôt ne se lit pas (${p['cause']}). Vérifiez l’adresse, la région, les identifiants, et qu’ils permettent de lire et d’écrire sous le préfixe.`,
  },
  'cli-store-none': {
    en: () => 'there is no store here, and a worker makes none: its results would go where nobody looks. Mount the folder that the sender uses; a new one becomes a store with `jumeau results`.',
    fr: () => 'il n’y a pas de dépôt ici, et ce n’est pas ici qu’on en crée : les résultats iraient où personne ne regarde. Montez le dossier dont se sert l’expéditeur ; un nouveau devient dépôt avec `jumeau results`.',
  },
  'cli-store-refused': {
    en: (p) => `the store takes nothing from this machine (${p['cause']}), several times in a row. Its runs went back to the queue, for others. Check free space, the mount and the right to write, then start the worker again.`,
    fr: (p) => `le dépôt n’accepte rien de cette machine (${p['cause']}), plusieurs fois de suite. Ses simulations sont rendues à la file, pour d’autres. Vérifiez la place libre, le montage et le droit d’écrire, puis redémarrez.`,
  },
};
