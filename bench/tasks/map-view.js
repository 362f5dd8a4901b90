// Waiting for views, and a map with very many points for operations that need one.
import '@yizhangtu/map/map';
import '@yizhangtu/map/point-layer';

/** Nothing has changed for so long: a view is done. */
const QUIET_MS = 400;

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** A map with points, all of them in sight. */
export async function mapped(dataset, symbology = 'fixed:data-1') {
  const map = document.createElement('yzt-map');
  map.setAttribute('center', '120.5,36');
  map.setAttribute('zoom', '7');
  Object.assign(map.style, { display: 'block', width: '900px', height: '600px' });
  const layer = document.createElement('yzt-point-layer');
  layer.setAttribute('symbology', symbology);
  layer.dataset = dataset;
  map.append(layer);
  document.body.append(map);
  await pause(300);
  await Promise.all([map.updateComplete, layer.updateComplete]);
  await pause(2000);
  return layer;
}

/** Waits until an element and what it waits for are done. */
export async function still(element) {
  let quiet = 0;
  const changes = new MutationObserver(() => (quiet = 0));
  changes.observe(element, { attributes: true, subtree: true, childList: true });
  if (element.shadowRoot) changes.observe(element.shadowRoot, { attributes: true, subtree: true, childList: true, characterData: true });
  for (; quiet < QUIET_MS || element.hasAttribute('stale'); quiet += 50) await pause(50);
  changes.disconnect();
}
