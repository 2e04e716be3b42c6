// Goal: a question in a file says what one of the library says, in YAML, JSON and TypeScript alike; all that is wrong with it is told at once, on its line and with the name that was probably meant.
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { BadInput } from '../../cli/bad-input.ts';
import { readQuestionFile } from '../../cli/question-file.ts';
import { editDistance } from '../../scenarios/changes/near-name.ts';
import { inWords, placeOf } from '../../scenarios/language/problems.ts';
import { questions } from '../../scenarios/questions/library.ts';
import type { Question } from '../../scenarios/questions/question.ts';

let folder: string;
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'jumeau-questions-')); });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
/** What is said of a file, as a person reads it, without the folder. */
async function told(path: string, language: 'en' | 'fr' = 'en'): Promise<string[]> {
  const read = await readQuestionFile(path).catch((fault: unknown) => { if (fault instanceof BadInput) return fault; throw fault; });
  const problems = read instanceof BadInput ? read.problems : read.place(read.problems);
  return problems.map((problem) => `${placeOf(problem, language).replace(`${folder}/`, '')}: ${inWords(problem, language)}`);
}

const changes = [{ change: 'bus-priority', why: 'to see what happens', enabled: false, controllers: 'all' }];
const whole = { name: 'mine', title: 'Mine', question: { fr: 'Que se passe-t-il ?', en: 'What happens?' }, when: { from: '07:00', hours: 0.5 }, seeds: 4, changes, indicators: ['bus-mean-delay-s', 'traffic-co2-kg'] };

describe('one question', () => {
  const asModule = (data: unknown, types: string) => `import { defineQuestion } from 'jumeau';\n${types}\nexport default defineQuestion(${JSON.stringify(data)});`;
  test('is the same in every form, and what it does not say is as for changes alone', async () => {
    const written = [file('q.json', JSON.stringify(whole)), file('q.yaml', stringify(whole)), file('q.ts', asModule(whole, 'enum Kept { no }\nconst kept: Kept = Kept.no;')), file('q.mjs', asModule(whole, ''))];
    for (const path of written) {
      const { question, problems } = await readQuestionFile(path);
      expect([basename(path), problems, question]).toEqual([basename(path), [], { ...whole, title: { fr: 'Mine', en: 'Mine' }, ownSpan: true }]);
    }
    const list = file('list.yaml', stringify(changes)), alone = file('alone.yaml', stringify({ changes })), ofList = (await readQuestionFile(list)).question!, ofAlone = (await readQuestionFile(alone)).question!;
    expect({ ...ofAlone, name: '', title: '', question: '' }).toEqual({ ...ofList, name: '', title: '', question: '' });
    expect([ofList.name, ofAlone.name]).toEqual(['list.yaml', 'alone.yaml']);
  });

  test('is called after its file, wherever that lies, and asked by its title where it says no question', async () => {
    mkdirSync(join(folder, 'deep/down'), { recursive: true });
    const { question } = await readQuestionFile(file('deep/down/l5.yaml', stringify({ title: 'A bus every five minutes', changes })));
    expect([question!.name, question!.question]).toEqual(['l5.yaml', { fr: 'Que fait ce changement : A bus every five minutes ?', en: 'What does this change do: A bus every five minutes?' }]);
    expect(JSON.stringify((await readQuestionFile(file('deep/down/bare.yaml', stringify(changes)))).question)).not.toContain('deep');
  });

  test('of the library comes back from every form as it is', async () => {
    for (const { ofCity: _, found: _found, against: _against, ...question } of questions.filter(({ changes: some }) => some.length > 0)) {
      const renamed = { ...question, name: `${question.name}-again` };
      for (const path of [file('again.json', JSON.stringify(renamed)), file('again.yaml', stringify(renamed))]) {
        expect((await readQuestionFile(path)).question).toEqual({ ...renamed, ownSpan: true } satisfies Question);
      }
    }
  });

  test('in TypeScript may come from several files, is told where it cannot be read, and leaves nothing beside it', async () => {
    file('part.ts', 'export const lines = (names: string[]) => names.map((line) => ({ change: "bus-holding" as const, why: "to see what happens", lines: [line], hold: "none" as const }));');
    const { question } = await readQuestionFile(file('parts.ts', 'import { lines } from "./part.ts";\nexport default lines(["L3", "L5"]);'));
    expect(question!.changes).toHaveLength(2);
    expect(await told(file('half.ts', 'export default {\n  changes: [,;'))).toEqual([expect.stringMatching(/^half\.ts: line 2, column 14: this cannot be run/)]);
    expect(await told(file('throws.ts', 'throw new Error("not today");'))).toEqual([expect.stringMatching(/^throws\.ts: this cannot be run as TypeScript or JavaScript \(not today\)/)]);
    expect(await told(file('none.ts', 'export const question = 1;'))).toEqual([expect.stringMatching(/^none\.ts: this module exports nothing by default/)]);
    expect(await told(file('round.ts', 'const one: { self?: unknown } = {}; one.self = one; export default one;'))).toEqual([expect.stringMatching(/^round\.ts: this cannot be run/)]);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('in TypeScript finds packages from where it lies, files beside it, and lies nowhere else while it runs', async () => {
    const packages = join(folder, 'node_modules', 'held-lines');
    mkdirSync(join(packages, 'more'), { recursive: true });
    writeFileSync(join(packages, 'package.json'), JSON.stringify({ name: 'held-lines', exports: { '.': { import: './index.mjs', require: './no.cjs' }, './old': './more/old.cjs' } }));
    writeFileSync(join(packages, 'index.mjs'), 'import { readFileSync } from "node:fs";\nexport const held = readFileSync(new URL("./held.txt", import.meta.url), "utf8").trim();');
    writeFileSync(join(packages, 'held.txt'), 'L3\n');
    writeFileSync(join(packages, 'more/old.cjs'), 'exports.old = require("node:path").basename(__filename) === "old.cjs" ? "L5" : "";');
    file('beside.txt', 'to see what happens');
    const { question } = await readQuestionFile(file('packages.ts', `
      import { readdirSync, readFileSync } from 'node:fs';
      import { join } from 'node:path';
      import { held } from 'held-lines';
      import { old } from 'held-lines/old';
      const there: string[] = readdirSync(new URL('.', import.meta.url)), why = readFileSync(join(import.meta.dirname, 'beside.txt'), 'utf8');
      if (there.some((name) => name.startsWith('.'))) throw new Error('something was written');
      export default [held, old].map((line) => ({ change: 'bus-holding', why, lines: [line], hold: 'none' }));`));
    expect(question!.changes.map((change) => [change.why, (change as { lines: unknown }).lines])).toEqual([['to see what happens', ['L3']], ['to see what happens', ['L5']]]);
    expect(await told(file('lost.ts', 'import { x } from "no-such-package";\nexport default x;'))).toEqual([expect.stringMatching(/^lost\.ts: line 1, column 1\d: this cannot be run.*no-such-package/)]);
  });
});

test('the example of the page on comparison is read as it stands', async () => {
  const page = readFileSync(new URL('../../docs/models/comparison.md', import.meta.url), 'utf8'), blocks = [...page.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, block]) => block!);
  expect(blocks).toHaveLength(1);
  const { question, problems } = await readQuestionFile(file('example.yaml', blocks[0]!));
  expect([problems, question!.name, question!.expected!.length]).toEqual([[], 'quiet-boulevard', 1]);
});

describe('what is wrong', () => {
  const wrong = `titel: Mine
name: baseline
when: { from: 7:00, hours: 0.5 }
seds: 2
changes:
  - change: limit-by-time
    why: to see what happens
    where: { streat: Rue Monge }
    from: 07:00
    until: 08:00
    limitKmh: 30
  - change: switching-rule
    why: to see what happens
    zone: all
    rule: { by: photocel, onLx: 20, offLx: 30 }
  - change: lighting-program
    why: to see what happens
    zone: all
    levels:
      - { from: 22:00, outputShre: 0.5 }
  - change: bus-holdng
indicators: [bus-mean-dealy-s]
`;
  test('with figures that are asked for or expected: what nothing could agree with, and what is said twice, in the lines of it', async () => {
    const of = (expected: string): string => `changes: [{ change: bus-holding, why: to see what happens, lines: [L5], hold: none }]\nindicators: [bus-mean-delay-s, rescues, bus-mean-delay-s]\nexpected:\n${expected}`;
    const line = (moves: string, least: number, most: number, more = ''): string => `  - { indicator: rescues, moves: ${moves}, least: ${least}, most: ${most}, why: reckoned with a pencil${more} }\n`;
    expect(await told(file('twice.yaml', of(line('falls', 10, 3) + line('rises', 0, 5))))).toEqual([
      expect.stringMatching(/line 2: indicators 3: "bus-mean-delay-s" stands here already, as entry 1/), expect.stringMatching(/line 4: expected 1, least: no figure lies between 10 and 3/), expect.stringMatching(/line 5: expected 2, indicator: entry 1 expects something of "rescues" already/),
    ]);
    // The same way in both units: at least a tenth, and at least two.
    expect(await told(file('once.yaml', of(line('falls', 3, 3) + line('falls', 2, 9, ', unit: own')).replace(', bus-mean-delay-s]', ']')))).toEqual([]);
  });

  test('is told all at once, each on its line, with the name that was meant at any depth', async () => {
    const lines = await told(file('wrong.yaml', wrong));
    for (const each of [
      /^wrong\.yaml: line 1: there is no field "titel" here\. Did you mean "title"\?/, /line 2: name: "baseline" is a question of the library/, /line 3: when, from: the value does not fit \(write "07:00"\)/, /line 4: .*"seds" here\. Did you mean "seeds"\?/,
      /line 8: change 1 \(limit-by-time\), where: .*"streat" here\. Did you mean "street"\?/, /line 15: change 2 \(switching-rule\), rule, by: .*Did you mean "photocell"\?/,
      /line 20: change 3 \(lighting-program\), levels 1: .*"outputShre" here\. Did you mean "outputShare"\? Its fields: from, outputShare, rampS\./,
      /line 21: change 4, change: there is no kind of change "bus-holdng"\. Did you mean "bus-holding"\?/, /line 22: indicators 1: .*Did you mean "bus-mean-delay-s"\?/,
    ]) expect(lines).toContainEqual(expect.stringMatching(each));
    // And the three fields that a change of the kind that was meant lacks.
    expect(lines).toHaveLength(12);
    for (const line of await told(file('wrong.yaml', wrong), 'fr')) expect(line).toMatch(/^wrong\.yaml : ligne \d+(?: : |: il n’y a pas ici)/);
  });

  test('names the field that was meant, also where it goes by another word, stands a level too high or under a kind that is misspelt; and the very clock time', async () => {
    const slips = 'changes:\n  - change: bus-lane\n    why: to see what happens\n    street: Rue Monge\n    from: 9h30\n  - { change: bus-priority, why: to see what happens, on: true, controllers: all }\n  - change: headways\n    why: to see what happens\n    line: [L5]\n    everyMins: 5\n    from: "9:00"\n    until: "10:00"\nwhen: { from: "7:00", hours: 1 }\n';
    expect(await told(file('slips.yaml', slips))).toEqual([
      expect.stringMatching(/^slips\.yaml: line 4: change 1 \(bus-lane\): there is no field "street" here\. Write where: \{ street: \.\.\. \}\. Its fields: /), 'slips.yaml: line 5: change 1 (bus-lane), from: the value does not fit (write "09:30").',
      expect.stringMatching(/^slips\.yaml: line 6: .*"on" here\. Did you mean "enabled"\?/), expect.stringMatching(/^slips\.yaml: line 7: .*no kind of change "headways"\. Did you mean "headway"\?/),
      expect.stringMatching(/^slips\.yaml: line 9: .*"line" here\. Did you mean "lines"\?/), expect.stringMatching(/^slips\.yaml: line 10: .*"everyMins" here\. Did you mean "everyMin"\?/),
      'slips.yaml: line 11: change 3, from: the value does not fit (write "09:00").', 'slips.yaml: line 13: when, from: the value does not fit (write "07:00").',
    ]);
    expect((await told(file('slips.yaml', slips), 'fr')).filter((line) => /Écrivez where: \{ street: \.\.\. \}\.|écrivez "0[79]:[03]0"/.test(line))).toHaveLength(4);
  });

  test('with the indentation of YAML is told once a line, in the language of the reader', async () => {
    const path = file('indent.yaml', 'title: Mine: again\n  changes:\n   - 1\nseeds: 3\n'), tab = file('tab.yaml', 'changes:\n\t- 1');
    for (const language of ['en', 'fr'] as const) {
      const lines = await told(path, language);
      expect(new Set(lines.map((line) => /(?:line|ligne) (\d+)/.exec(line)![1])).size).toBe(lines.length);
    }
    expect((await told(path, 'fr'))[0]).toMatch(/^indent\.yaml : ligne 1, colonne \d+ ?: ceci ne se lit pas comme du YAML : .*retrait/);
    expect((await told(tab, 'fr'))[0]).toContain('tabulations');
    for (const line of [...(await told(path, 'fr')), ...(await told(tab, 'fr'))]) expect(line).not.toMatch(/\b(the|are|must|not)\b/);
  });

  test('stands on the same lines in JSON, and in a list of changes alone', async () => {
    expect(await told(file('wrong.json', '{\n "changes": [\n  {\n   "change": "bus-priority",\n   "enabled": true,\n   "why": "to see what happens",\n   "contrllers": "all" }],\n "seeds": 0\n}'))).toEqual([
      expect.stringMatching(/^wrong\.json: line 7: change 1 \(bus-priority\): .*Did you mean "controllers"\?/), 'wrong.json: line 8: seeds: the value does not fit (write 1 or more).',
    ]);
    expect(await told(file('list.json', '[\n {\n  "change": "bus-priority",\n  "why": "to see what happens",\n  "enabled": 1,\n  "controllers": [] }]'))).toEqual([
      expect.stringMatching(/^list\.json: line 5: change 1 \(bus-priority\), enabled: /), expect.stringMatching(/^list\.json: line 6: change 1 \(bus-priority\), controllers: .*at least 1 entry/),
    ]);
  });

  test.each([
    ['a tab', 'changes:\n\t- 1', /^f\.yaml: line 2, column \d+: this cannot be read as YAML/], ['anchors', 'changes: &a [*a, *a]', /^f\.yaml: this cannot be read as YAML/],
    ['nothing', '', /^f\.yaml.*: this is neither a question nor a list/], ['a word', 'dim', /neither a question nor a list/], ['no changes', 'name: mine', /changes: the field "changes" is needed/], ['an empty list', 'changes: []', /there is no change in this file/],
    ['changes that are none', 'changes: dim', /neither a question nor a list/], ['a prototype', '{"__proto__":{"changes":[]}}', /./], ['ten thousand brackets', '['.repeat(10_000), /cannot be read as YAML/],
  ])('%s is a problem, no fault', async (_, content, words) => {
    const lines = await told(file('f.yaml', content));
    expect(lines.length).toBeGreaterThan(0);
    expect(lines[0]).toMatch(words);
  });
});

test.each([['titel', 'title', 1], ['kitten', 'sitting', 3], ['ca', 'abc', 3], ['', 'ab', 2], ['same', 'same', 0], ['form', 'from', 1]])('from "%s" to "%s" it is %i mistakes (Damerau; "ca" to "abc" is 3 where no letter is touched twice)', (one, other, mistakes) => {
  expect(editDistance(one, other)).toBe(mistakes);
  expect(editDistance(other, one)).toBe(mistakes);
});
