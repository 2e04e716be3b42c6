/**
 * The look of a report, on screens of any width, light or dark as the reader's system is, and on A4. Contrast of every text is at least 4.5 to 1.
 * A table wider than the screen scrolls, and is shaded at the edge beyond which it goes on: patches of paper that scroll with
 * it hide the shade at its ends.
 */
export const pageStyle = `
:root { --ink: #1b1f24; --soft: #4d5661; --rule: #d5dae0; --paper: #fff; --wash: #f3f6f8; --figure-baseline: #0067a3; --figure-scenario: #b84a00; --figure-third: #00715a; --good: #1b6e3c; --bad: #a3271b; --warn: #8a6100; --warn-wash: #fdf5e0; --shade: #1b1f2459; }
@media screen and (prefers-color-scheme: dark) {
  :root { --ink: #e8ebef; --soft: #a9b3bf; --rule: #3a424c; --paper: #14181d; --wash: #1d242c; --figure-baseline: #5cb8f0; --figure-scenario: #f5a05a; --figure-third: #4fd0ae; --good: #66cf8e; --bad: #ff8f82; --warn: #d9a63a; --warn-wash: #2b2413; --shade: #e8ebef66; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
main { max-width: 68rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; }
h1 { font-size: 2.1rem; line-height: 1.2; margin: .2rem 0 .6rem; text-wrap: balance; }
h2 { font-size: 1.35rem; margin: 3rem 0 1rem; padding-top: 1rem; border-top: 2px solid var(--ink); }
h3 { font-size: 1.02rem; margin: 1.6rem 0 .5rem; }
p, li, dd { max-width: 46rem; }
.kind { color: var(--soft); font-weight: 600; margin: 0; }
.question { font-size: 1.2rem; margin: 0 0 .4rem; }
.compared { color: var(--soft); margin: 0; }
.synthetic, .warnings { border-left: 6px solid var(--warn); background: var(--warn-wash); padding: .8rem 1rem; margin: 1.5rem 0; max-width: none; }
.warnings h2 { all: unset; display: block; font-weight: 600; } .warnings p, .warnings ul { margin: .4rem 0 0; } .warnings ul { padding-left: 1.2rem; } .warnings li { max-width: none; }
.answer { background: var(--wash); border-left: 6px solid var(--figure-baseline); padding: 1.1rem 1.4rem; margin: 1.5rem 0 0; }
.answer h2, .answer h3 { all: unset; display: block; font-weight: 600; color: var(--soft); }
.answer p { font-size: 1.3rem; line-height: 1.45; margin: .3rem 0 0; max-width: none; }
.answer .standing { font-size: 1rem; margin-top: .6rem; }
.answer div.standing p { font-size: 1rem; margin: 0; } .answer div.standing ul { margin: .2rem 0 0; }
.cards { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: 1rem; }
.card { border: 1px solid var(--rule); border-top: 5px solid var(--soft); padding: .9rem 1.1rem; }
.card.better { border-top-color: var(--good); } .card.worse { border-top-color: var(--bad); }
.card h3 { margin: 0; font-size: .95rem; font-weight: 600; min-height: 2.9em; }
.card p { margin: 0; font-size: .92rem; color: var(--soft); }
.card .big { font-size: 2.1rem; line-height: 1.25; font-weight: 700; color: var(--ink); margin: .2rem 0; font-variant-numeric: tabular-nums; }
.card.better .big { color: var(--good); } .card.worse .big { color: var(--bad); }
.why { display: inline-block; font-weight: 400; color: var(--soft); max-width: 26rem; } td.as-expected { color: var(--good); } td.otherwise { color: var(--bad); } .as-expected, .otherwise { font-weight: 600; }
.wide { overflow-x: auto; margin-bottom: 1.4rem; background:
  linear-gradient(to right, var(--paper) 40%, transparent) left / 3rem 100% no-repeat local, linear-gradient(to left, var(--paper) 40%, transparent) right / 3rem 100% no-repeat local,
  linear-gradient(to right, var(--shade), transparent) left / .8rem 100% no-repeat scroll, linear-gradient(to left, var(--shade), transparent) right / .8rem 100% no-repeat scroll; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem .7rem .5rem 0; border-bottom: 1px solid var(--rule); }
thead th { border-bottom: 2px solid var(--ink); vertical-align: bottom; }
tbody th { font-weight: 600; } .names tbody th { min-width: 11rem; } tbody th.beside { padding-top: 1.4rem; color: var(--soft); border-bottom: 2px solid var(--rule); }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
thead .number { white-space: normal; }
.unit { color: var(--soft); font-weight: 400; white-space: nowrap; }
td.better { color: var(--good); font-weight: 600; } td.worse { color: var(--bad); font-weight: 600; }
.lean.better { color: var(--good); font-weight: 600; } .lean.worse { color: var(--bad); font-weight: 600; }
td .mark::before { margin-right: .35em; } .better .mark::before { content: "✓"; } .worse .mark::before { content: "✗"; }
.findings td:nth-child(3) { min-width: 16rem; } .findings td:last-child, .inputs td:not(.number) { min-width: 11rem; }
.plain th { width: 14rem; } .plain + .wide { margin-top: 1.4rem; } code { font-size: .85em; overflow-wrap: anywhere; }
.note { color: var(--soft); font-size: .92rem; }
.figures-grid { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 28rem), 1fr)); gap: 2rem; align-items: start; }
figure { margin: 0; } figure.alone { max-width: 46rem; } figcaption { font-weight: 600; margin-bottom: .6rem; } figcaption .note { font-weight: 400; }
dt { font-weight: 600; margin-top: .7rem; } dd { margin: 0; }
footer { margin-top: 3rem; color: var(--soft); font-size: .9rem; }
@media (max-width: 40rem) {
  main { padding: 1.5rem 1rem 3rem; } h1 { font-size: 1.6rem; } .answer p { font-size: 1.12rem; } .card h3 { min-height: 0; }
  figure svg text { font-size: 17px; } .plain th { width: auto; }
  table { font-size: .86rem; } th, td { padding-right: .5rem; }
}
@media print {
  @page { size: A4; margin: 16mm 15mm; }
  html { font-size: 10pt; } main { max-width: none; padding: 0; } h1 { font-size: 20pt; } h2 { margin-top: 1.6rem; font-size: 13pt; padding-top: .6rem; }
  .answer p { font-size: 12.5pt; } .answer .standing, .answer div.standing p { font-size: 9.5pt; } .card .big { font-size: 17pt; } .cards { grid-template-columns: repeat(4, 1fr); gap: .5rem; } .card { padding: .5rem .6rem; }
  .card h3, .card p { font-size: 8.5pt; } table { font-size: 8.5pt; } .wide { overflow: visible; background: none; }
  /* Paper does not scroll: cells break their lines instead. */
  .number, .unit { white-space: normal; } th, td { padding: .35rem .45rem .35rem 0; } .names tbody th { min-width: 7rem; }
  .figures-grid { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 1rem; } .figures-grid table { font-size: 7.5pt; }
  h2, h3, figcaption, tbody tr:first-child { break-after: avoid; } tbody tr:last-child { break-before: avoid; } figure, .card, tr, li { break-inside: avoid; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
