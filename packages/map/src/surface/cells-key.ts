/** Name of the filter by chosen cells, where rows are elsewhere. Layers of cells do not count by it: the other cells stay on the map. */
export const CELLS_KEY = 'cells';
