import { frenchSpaces, type Language } from '../language/language.ts';
import { markup, type Markup } from './figures/markup.ts';
import { pageStyle } from './page-style.ts';

/** A report as one HTML file that asks nothing of anywhere: no script, no picture and no style from outside. */
export const htmlPage = (language: Language, title: string, body: Markup): string => markup`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="color-scheme" content="light dark">
<title>${title}</title><style>${{ markup: pageStyle }}</style></head>
<body>${{ markup: language === 'fr' ? frenchSpaces(body.markup) : body.markup }}</body></html>
`.markup;
