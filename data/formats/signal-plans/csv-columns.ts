/** What a line of a plan file in CSV can be about, with the columns that it fills besides `what` and `controller`. */
export const csvLines = {
  group: ['name', 'kind', 'minimumGreenTenths', 'amberTenths', 'longestWaitTenths'],
  intergreen: ['ending', 'starting', 'tenths'],
  plan: ['plan', 'offsetTenths'],
  interval: ['plan', 'durationTenths', 'longestTenths', 'stage', 'shows'],
  switch: ['plan', 'from', 'days'],
} as const;

export type CsvLineKind = keyof typeof csvLines;

/** The columns of a plan file in CSV. */
export const csvColumns = ['what', 'controller', ...new Set(Object.values(csvLines).flat())] as const;
export type CsvColumn = (typeof csvColumns)[number];

/** By this line a file is known as one of plans. */
export const PLAN_CSV_HEAD = csvColumns.join(',');
