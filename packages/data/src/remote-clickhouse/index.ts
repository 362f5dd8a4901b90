export { planeSql, type PlaneColumns } from './cells-sql.js';
export { ClickHouseEngine, type ClickHouseOptions } from './clickhouse-engine.js';
