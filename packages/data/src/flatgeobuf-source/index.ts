/** FlatGeobuf files on a server, read in parts over HTTP ranges. */
export { FlatGeobufRows } from './flatgeobuf-rows.js';
