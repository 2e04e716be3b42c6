// Goal: a road surface from a file is what its lines say, or a list of what is wrong with them; whatever happens to the file, reading ends and throws nothing.
import { expect, test } from 'vitest';
import { MOST_R_TABLE_BYTES, readRTable } from '../../data/formats/r-table/read-r-table.ts';
import { randomShare } from '../../engine/foundation/random.ts';
import { makeRLookup, standardRTable } from '../../engine/lighting/road/r-table.ts';
import { inWords } from '../../scenarios/language/problems.ts';

/** R3 as people write it. */
function written(delimiter: string, decimal = '.'): string {
  const { tanGammas, betasDeg, r } = standardRTable('r3'), number = (value: number): string => String(value).replace('.', decimal);
  const lines = Array.from(tanGammas, (tangent, low) => [tangent, ...r.slice(low * 20, (low + 1) * 20)].map(number).join(delimiter));
  return `${['tan_gamma\\beta_deg', ...Array.from(betasDeg, number)].join(delimiter)}\r\n${lines.join('\r\n')}\r\n`;
}

test.each([[',', '.'], [';', '.'], [';', ','], ['\t', ',']])('R3 written with "%s" between and "%s" in numbers is R3', (delimiter, decimal) => {
  const { value, problems } = readRTable('r3.csv', written(delimiter, decimal)), { r, tanGammas, betasDeg } = standardRTable('r3');
  expect(problems).toEqual([]);
  expect(value).toEqual({ r, tanGammas, betasDeg });
});

test('a coarser table is one too; nodes need not be those of the standard', () => {
  const { value } = readRTable('own.csv', 'x,0,90,180\n0,100,100,100\n1.5,60,40,20\n12,1,0,0\n');
  const r = makeRLookup({ ...value!, q0: 0.1 });
  expect([r(0.75, 0), r(0.75, 135), r(1.5, 45), r(12, 0)]).toEqual([80, 65, 50, 1]);
});

const good = 'x,0,90,180\n0,100,100,100\n1,60,40,20\n';
test.each([
  ['r-table-too-short', 'x,0,180\n0,1,1\n'],
  ['r-table-betas', good.replace('0,90,180', '0,90,170')],
  ['r-table-betas', good.replace('0,90,180', '0,180,90')],
  ['r-table-betas', good.replace('0,90,180', '0,90°,180')],
  ['r-table-tan-gammas', good.replace('\n0,', '\n0.1,')],
  ['r-table-tan-gammas', good.replace('\n1,', '\n51,')],
  ['r-table-tan-gammas', `${good}1,1,1,1\n`],
  ['r-table-width', good.replace(',20\n', '\n')],
  ['r-table-not-a-value', good.replace('40', '-40')],
  ['r-table-not-a-value', good.replace('40', 'forty')],
  ['r-table-not-a-value', good.replace('40', '1e300')],
  ['r-table-dark', good.replace('0,100,100,100', '0,0,0,0')],
  ['r-table-not-csv', '"x,0,180\n0,1,1\n'],
  ['r-table-too-large', ' '.repeat(MOST_R_TABLE_BYTES + 1)],
])('%s is told', (code, content) => {
  const { value, problems } = readRTable('own.csv', content);
  expect(value).toBeUndefined();
  expect(problems.map((problem) => problem.code)).toContain(code);
  for (const problem of problems) expect(inWords(problem, 'fr')).not.toBe(inWords(problem, 'en'));
});

test('all that is wrong is told at once, with its line', () => {
  const { problems } = readRTable('own.csv', 'x,0,90,170\n0,100,100\n1,60,x,20\n0.5,1,1,1\n');
  expect(problems.map(({ code, where }) => `${code} ${where}`)).toEqual([
    'r-table-betas own.csv: line 1', 'r-table-tan-gammas own.csv', 'r-table-width own.csv: line 2', 'r-table-not-a-value own.csv: line 3',
  ]);
});

const DAMAGED = 400, PURPOSE = 8803;
test(`${DAMAGED} files damaged at random: read or refused, never thrown`, () => {
  const whole = written(',');
  let refused = 0;
  for (let seed = 1; seed <= DAMAGED; seed++) {
    let content = whole;
    for (let bite = 0; bite < 1 + (seed % 5); bite++) {
      const at = Math.floor(randomShare(seed, PURPOSE, bite, 0) * content.length), length = Math.floor(randomShare(seed, PURPOSE, bite, 1) * 30);
      const filling = [',', '\n', '"', '-', 'e99', '\u0000', '', '180,'][Math.floor(randomShare(seed, PURPOSE, bite, 2) * 8)]!;
      content = content.slice(0, at) + filling + content.slice(at + length);
    }
    const { value, problems } = readRTable('damaged.csv', content);
    if (value) expect(value.r.length, `seed ${seed}`).toBe(value.tanGammas.length * value.betasDeg.length);
    else refused++;
    expect(value === undefined, `seed ${seed}`).toBe(problems.some(({ severity }) => severity === 'error'));
  }
  expect(refused).toBeGreaterThan(DAMAGED / 2);
});
