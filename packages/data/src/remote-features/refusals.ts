/** What is said where a service cannot answer and its rows are too many to be fetched. */
import { YztError } from '@yizhangtu/base/errors';

/** More rows than may come. */
export class TooMany extends Error {
  readonly count: string;

  constructor(count: string) {
    super(count);
    this.count = count;
  }
}

/** @param workedOut The field that is worked out in the page, if that is why rows are wanted. */
export function tooManyRows(label: string, count: string, limit: number, workedOut: string | undefined): YztError {
  if (workedOut !== undefined) {
    return new YztError('not-answerable', {
      zh: `「${workedOut}」是页面里算的字段，${label} 不能按它筛选、排序，符合其余条件的有 ${count} 行，超过 row-limit（${limit}）而没有取回。请先按服务自己的字段筛选，或写大 row-limit，或在服务的表里加这一列。`,
      en: `"${workedOut}" is worked out in the page: ${label} can neither filter nor sort by it, and the ${count} rows that meet the other conditions, more than row-limit (${limit}), were not fetched. Filter by fields of the service first, raise row-limit, or add the column to the table of the service.`,
    });
  }
  return new YztError('not-answerable', {
    zh: `${label} 不能汇总，符合条件的有 ${count} 行，超过 row-limit（${limit}）而没有取回。请先筛选，或写大 row-limit，或改用 ClickHouse 等能统计的服务。`,
    en: `${label} cannot sum up, and ${count} rows, more than row-limit (${limit}), were not fetched. Filter first, raise row-limit, or take a service that can count, such as ClickHouse.`,
  });
}

export function openBins(label: string, field: string, limit: number): YztError {
  return new YztError('not-answerable', {
    zh: `${label} 不能给出「${field}」的范围，数据又超过 row-limit（${limit}），分箱没有依据。请写明分箱的 breaks 或 domain。`,
    en: `${label} cannot tell the range of "${field}", and there are more rows than row-limit (${limit}): bins have no edges. Give the bins breaks or a domain.`,
  });
}
