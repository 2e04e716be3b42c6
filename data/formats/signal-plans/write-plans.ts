import { PLAN_FORMAT, PLAN_VERSION, type PlannedController, type PlannedGroup, type PlannedInterval } from './plan-records.ts';

/** By these words a file is known as one that was written here. */
export const PLAN_FILE_HEAD = '# Signal plans. Times are tenths of a second; letters in `shows` stand in the order of the groups:';

/** A plan file: one line for each group, row of the matrix and interval, so that two plans can be compared line by line. */
export function* writePlans(controllers: readonly PlannedController[]): Generator<string> {
  yield `${PLAN_FILE_HEAD}
# G green, g green that gives way, y amber, r red, u red and amber, o flashing, O off, s arrow after a stop.
# intergreenTenths: from the end of green of the group of the row to the start of green of the group of the column.
format: ${PLAN_FORMAT}
version: ${PLAN_VERSION}
controllers:${controllers.length === 0 ? ' []' : ''}
`;
  for (const controller of controllers) yield controllerText(controller);
}

function controllerText({ name, groups, intergreenTenths, plans, schedule }: PlannedController): string {
  const lines = [`  - name: ${quoted(name)}`, '    groups:', ...groups.map((group) => `      - { ${groupFields(group)} }`)];
  if (intergreenTenths) lines.push('    intergreenTenths:', ...matrixLines(intergreenTenths));
  lines.push('    plans:');
  for (const plan of plans) {
    lines.push(`      - name: ${quoted(plan.name)}`, `        offsetTenths: ${plan.offsetTenths}`, '        intervals:', ...plan.intervals.map((interval) => `          - { ${intervalFields(interval)} }`));
  }
  if (schedule) lines.push(schedule.length === 0 ? '    schedule: []' : '    schedule:', ...schedule.map(({ from, plan, days }) => `      - { from: ${quoted(from)}, plan: ${plan === null ? '~' : quoted(plan)}${days ? `, days: [${days.join(', ')}]` : ''} }`));
  return `${lines.join('\n')}\n`;
}

/** JSON's text is YAML's too. */
const quoted = (text: string): string => JSON.stringify(text);

const groupFields = ({ name, kind, ...tenths }: PlannedGroup): string =>
  [`name: ${quoted(name)}`, ...(kind === undefined ? [] : [`kind: ${kind}`]), ...Object.entries(tenths).map(([field, value]) => `${field}: ${value}`)].join(', ');

const intervalFields = ({ durationTenths, longestTenths, stage, shows }: PlannedInterval): string =>
  [`durationTenths: ${durationTenths}`, ...(longestTenths === undefined ? [] : [`longestTenths: ${longestTenths}`]), `stage: ${stage}`, `shows: ${quoted(shows)}`].join(', ');

/** Columns stand under each other. */
function matrixLines(matrix: readonly (readonly (number | null)[])[]): string[] {
  const width = Math.max(1, ...matrix.flat().map((value) => String(value ?? '~').length));
  return matrix.map((row) => `      - [${row.map((value) => String(value ?? '~').padStart(width)).join(', ')}]`);
}
