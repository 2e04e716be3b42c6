// Goal: a change of rules reaches the controllers that it names, leaves what it does not say, and nothing where it says what holds already.
import { expect, test } from 'vitest';
import { priorityMeans, ruleOf, usualRule } from '../../engine/twin/priority.ts';
import { twinHash } from '../../engine/twin/bytes.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { applyChanges } from '../../scenarios/changes/apply-changes.ts';
import type { Change } from '../../scenarios/changes/change.ts';
import { changeInWords } from '../../scenarios/language/changes.ts';
import { generateDijon } from '../../data/dijon/generate.ts';

type Rules = Extract<Change, { change: 'priority-rules' }>;
const twin = generateDijon();
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
