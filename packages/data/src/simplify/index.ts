export { ranksOf, setSimplifyWorkerUrl, simplifyWorkerState } from './client.js';
export { ALWAYS, rankFrom, RANK_OF_ONE } from './ranks.js';
export type { RankRequest, VertexRanks } from './types.js';
export { vertexRanks } from './vertex-ranks.js';
