// Goal: a change of rules reaches the controllers that it names, leaves what it does not say, and nothing where it says what holds already.
import { expect, test } from 'vitest';
import { checkTwin } from '../../data/build/check-twin.ts';
import { applyPlans } from '../../data/build/signals/apply-plans.ts';
import { plansOfTwin } from '../../data/build/signals/plans-of-twin.ts';
import { makeTable, tableFrom } from '../../engine/foundation/table.ts';
import { competing, priorityMeans, ruleOf, usualRule } from '../../engine/twin/priority.ts';
import { interiorColumns, lineClass, lineColumns, lineStopColumns } from '../../engine/twin/transit.ts';
import { twinHash } from '../../engine/twin/bytes.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { applyChanges } from '../../scenarios/changes/apply-changes.ts';
import type { Change } from '../../scenarios/changes/change.ts';
import { changeInWords } from '../../scenarios/language/changes.ts';
import { questionNamed } from '../../scenarios/questions/library.ts';
import type { PriorityInput } from '../../scenarios/report/priority/priority-input.ts';
import { settingsSection } from '../../scenarios/report/priority/settings-section.ts';
import { referenceTwin } from '../reference-twin.ts';

type Rules = Extract<Change, { change: 'priority-rules' }>;
const twin = referenceTwin();
const rules = (rest: Partial<Rules>): Change => ({ change: 'priority-rules', why: 'to see what it does', controllers: 'all', ...rest });
const changed = (...changes: Change[]): Twin => applyChanges(twin, changes).value!;
const withPriority = Array.from({ length: twin.controllers.count }, (_, row) => row).filter((row) => twin.controllers.busPriority[row] === 1);
const longest = ({ intervals, controllers }: Twin, controller: number): number[] =>
  Array.from({ length: controllers.intervalCount[controller]! }, (_, at) => controllers.firstInterval[controller]! + at).map((row) => intervals.longestS[row]! - intervals.durationS[row]!);

test('"all" are those with priority; what is not said stays; controllers by name keep the others as they were', () => {
  const all = changed(rules({ lockoutCycles: 2, earlyGreen: true }));
  for (let controller = 0; controller < twin.controllers.count; controller++) {
    const { means, lockoutCycleCount, recoveryCycleCount } = ruleOf(all, controller), isChosen = withPriority.includes(controller);
    expect([means, lockoutCycleCount, recoveryCycleCount]).toEqual(isChosen ? [priorityMeans.extension | priorityMeans.earlyGreen, 2, usualRule.recoveryCycleCount] : [usualRule.means, usualRule.lockoutCycleCount, usualRule.recoveryCycleCount]);
  }
  const [first, second] = withPriority as [number, number], one = changed(rules({ lockoutCycles: 2 }), rules({ controllers: [twin.controllers.name[first]!], leastLateS: 60 }));
  expect(ruleOf(one, first)).toEqual({ ...usualRule, lockoutCycleCount: 2, leastLateS: 60 });
  expect(ruleOf(one, second)).toEqual({ ...usualRule, lockoutCycleCount: 2 });
});

test('an extension changes the stages that had one, and no extension takes the means away', () => {
  const shorter = changed(rules({ longestExtensionS: 7 })), none = changed(rules({ longestExtensionS: 0 }));
  for (const controller of withPriority) {
    expect(longest(shorter, controller)).toEqual(longest(twin, controller).map((extraS) => (extraS > 0 ? 7 : 0)));
    expect(ruleOf(none, controller).means & priorityMeans.extension).toBe(0);
  }
});

test('an exception from "no extension for all" has its extension, in either reading of the file that is allowed', () => {
  const [one, other] = withPriority as [number, number], named = (longestExtensionS: number): Change => rules({ longestExtensionS, controllers: [twin.controllers.name[one]!] });
  const excepted = changed(rules({ longestExtensionS: 0 }), named(10)), stagesS = longest(twin, one).filter((extraS) => extraS > 0);
  expect(longest(excepted, one).filter((extraS) => extraS > 0)).toEqual(stagesS.map(() => 10));
  expect([one, other].map((controller) => ruleOf(excepted, controller).means & priorityMeans.extension)).toEqual([priorityMeans.extension, 0]);
  // As if it stood alone: what others lose is no matter of its.
  expect(longest(excepted, one)).toEqual(longest(changed(named(10)), one));
  const late = applyChanges(twin, [named(10), rules({ longestExtensionS: 0 })]);
  expect([late.value, late.problems.map(({ code, where }) => `${where} ${code}`)]).toEqual([undefined, ['changes.1 change-contradicts']]);
});

test('an extension changes the stages of all plans that a controller has by the clock', () => {
  const [controller] = withPriority as [number], name = twin.controllers.name[controller]!, file = plansOfTwin(twin).find((one) => one.name === name)!, own = file.plans[0]!;
  const { value: city, problems } = applyPlans(twin, [{ ...file, plans: [{ ...own, name: 'day' }, { ...own, name: 'night' }], schedule: [{ from: '06:00', plan: 'day' }, { from: '22:00', plan: 'night' }] }], 'f', undefined);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const { value } = applyChanges(city!, [rules({ longestExtensionS: 7, controllers: [name] })]), extras = (of: Twin): number[] =>
    Array.from({ length: of.intervals.count }, (_, row) => row).filter((row) => of.intervals.controller[row] === controller).map((row) => of.intervals.longestS[row]! - of.intervals.durationS[row]!);
  expect(extras(city!).filter((extraS) => extraS > 0).length).toBeGreaterThan(longest(twin, controller).filter((extraS) => extraS > 0).length);
  expect(extras(value!)).toEqual(extras(city!).map((extraS) => (extraS > 0 ? 7 : 0)));
});

test('what holds already leaves the fingerprint as it is, and the original is never written to', () => {
  const before = twinHash(twin);
  expect(twinHash(changed(rules({}), rules({ lockoutCycles: usualRule.lockoutCycleCount, earlyGreen: false, longestExtensionS: 15 })))).toBe(before);
  changed(rules({ longestExtensionS: 3, lockoutCycles: 0 }));
  expect(twinHash(twin)).toBe(before);
});

test('an unknown controller is named with the nearest that exists, and rules are told in words', () => {
  const name = twin.controllers.name[0]!, { problems } = applyChanges(twin, [rules({ controllers: [`${name}x`] })]);
  expect(problems).toMatchObject([{ severity: 'error', code: 'change-unknown-controller', parameters: { controller: `${name}x`, near: name } }]);
  const said = rules({ longestExtensionS: 10, earlyGreen: true, lockoutCycles: 1, recoveryCycles: 0, leastLateS: 60 });
  expect(changeInWords(said, 'en')).toBe('Rules of bus priority (all junctions with priority): green prolonged by 10 s at most, early green, 1 cycle of lockout after each priority, no set return to the plan, from 60 s late.');
  expect(changeInWords(said, 'fr')).toContain('1 cycle d’attente après chaque priorité');
});

test('all that rules hold can be said, and is told in words', () => {
  const said = rules({
    skip: true, insertion: true, rotation: true, clearQueueS: 5, compensationCycles: 2, keepsOffset: false, leastHeadwayShare: 0.5, leastAboardCount: 10, lineClasses: ['structuring'], servesFrom: '06:30', servesUntil: '20:00', competing: 'exact',
  });
  const { value, problems } = applyChanges(twin, [said]), { extension, skip, insertion, rotation } = priorityMeans;
  expect(problems).toEqual([]);
  expect(ruleOf(value!, withPriority[0]!)).toEqual({
    ...usualRule, means: extension | skip | insertion | rotation, clearQueueS: 5, compensationCycleCount: 2, keepsOffset: 0, leastHeadwayShare: 0.5, leastAboardCount: 10, lineClasses: lineClass.structuring,
    servesFromS: 6.5 * 3600, servesUntilS: 20 * 3600, competing: competing.exact,
  });
  expect(checkTwin(value!)).toEqual([]);
  expect(changeInWords(said, 'en')).toBe('Rules of bus priority (all junctions with priority): skipping of stages, inserted stage, rotation of stages, early green 5 s before the bus comes, green given back within 2 cycles, not kept in step with neighbouring junctions, from 50% of the timetabled headway, from 10 people aboard, for structuring lines only, from 06:30, until 20:00, competing requests settled together.');
  expect(changeInWords(said, 'fr')).toContain('à partir de 10 personnes à bord, pour les seules lignes structurantes, dès 06:30, jusqu’à 20:00, demandes concurrentes réglées ensemble');
});

test('hours that never come, conditions that nobody can tell and lines that are not there are told, all at once', () => {
  const bare = { ...twin, lineStops: makeTable(lineStopColumns, 0), interiors: makeTable(interiorColumns, 0), lines: tableFrom(lineColumns, []) };
  const said = rules({ controllers: [`${twin.controllers.name[0]!}x`, twin.controllers.name[1]!], servesFrom: '07:00', servesUntil: '07:00', leastHeadwayShare: 0.5, leastAboardCount: 10, lineClasses: ['structuring'] });
  expect(applyChanges(bare, [said]).problems.map(({ code, where }) => `${code} ${where}`).sort()).toEqual([
    'change-empty-span changes.0.servesUntil', 'change-headway-untold changes.0.leastHeadwayShare', 'change-load-untold changes.0.leastAboardCount', 'change-no-line-of-class changes.0.lineClasses',
    'change-unknown-controller changes.0.controllers.0',
  ]);
  // Half of the hours stands in the rules already.
  expect(applyChanges(changed(rules({ servesFrom: '07:00' })), [rules({ servesUntil: '07:00' })]).problems).toMatchObject([{ severity: 'error', code: 'change-empty-span' }]);
  expect(applyChanges(twin, [rules({ servesFrom: '00:00', servesUntil: '24:00', lockoutCycles: 2 })]).problems).toEqual([]);
});

test('a report shows the conditions that are not those of everybody, with how many junctions have them', () => {
  const side = (changed: Twin) => ({ question: questionNamed('baseline')!, runs: [], twin: changed }), exact = changed(rules({ leastHeadwayShare: 0.5, servesFrom: '06:30', servesUntil: '20:00', competing: 'exact' }));
  const { markup: page } = settingsSection({ language: 'en', baseline: side(twin), scenario: side(exact) } as unknown as PriorityInput);
  expect(page).toContain(`<td>${withPriority.length}</td><td>extension</td><td>any request</td><td>–</td>`);
  expect(page).toContain(`<td>${withPriority.length}</td><td>extension</td><td>any request</td><td>from 50% of the timetabled headway, from 06:30, until 20:00, competing requests settled together</td>`);
});
