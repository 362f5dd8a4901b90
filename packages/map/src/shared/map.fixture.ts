/** What tests of maps share. */
import { fixture, html, oneEvent } from '@open-wc/testing';
import { render, type TemplateResult } from 'lit';
import '../map/index.js';
import type { YztMap } from '../map/map.js';

export const QINGDAO = [120.38, 36.07] as const;

/** A map of a known size that has drawn its first frame, with what the test puts inside. */
export async function readyMap(content: TemplateResult | string = '', attributes: Record<string, string> = {}): Promise<YztMap> {
  const map = document.createElement('yzt-map');
  map.style.width = '400px';
  map.style.height = '300px';
  for (const [name, value] of Object.entries({ center: '120.38 36.07', zoom: '11', ...attributes })) map.setAttribute(name, value);
  render(content, map);
  await fixture(html`<div>${map}</div>`);
  if (!map.isReady) await oneEvent(map, 'yzt-ready');
  return map;
}

/** After everything queued in microtasks and one frame of the map. */
export async function frame(map: YztMap): Promise<void> {
  await Promise.resolve();
  await map.updateComplete;
  map.olMap.renderSync();
}

/** Resolves after the tasks queued now. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Warnings said to the author of the page while `act` runs. */
export async function hintsOf(act: () => unknown): Promise<string[]> {
  const warn = console.warn;
  const said: string[] = [];
  console.warn = (line: unknown) => said.push(String(line));
  try {
    await act();
  } finally {
    console.warn = warn;
  }
  return said;
}
