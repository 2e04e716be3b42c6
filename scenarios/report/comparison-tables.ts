import { parquetWriteBuffer } from 'hyparquet-writer';
import { familyName } from '../compare/compare-all.ts';
import { comparisonsOf, type SavedComparison } from '../saved/saved-comparison.ts';

/** The figures of a comparison as Parquet files, by name: a row a side, seed and indicator; and a row an indicator. What was not measured is null. */
export function comparisonTables(saved: SavedComparison): [name: string, bytes: Uint8Array][] {
  const values = (['baseline', 'scenario'] as const).flatMap((side) => saved[side].runs.flatMap(({ seed, key, values: measured }) => saved.indicators.map((indicator) => ({ side, seed, key, indicator, value: measured[indicator] }))));
  const differences = comparisonsOf(saved).map(({ indicator, pairs, baselineMean, scenarioMean, differenceMean, differencePercent, interval95, percentInterval95, adjustedPValue, verdict, asked, familySize }) => ({
    indicator: indicator.name, unit: indicator.unit.en, pairs, baselineMean, scenarioMean, differenceMean, differencePercent, low95: interval95?.low ?? null, high95: interval95?.high ?? null, percentLow95: percentInterval95?.low ?? null, percentHigh95: percentInterval95?.high ?? null, adjustedPValue, verdict, family: familyName(asked), familySize,
  }));
  return [
    ['indicators.parquet', tableOf(values, { side: 'STRING', seed: 'DOUBLE', key: 'STRING', indicator: 'STRING', value: 'DOUBLE' })],
    ['differences.parquet', tableOf(differences, {
      indicator: 'STRING', unit: 'STRING', pairs: 'INT32', baselineMean: 'DOUBLE', scenarioMean: 'DOUBLE', differenceMean: 'DOUBLE', differencePercent: 'DOUBLE', low95: 'DOUBLE', high95: 'DOUBLE', percentLow95: 'DOUBLE', percentHigh95: 'DOUBLE', adjustedPValue: 'DOUBLE', verdict: 'STRING', family: 'STRING', familySize: 'INT32',
    })],
  ];
}

function tableOf<Row extends object>(rows: readonly Row[], types: Record<keyof Row & string, 'STRING' | 'DOUBLE' | 'INT32'>): Uint8Array {
  const columns = Object.entries(types) as [keyof Row & string, 'STRING' | 'DOUBLE' | 'INT32'][];
  return new Uint8Array(parquetWriteBuffer({ columnData: columns.map(([name, type]) => ({ name, type, data: rows.map((row) => row[name]), nullable: true })), createdBy: 'jumeau' }));
}
