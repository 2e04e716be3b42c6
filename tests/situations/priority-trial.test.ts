// Goal: what an engineer sets in the panel of a junction becomes a file of changes that the simulation takes, for that junction alone.
import { expect, test } from 'vitest';
import { ruleOf, priorityMeans } from '../../engine/twin/priority.ts';
import { applyChanges } from '../../scenarios/changes/apply-changes.ts';
import { readChanges } from '../../scenarios/changes/read-changes.ts';
import { junctionControl } from '../../scenarios/explain/junction-control.ts';
import { trialChanges, trialFile, trialOf, type PriorityTrial } from '../../viewer/app/panels/priority-trial.ts';
import { smallCity } from '../browser/small-city.ts';

const twin = smallCity(), control = junctionControl(twin, 1);
/** The file as it is saved, read and applied as the command line does. */
const tried = (wanted: Partial<PriorityTrial>) => {
  const changes = trialChanges('F2', 'Trial at the second junction', control, { ...trialOf(control), ...wanted }), read = readChanges(JSON.parse(JSON.stringify(changes)));
  expect(read.problems).toEqual([]);
  const { value, problems } = applyChanges(twin, read.value!);
  expect(problems).toEqual([]);
  return { changes, city: value! };
};

test('what is left as it is gives no change', () => expect(tried({}).changes).toEqual([]));

test('early green and a least lateness at this junction, all others as before', () => {
  const { changes, city } = tried({ earlyGreen: true, figures: { leastLateS: 120 } });
  expect(changes).toEqual([{ change: 'priority-rules', why: 'Trial at the second junction', controllers: ['F2'], earlyGreen: true, leastLateS: 120 }]);
  expect(ruleOf(city, 1)).toMatchObject({ means: priorityMeans.extension | priorityMeans.earlyGreen, leastLateS: 120 });
  expect(ruleOf(city, 0)).toEqual(ruleOf(twin, 0));
});

test('who waits after a bus, how soon the plan is regained and what green is given back', () => {
  const { city } = tried({ figures: { lockoutCycles: 2, recoveryCycles: 3, compensationCycles: 1 } });
  expect(ruleOf(city, 1)).toMatchObject({ lockoutCycleCount: 2, recoveryCycleCount: 3, compensationCycleCount: 1 });
});

test('priority that is taken away needs no rules', () => {
  const { changes, city } = tried({ given: false, earlyGreen: true });
  expect(changes.map(({ change }) => change)).toEqual(['bus-priority']);
  expect([...city.controllers.busPriority]).toEqual([1, 0, 1, 1]);
});

test('where there was no priority the means are those that the rules of the junction say, and what is set instead', () => {
  const silent = applyChanges(twin, [{ change: 'priority-rules', why: 'early green at the second junction', controllers: ['F2'], earlyGreen: true }, { change: 'bus-priority', why: 'and no priority there', enabled: false, controllers: ['F2'] }]).value!;
  const without = junctionControl(silent, 1), meansOf = (wanted: Partial<PriorityTrial>): number => {
    const { value, problems } = applyChanges(silent, readChanges(JSON.parse(JSON.stringify(trialChanges('F2', 'Trial at the second junction', without, { ...trialOf(without), ...wanted })))).value!);
    expect([problems.filter(({ code }) => code === 'change-without-effect'), value!.controllers.busPriority[1]]).toEqual([[], 1]);
    return ruleOf(value!, 1).means;
  };
  expect([without.means, trialOf(without).earlyGreen]).toEqual([[], true]);
  expect(meansOf({ given: true })).toBe(priorityMeans.extension | priorityMeans.earlyGreen);
  expect(meansOf({ given: true, earlyGreen: false, skip: true })).toBe(priorityMeans.extension | priorityMeans.skip);
});

test.each([['F2', 'priority-F2.json'], ['n44/é ü', 'priority-n44-e-u.json'], ['../../x', 'priority--x.json']])('%s is saved as %s', (name, file) => expect(trialFile(name)).toBe(file));
