// @ts-check
// The examples as the folders say: every examples/<name>/index.html is one. Title, one line and order come from its <head>:
// <title>, <meta name="description" content="…">, and in English <meta name="title:en">, <meta name="description:en">; <meta name="order">.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../build/options.mjs';

/** @typedef {{ name: string, title: string, titleEn: string, description: string, descriptionEn: string, order: number, picture: string | undefined }} Example */

export const EXAMPLES = join(ROOT, 'examples');

const unescape = (/** @type {string} */ text) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

function meta(/** @type {string} */ html, /** @type {string} */ name) {
  const tag = [...html.matchAll(/<meta\b[^>]*>/gi)]
    .map((hit) => hit[0])
    .find((one) => new RegExp(`\\bname="${name}"`, 'i').test(one));
  return unescape(/\bcontent="([^"]*)"/i.exec(tag ?? '')?.[1] ?? '').trim();
}

/**
 * What an example's page says about itself.
 * @param {string} name @param {string} html @param {string} [picture] @returns {Example}
 */
export function describe(name, html, picture) {
  return {
    name,
    title: unescape(/<title>([^<]*)<\/title>/i.exec(html)?.[1] ?? '').trim() || name,
    titleEn: meta(html, 'title:en'),
    description: meta(html, 'description'),
    descriptionEn: meta(html, 'description:en'),
    order: Number(meta(html, 'order') || 100),
    picture,
  };
}

/** All examples in the order they are shown. @returns {Example[]} */
export function examples(folder = EXAMPLES) {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules' && existsSync(join(folder, entry.name, 'index.html')))
    .map((entry) => entry.name);
  return names
    .map((name) => {
      const picture = ['picture.webp', 'picture.png', 'picture.jpg', 'picture.svg'].find((file) =>
        existsSync(join(folder, name, file)),
      );
      return describe(name, readFileSync(join(folder, name, 'index.html'), 'utf8'), picture);
    })
    .sort((a, b) => a.order - b.order || a.name.localeCompare(b.name));
}

const escape = (/** @type {string} */ text) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** One card of the index page. */
function card(/** @type {Example} */ one) {
  const picture = one.picture
    ? `<img src="./${escape(one.name)}/${escape(one.picture)}" alt="" width="640" height="400" loading="lazy">`
    : `<span class="blank" aria-hidden="true">${escape([...one.title][0] ?? '图')}</span>`;
  const english =
    one.titleEn || one.descriptionEn
      ? `<p class="english" lang="en">${escape([one.titleEn, one.descriptionEn].filter(Boolean).join(': '))}</p>`
      : '';
  return `<li><a href="./${escape(one.name)}/index.html"><div class="picture">${picture}</div><h2>${escape(one.title)}</h2><p>${escape(one.description)}</p>${english}</a></li>`;
}

/** The list of the index page as markup. */
export function cards(/** @type {Example[]} */ list) {
  if (list.length === 0) return '<li class="none">还没有示例。No examples yet.</li>';
  return list.map(card).join('\n');
}
