/** FlatGeobuf files on a server, read in parts over HTTP ranges. */
export { FlatGeobufRows, type FlatGeobufOptions } from './flatgeobuf-rows.js';
