import type { ViewerWords } from '../session/words.ts';

/** Everything a person can do, as an object: buttons, shortcuts and the help page all read the same list. */
export interface Action {
  readonly name: string;
  /** Its words in the dictionary. */
  readonly label: keyof ViewerWords;
  /** Keys as KeyboardEvent.key says them, with 'Shift+' before; the first is shown to people. */
  readonly shortcuts: readonly string[];
  allowed?(): boolean;
  run(): void;
}

/** How a key is written on the help page. */
export const keyText = (shortcut: string): string =>
  shortcut.replace('Shift+', '⇧ ').replace('ArrowLeft', '←').replace('ArrowRight', '→').replace('ArrowUp', '↑').replace('ArrowDown', '↓')
    .replace(/^ $/, '␣').replace('Escape', 'Esc').replace('Enter', '⏎').replace(/^([a-z])$/, (letter) => letter.toUpperCase());
