import { wordsIn } from '../../language/language.ts';
import { savingsReportWords } from '../../language/savings-report.ts';
import { markup, type Markup } from '../figures/markup.ts';
import { requirementsOf, type Verdict } from './requirements.ts';
import type { SavingsReportInput } from './savings-report-input.ts';
import { unitsIn } from './shown-figure.ts';

/** What the chosen option asks for, and the other one where something was given for it; and what of it is met. */
export function requirementSection(input: SavingsReportInput): Markup {
  const { language, option, tables, figures, given } = input, words = wordsIn(savingsReportWords, language), { plain } = unitsIn(language);
  const said = ({ met, count, all }: Verdict): Markup => {
    const numbers = count === undefined || all === undefined ? undefined : [plain(count), plain(all)] as const;
    const text = met === undefined ? words.notLooked : !numbers ? (met ? words.met : words.notMet) : met ? `${words.met} (${words.ofAll(...numbers)})` : words.metFor(...numbers);
    return markup`<td class="${met === undefined ? '' : met ? 'better' : 'worse'}"><span class="mark">${text}</span></td>`;
  };
  const names = option.name === 'A' ? (given.meters ? ['A', 'B'] as const : ['A'] as const) : given.watts ? ['B', 'A'] as const : ['B'] as const;
  return markup`${names.map((name) => markup`<h3>${words.requirementsOf(name)}</h3><table class="requirements"><tbody>${requirementsOf(name, tables, figures, given).map((verdict) => markup`<tr data-requirement="${name}-${verdict.requirement}" data-met="${verdict.met === undefined ? 'unknown' : String(verdict.met)}"><th scope="row">${words.requirement(verdict.requirement)}</th>${said(verdict)}</tr>`)}</tbody></table>`)}`;
}
