/** What a layer of points needs to draw. A chunk of its own, fetched while the data is on its way. */
export { drawEarly, hasTokens, labelReader, layerStyle, layerTheme, makeReady, renderClass, symbologyCode, takeIn, usableSymbology, whenLabels } from './engine.js';
export { newRenderer } from '../renderer/point-renderer.js';
