/**
 * The page for anybody, `?mode=public`: risk classes, persons in charge and tasks of inspectors are in no layer, filter, chart, popup or file. Columns are
 * left out when the data is read; a site that is really public must not put them into the file.
 */
export {};

// The other view in the same language and theme.
for (const link of document.querySelectorAll<HTMLAnchorElement>('.mode a')) {
  const wishes = new URLSearchParams(location.search);
  if (new URL(link.href).searchParams.has('mode')) wishes.set('mode', 'public');
  else wishes.delete('mode');
  link.href = `?${wishes.toString()}`;
}

if (new URLSearchParams(location.search).get('mode') === 'public') {
  for (const element of document.querySelectorAll('[data-inside]')) element.remove();
  for (const element of document.querySelectorAll<HTMLElement>('[data-public-without]')) element.setAttribute('without', element.dataset['publicWithout'] ?? '');
  for (const element of document.querySelectorAll<HTMLElement>('[data-public-symbology]')) element.setAttribute('symbology', element.dataset['publicSymbology'] ?? '');
} else {
  for (const element of document.querySelectorAll('[data-outside]')) element.remove();
}
