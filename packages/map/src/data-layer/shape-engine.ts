/** What a layer of lines or polygons needs to draw. A chunk of its own, fetched while the data is on its way. */
export { drawEarly, hasTokens, labelReader, layerStyle, layerTheme, makeReady, renderClass, symbologyCode, takeIn, usableSymbology, whenLabels } from './engine.js';
export { newRenderer } from '../renderer/shape-renderer.js';
