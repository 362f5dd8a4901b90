// @ts-check
// What is looked at: the pages of the examples in the sizes and themes they are made for.

/** @typedef {{ name: string, path: string, width: number, height: number, theme: string, lang: 'zh-CN' | 'en', touch: boolean, picture: boolean, clock?: string }} View */

const SIZES = [
  { name: 'phone', width: 390, height: 844, touch: true, themes: ['light', 'dark'] },
  { name: 'desk', width: 1440, height: 900, touch: false, themes: ['light', 'dark'] },
  { name: 'wall', width: 3840, height: 1080, touch: false, themes: ['light', 'dark', 'screen'] },
];

/**
 * The pages, and the languages their own words are written in. A page without a bundler has no switch. Views that go by the clock, or work something out for
 * as long as it takes, are looked at without a picture; or `clock` says what time it is there.
 */
const PAGES = [
  { page: 'fitness', english: true },
  { page: 'fitness', view: 'nearby', english: true, pictures: false },
  { page: 'fitness', view: 'circle', english: true, pictures: false },
  { page: 'fitness', view: 'route', english: true, pictures: false },
  { page: 'fitness', view: 'tracks', english: true, pictures: false },
  { page: 'market', english: true },
  { page: 'market', view: 'food', english: true, pictures: false },
  { page: 'natural-resources', english: true },
  { page: 'natural-resources', view: 'terrain', english: true, pictures: false },
  { page: 'natural-resources', view: 'hazards', english: true, pictures: false },
  { page: 'marine', english: true, clock: '2026-06-15T08:00:00+08:00' },
  { page: 'linked', english: true, pictures: false },
  { page: 'embed-script-tag', english: false },
];

/** Themes of a view. Of those without a picture only what lies where is looked at, which dark changes nothing of: one size is enough there. */
const themesOf = (/** @type {string} */ size, /** @type {readonly string[]} */ themes, /** @type {boolean} */ pictures) => themes.filter((theme) => pictures || theme !== 'dark' || size === 'desk');

/** @returns {View[]} Each size in its themes in Chinese, with a picture; and once in English, without. */
export function views() {
  return PAGES.flatMap(({ page, view = '', english, pictures = true, clock }) =>
    SIZES.flatMap(({ name, themes, ...size }) => [
      ...themesOf(name, themes, pictures).map((theme) => ({
        name: `${[page, view, name].filter(Boolean).join('-')}-${theme}`,
        path: `${page}/index.html${view ? `?view=${view}` : ''}`,
        ...size,
        theme,
        lang: /** @type {const} */ ('zh-CN'),
        picture: pictures,
        ...(clock && { clock }),
      })),
      ...(english
        ? [
            {
              name: `${[page, view, name].filter(Boolean).join('-')}-en`,
              path: `${page}/index.html${view ? `?view=${view}` : ''}`,
              ...size,
              theme: 'light',
              lang: /** @type {const} */ ('en'),
              picture: false,
              ...(clock && { clock }),
            },
          ]
        : []),
    ]),
  );
}
