import type { Terminal } from './terminal.ts';

const UNITS = { fr: ['o', 'ko', 'Mo', 'Go', 'To'], en: ['B', 'kB', 'MB', 'GB', 'TB'] } as const;

/** A size as people read it: '12,3 Mo'; powers of a thousand, as disks are sold. */
export function bytesText({ language, number }: Terminal, bytes: number): string {
  let at = 0, value = bytes;
  while (value >= 999.95 && at < UNITS[language].length - 1) { value /= 1000; at++; }
  return `${number(value, at === 0 ? 0 : 1)} ${UNITS[language][at]}`;
}
