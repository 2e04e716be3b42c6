import { wordsIn } from '../../language/language.ts';
import { savingsReportWords } from '../../language/savings-report.ts';
import { markup, type Markup } from '../figures/markup.ts';
import type { SavingsReportInput } from './savings-report-input.ts';
import { savingsTables } from './savings-tables.ts';
import { unitsIn } from './shown-figure.ts';

/** All that it takes to compute the same figures again. */
export function replaySection({ language, command, twinHash, changedTwinHash, engine, node, files, tablesFolder }: SavingsReportInput): Markup {
  const words = wordsIn(savingsReportWords, language), { plain } = unitsIn(language);
  const rows: readonly (readonly [string, Markup | string])[] = [
    [words.commandName, markup`<code>${command}</code>`], [words.twinName, markup`<code>${twinHash}</code>`],
    ...(changedTwinHash === undefined ? [] : [[words.twinAfterName, markup`<code>${changedTwinHash}</code>`] as const]),
    [words.engineName, markup`<code>${engine}</code>, <code>${node}</code>`],
    [words.files, files.length === 0 ? words.filesNone : markup`${files.map(({ role, name, sha256, bytes }) => markup`${words.saidBy(words.fileRole(role), '')}<code>${name}</code>, ${words.bytes(plain(bytes))}, SHA-256 <code data-sha256="${role}">${sha256}</code><br>`)}`],
    [words.tables, markup`<code>${tablesFolder}/</code> ${Object.keys(savingsTables).map((name) => `${name}.parquet`).join(', ')}`],
  ];
  return markup`<p>${words.replayAbout}</p><table class="plain"><tbody>${rows.map(([name, value]) => markup`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</tbody></table>
<p>${words.tablesAbout}</p><p><code>SELECT sum(adjustedBaselineKwh - reportedKwh) FROM '${tablesFolder}/months.parquet' WHERE counts = 1</code></p>`;
}
