import { basename } from 'node:path';
import { codeName } from '../../engine/foundation/table.ts';
import { lightFigures } from '../../engine/lighting/photometry/light-figures.ts';
import { photometricSymmetry } from '../../engine/twin/photometry.ts';
import { wordsIn } from '../../scenarios/language/language.ts';
import { photometryWords } from '../../scenarios/language/photometry.ts';
import { BadInput } from '../bad-input.ts';
import { readPhotometricFile } from '../photometric-file.ts';
import { polarCurve } from '../polar-curve.ts';
import { tellWarnings } from '../tell-problems.ts';
import { alignedRows, type Terminal } from '../terminal.ts';

/** `jumeau inspect F.ies` or `F.ldt`: what a luminaire does with its light. */
export function inspectLuminaire(terminal: Terminal, path: string): void {
  const { value: luminaire, problems } = readPhotometricFile(path);
  if (!luminaire) throw new BadInput(problems);
  tellWarnings(terminal, problems);
  const { photometry, inputPowerW: watts, colourTemperatureK, isAbsolute, format, name, maker, measuredType } = luminaire, figures = lightFigures(photometry);
  const symmetry = codeName(photometricSymmetry, luminaire.symmetry) as keyof typeof photometricSymmetry;
  if (terminal.json) return terminal.out(JSON.stringify({
    name, maker, format, photometricType: measuredType ?? 'C', ...figures, symmetry, isAbsolute, sourceFluxLm: photometry.sourceFluxLm, watts: watts || null, lumensPerWatt: watts > 0 ? figures.lumens / watts : null,
    colourTemperatureK: colourTemperatureK || null, planes: photometry.planesDeg.length - 1, angles: photometry.anglesDeg.length,
    luminousLengthM: luminaire.luminousLengthM, luminousWidthM: luminaire.luminousWidthM, ...(luminaire.generationType === undefined ? {} : { generationType: luminaire.generationType }),
  }));
  const words = wordsIn(photometryWords, terminal.language), { number } = terminal;
  terminal.out(terminal.bold([name || basename(path), maker].filter((part) => part !== '').join(' · ')) + terminal.faint(`  ${format}`));
  const rows: (readonly [string, string, string?])[] = [
    [words.flux, number(figures.lumens), 'lm'], ...(isAbsolute ? [] : [[words.source, number(photometry.sourceFluxLm), 'lm'] as const]),
    ...(watts > 0 ? [[words.power, number(watts, 1), 'W'], [words.efficacy, number(figures.lumens / watts, 1), 'lm/W']] as const : []),
    ...(colourTemperatureK > 0 ? [[words.colour, number(colourTemperatureK), 'K'] as const] : []),
    [words.largest, number(figures.maxCandela), `cd ${words.largestAt(number(figures.maxAtCDeg), number(figures.maxAtGammaDeg, 1))}`], [words.upward, number(figures.ulrPct, 2), '%'],
  ];
  for (const row of alignedRows(rows)) terminal.out(terminal.spaced(row));
  terminal.out(`  ${words.codes}  ${figures.cieFluxCodes.map((code) => number(code)).join(' ')}`);
  terminal.out(`  ${words.symmetry}  ${words[symmetry]}`);
  terminal.out(`  ${terminal.faint(isAbsolute ? words.absolute : words.relative)}`);
  if (measuredType) terminal.out(`  ${terminal.faint(words.converted(measuredType))}`);
  if (figures.isThrownAcross) terminal.out(`  ${words.thrownAcross}`);
  const { maxCandela } = figures;
  terminal.out('');
  terminal.out(words.curve(number(maxCandela)));
  for (const line of polarCurve(photometry, (maxCandela * 1000) / photometry.sourceFluxLm)) terminal.out(`  ${line}`);
}
