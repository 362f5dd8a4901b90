/** Ranks the vertices of shapes. A file of its own, fetched by the first set of so many that it is worth it. */
export { ranksOf } from '@yizhangtu/data/simplify';
