import type { Page } from 'playwright-core';

/** What a person sees of a part of the page, as numbers: mean brightness 0..255, and the share of bright warm pixels. */
export interface Seen { brightness: number; warmShare: number; pixels: number[] }

/** Looks at the middle of the page, where no panel lies. The picture is decoded in the page: no decoder is needed here. */
export async function look(page: Page): Promise<Seen> {
  const { width, height } = page.viewportSize()!;
  const clip = { x: Math.round(width * 0.3), y: Math.round(height * 0.25), width: Math.round(width * 0.4), height: Math.round(height * 0.45) };
  const png = await page.screenshot({ clip });
  return page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    // A sixth of the size: single pixels do not matter.
    canvas.width = Math.ceil(image.width / 6);
    canvas.height = Math.ceil(image.height / 6);
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const pixels: number[] = [];
    let sum = 0, warm = 0;
    for (let at = 0; at < data.length; at += 4) {
      const [r, g, b] = [data[at]!, data[at + 1]!, data[at + 2]!];
      const grey = (r + g + b) / 3;
      pixels.push(grey);
      sum += grey;
      if (r > 110 && r > b * 1.25) warm++;
    }
    return { brightness: sum / pixels.length, warmShare: warm / pixels.length, pixels };
  }, png.toString('base64'));
}

/** Share of pixels that differ clearly between two looks. */
export const differingShare = (a: Seen, b: Seen): number => a.pixels.filter((grey, at) => Math.abs(grey - b.pixels[at]!) > 12).length / a.pixels.length;
