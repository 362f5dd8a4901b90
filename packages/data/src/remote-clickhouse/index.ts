export { ClickHouseEngine, type ClickHouseOptions } from './clickhouse-engine.js';
