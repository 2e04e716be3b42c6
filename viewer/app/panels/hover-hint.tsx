import { useMoment } from '../viewer-context.ts';
import { kindOf, titleOf } from './thing-facts.ts';
import { useFactContext } from './use-facts.ts';

/** What the pointer is over, beside the pointer. The panel says the same to those who use no pointer. */
export function HoverHint() {
  const hovered = useMoment((moment) => moment.hovered);
  const context = useFactContext();
  if (!hovered || hovered.thing.kind === 'communes') return null;
  return (
    <p className="hint" aria-hidden="true" style={{ left: hovered.xPx, top: hovered.yPx }}>
      <small>{kindOf(context, hovered.thing)}</small> {titleOf(context, hovered.thing)}
    </p>
  );
}
