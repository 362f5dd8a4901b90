/** A page with one dataset and a map of one layer, looked at from outside: its picture, and what it is made of. */
import type { Page } from 'playwright';

export interface PageLayer extends HTMLElement {
  readonly symbologyModel?: { readonly classes: readonly { readonly label: { readonly zh: string }; readonly color: string }[]; readonly leftOut?: { readonly zh: string }; readonly sizes?: { readonly steps: unknown } };
  readonly layerDataset?: { value(row: number, field: string): unknown; readonly selection: ReadonlySet<number>; select(rows: number[]): void };
  hitsAt(pixel: readonly [number, number]): { readonly row: number; readonly dataset: NonNullable<PageLayer['layerDataset']> }[];
  clusterAt(pixel: readonly [number, number]): { readonly count: number } | undefined;
}
export interface PageMap extends HTMLElement {
  readonly isReady: boolean;
  readonly olMap: { renderSync(): void; getViewport(): HTMLElement };
  pixelOf(lonLat: readonly [number, number]): [number, number];
}
export interface PageDataset {
  readonly dataset: { readonly rowCount: number; readonly selection: ReadonlySet<number>; value(row: number, field: string): unknown; setFilter(key: string, filter: unknown): void };
}

/** Waits until nothing is under way any more, and draws. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
    const map = document.querySelector('yzt-map') as unknown as PageMap;
    const dataset = document.querySelector('#rows') as unknown as PageDataset;
    const layer = map.firstElementChild as PageLayer;
    while (!map.isReady || dataset.dataset.rowCount === 0 || !layer.symbologyModel || ('reach' in layer && !layer.layerDataset)) await pause(20);
    for (let quiet = 0; quiet < 6; quiet++) {
      await pause(80);
      if (document.querySelector('[stale],[loading]')) quiet = 0;
    }
    map.olMap.renderSync();
  });
}

/** Puts a dataset, a map over a layer, and what stands beside it on the page. */
export async function openMap(page: Page, { dataset, layer, zoom = 11, beside = '' }: { readonly dataset: string; readonly layer: string; readonly zoom?: number; readonly beside?: string }): Promise<void> {
  await page.evaluate((html) => (document.body.innerHTML = html), `${dataset}<yzt-map id="map" center="120.25 36.35" zoom="${zoom}" style="display:block;width:600px;height:400px">${layer}</yzt-map>${beside}`);
  await settled(page);
}

/** Keeps the picture of the layer under a name. Gives its classes. */
export async function keep(page: Page, name: string): Promise<string> {
  return page.evaluate((key) => {
    const map = document.querySelector('yzt-map') as unknown as PageMap;
    const layer = map.firstElementChild as PageLayer;
    const canvas = map.olMap.getViewport().querySelector('.yzt-data canvas') as HTMLCanvasElement;
    const { data } = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(0, 0, canvas.width, canvas.height);
    Object.assign(globalThis, { [key]: data });
    return JSON.stringify([layer.symbologyModel?.classes.map(({ label, color }) => [label.zh, color]), layer.symbologyModel?.sizes?.steps]);
  }, name);
}

/** Mean difference of two kept pictures, 0 to 255. */
export async function difference(page: Page, a: string, b: string): Promise<number> {
  return page.evaluate(
    (keys) => {
      const [one, other] = keys.map((key) => (globalThis as unknown as Record<string, Uint8ClampedArray>)[key] as Uint8ClampedArray) as [Uint8ClampedArray, Uint8ClampedArray];
      let sum = 0;
      for (let i = 0; i < one.length; i++) sum += Math.abs((one[i] as number) - (other[i] as number));
      return sum / one.length;
    },
    [a, b],
  );
}
