/** A word as a shell takes it for one, for commands that people copy: what holds a space or a sign that shells read is quoted. */
export const shellWord = (word: string): string => (/^[\p{L}\p{N}_@%+=:,./-]+$/u.test(word) ? word : `'${word.replaceAll('\'', '\'\\\'\'')}'`);
