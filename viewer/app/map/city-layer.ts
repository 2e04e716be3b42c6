import { Layer, type Effect, type LayerProps, type Viewport } from '@deck.gl/core';
import type { Device } from '@luma.gl/core';
import type { CityScene } from './city-scene.ts';
import type { FrameUniforms } from './frame.ts';

export interface CityLayerProps extends LayerProps {
  makeScene: (device: Device) => CityScene;
  frameFor: (viewport: Viewport) => FrameUniforms;
}

/** The whole city as one deck.gl layer: deck.gl owns context, camera and views; the scene issues the draws. */
export class CityLayer extends Layer<CityLayerProps> {
  static override layerName = 'CityLayer';
  declare state: { scene: CityScene };

  override initializeState(): void {
    this.state = { scene: this.props.makeScene(this.context.device) };
  }

  override draw(): void {
    this.state.scene.draw(this.context.renderPass, this.props.frameFor(this.context.viewport));
  }
}

/** Bakes the lamps' light for the camera before each picture. */
export function makeLightEffect(scene: () => CityScene | undefined, frameFor: (viewport: Viewport) => FrameUniforms): Effect {
  return {
    id: 'lamp-light',
    props: null,
    setup() {},
    cleanup() {},
    preRender({ viewports, isPicking }) {
      const viewport = viewports[0];
      const drawn = scene();
      if (!viewport || !drawn || isPicking) return;
      const frame = frameFor(viewport);
      const ratio = frame.moment[1]!;
      drawn.drawLight(frame, [viewport.width * ratio, viewport.height * ratio]);
    },
  };
}
