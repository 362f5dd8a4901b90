/** The decoders of `geotiff` and nothing else of it: a bundler drops the rest. A chunk of its own. */
export { getDecoder } from 'geotiff';
