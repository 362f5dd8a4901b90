// In the page: everything that shows data, and the way of one string through all of it.

function made(tag, attributes = {}) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** One map, one dataset, and every element that shows what is in it. */
window.build = async () => {
  const map = made('yzt-map', { id: 'map', center: '120.4 36.1', zoom: '10' });
  map.append(made('yzt-point-layer', { dataset: 'evil', symbology: 'class:kind', 'label-field': 'name' }), made('yzt-popup'));
  document
    .getElementById('stage')
    .append(
      made('yzt-dataset', { id: 'evil' }),
      map,
      made('yzt-legend', { for: 'map' }),
      made('yzt-layer-list', { for: 'map' }),
      made('yzt-attribution', { for: 'map' }),
      made('yzt-feature-list', { dataset: 'evil', fields: 'kind' }),
      made('yzt-bar-chart', { dataset: 'evil', 'group-by': 'kind' }),
      made('yzt-ranking-chart', { dataset: 'evil', 'group-by': 'kind' }),
      made('yzt-pie-chart', { dataset: 'evil', 'group-by': 'kind' }),
      made('yzt-treemap-chart', { dataset: 'evil', path: 'kind' }),
      made('yzt-sunburst-chart', { dataset: 'evil', path: 'kind' }),
      made('yzt-sankey-chart', { dataset: 'evil', from: 'kind', to: 'name' }),
      made('yzt-bar-chart', { id: 'table', dataset: 'evil', 'group-by': 'kind', 'no-table': '' }),
      made('yzt-indicator', { dataset: 'evil' }),
      made('yzt-gauge-chart', { dataset: 'evil', max: '10' }),
      made('yzt-timeline-chart', { dataset: 'evil' }),
      made('yzt-filter', { dataset: 'evil', field: 'kind' }),
      made('yzt-filter-summary', { dataset: 'evil' }),
    );
  await Promise.all(elements().map((element) => element.updateComplete));
};

const elements = () => [...document.querySelectorAll('#stage *')].filter((element) => element.shadowRoot);

/** A feature whose id, values and one of whose keys are the string. */
function feature(payload, id) {
  const properties = JSON.parse(`{${JSON.stringify(payload)}:${JSON.stringify(`值 ${payload}`)}}`);
  Object.assign(properties, { name: payload, kind: payload });
  return { type: 'Feature', id, geometry: { type: 'Point', coordinates: [120.4, 36.1] }, properties };
}

/** Puts the string wherever a page can put one. */
async function fill(payload) {
  const dataset = document.querySelector('yzt-dataset');
  const loaded = new Promise((resolve) => dataset.addEventListener('yzt-load', resolve, { once: true }));
  const data = { type: 'FeatureCollection', features: [feature(payload, payload), feature(payload, `${payload}2`)] };
  Object.assign(dataset, { source: payload, licence: payload, updatedAt: payload, label: payload, data });
  await loaded;
  const layer = Object.assign(document.querySelector('yzt-point-layer'), { label: payload, attribution: payload });
  for (const element of document.querySelectorAll('yzt-bar-chart, yzt-ranking-chart, yzt-pie-chart, yzt-treemap-chart, yzt-sunburst-chart, yzt-sankey-chart, yzt-indicator, yzt-gauge-chart, yzt-timeline-chart, yzt-filter'))
    Object.assign(element, { label: payload, unit: payload, note: payload, placeholder: payload });
  dataset.dataset.setFilter('kind', { kind: 'in', field: 'kind', values: [payload] });
  document.querySelector('yzt-popup').show([{ layer, dataset: dataset.dataset, row: 0, lonLat: [120.4, 36.1] }]);
}

const FOREIGN =
  'script, iframe, object, embed, img, video, audio, link, meta, base, math, template, details, body, a, [onerror], [onload], [onclick], [onfocus], [onmouseover], [ontoggle]';
const isLink = (node) => node.localName === 'a' && /^(https?:|mailto:)/.test(node.getAttribute('href') ?? '');
const SPOKEN = ['aria-label', 'title', 'placeholder'];

/** Words of an element, those included that are only said: labels of bars, names of buttons. */
function words(root) {
  const said = [...root.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap((node) =>
    SPOKEN.map((name) => node.getAttribute(name) ?? ''),
  );
  return [root.textContent, ...said].join(' \n ');
}

/** Sends one string through all of it. Returns what each element says, and nodes that no element makes by itself. */
window.pour = async (payload) => {
  await fill(payload);
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  await Promise.all(elements().map((element) => element.updateComplete));
  await new Promise((resolve) => setTimeout(resolve, 20));
  const shown = Object.fromEntries(elements().map((element) => [element.id || element.localName, words(element.shadowRoot)]));
  shown['yzt-map'] = words(document.querySelector('yzt-map').shadowRoot);
  const strange = elements().flatMap((element) =>
    [...element.shadowRoot.querySelectorAll(FOREIGN)]
      .filter((node) => !isLink(node))
      .map((node) => `${element.localName}: ${node.outerHTML.slice(0, 120)}`),
  );
  document.querySelector('yzt-popup').close();
  return { shown, strange };
};
