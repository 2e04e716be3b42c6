import { ActionButton } from './action-button.tsx';

/** Camera by buttons: everything that the mouse can do. */
export function MapButtons() {
  return (
    <div className="map-buttons panel">
      <ActionButton name="zoom-in" icon="plus" />
      <ActionButton name="zoom-out" icon="minus" />
      <ActionButton name="tilt" icon="tilt" />
      <ActionButton name="north" icon="north" />
      <ActionButton name="home" icon="home" />
      <ActionButton name="noon-midnight" icon="moon" />
    </div>
  );
}
