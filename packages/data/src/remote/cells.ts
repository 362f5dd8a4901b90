import { YztError } from '@yizhangtu/base/errors';
import type { CellsAnswer, CellsQuestion, Description, Engine } from './types.js';

/** Whole degrees about which cells of the ground lie: where the engine has places already, else the middle of the rows. */
export function planeCenterOf(description: Description | undefined): readonly [lon: number, lat: number] | undefined {
  const { planeCenter, bounds } = description ?? {};
  return planeCenter ?? (bounds && [Math.round((bounds[0] + bounds[2]) / 2), Math.round((bounds[1] + bounds[3]) / 2)]);
}

/** Counts rows in cells. @throws YztError `not-answerable` for engines that cannot. */
export function countedBy(engine: Engine, question: CellsQuestion, signal: AbortSignal): Promise<CellsAnswer> {
  if (engine.cells) return engine.cells(question, signal);
  throw noCells(engine.label);
}

/** What is said of an engine that cannot count in cells. @param label Its name. */
export function noCells(label: string): YztError {
  return new YztError('not-answerable', {
    zh: `${label} 不能按格网统计。请改用 <yzt-dataset> 载入数据，或由能够统计的服务（如 ClickHouse）提供。`,
    en: `${label} cannot count rows in cells. Load the data with <yzt-dataset>, or serve them from something that can, such as ClickHouse.`,
  });
}
