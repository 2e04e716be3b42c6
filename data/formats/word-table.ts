/**
 * What words of a file mean. Without a prototype: a file may hold any word, 'constructor' among them, and an ordinary
 * object would have an answer to that one.
 */
export const wordTable = <T>(words: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
  Object.assign(Object.create(null) as Record<string, T>, words);
