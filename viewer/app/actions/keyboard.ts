import type { Action } from './action.ts';

const written = (event: KeyboardEvent): string => {
  const key = /^[A-Z]$/.test(event.key) ? event.key.toLowerCase() : event.key;
  return (event.shiftKey && /^Arrow|^Enter/.test(key) ? 'Shift+' : '') + key;
};

/** Whether the key belongs to what has the focus: text is typed, buttons are pressed, lists are walked through. */
function takenByFocus(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (key === 'Escape') return false;
  if (target instanceof HTMLInputElement && target.type === 'range') return /^(Arrow|Home|End|Page)/.test(key);
  if (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName)) return !(target instanceof HTMLInputElement && target.type === 'checkbox' && key !== ' ');
  return /^(BUTTON|A|SUMMARY)$/.test(target.tagName) && (key === ' ' || key === 'Enter');
}

/** Listens for the shortcuts of all actions; returns how to stop. */
export function listenForShortcuts(actions: readonly Action[]): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = written(event);
    if (takenByFocus(event.target, key)) return;
    const action = actions.find(({ shortcuts, allowed }) => shortcuts.includes(key) && (allowed?.() ?? true));
    if (!action) return;
    event.preventDefault();
    action.run();
  };
  addEventListener('keydown', onKey);
  return () => removeEventListener('keydown', onKey);
}
