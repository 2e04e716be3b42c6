import { keyText } from '../actions/action.ts';
import { useSession, useViewer, useWords } from '../viewer-context.ts';
import { Icon, type IconName } from './icon.tsx';

/** A button for an action; its words and shortcut come from the action. */
export function ActionButton({ name, icon, text, label }: { name: string; icon?: IconName; text?: string; label?: string }) {
  const { actions } = useViewer();
  const words = useWords();
  const panel = useSession((session) => session.panel);
  const action = actions.find((known) => known.name === name);
  if (!action) return null;
  const said = label ?? (words[action.label] as string);
  const opens = ['layers', 'help', 'about', 'tables', 'lighting', 'comparisons'].includes(name);
  return (
    <button type="button" className="button" title={`${said} (${keyText(action.shortcuts[0]!)})`} onClick={() => action.run()}
      {...(text ? {} : { 'aria-label': said })} {...(opens ? { 'aria-expanded': panel === name } : {})}>
      {icon && <Icon name={icon} />}{text}
    </button>
  );
}
