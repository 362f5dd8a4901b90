/** What a 双随机 draw is made of: who may be inspected, who inspects, how many, and what came out. All of it is plain JSON. */

/** 检查对象: somebody who may be inspected. */
export interface Subject {
  /** 统一社会信用代码, or what stands for it; each once. */
  readonly uscc: string;
  readonly name: string;
  /** 风险分类, for example A, B, C, D: subjects are drawn class by class. */
  readonly stratum: string;
  /** Division or grid, for those who must keep out of it. */
  readonly area?: string | undefined;
  /** Legal representative or person in charge, as a code, for those who must keep away. */
  readonly holder?: string | undefined;
  /** Why the subject is not drawn: 已注销, 迁出, 近期已检查. */
  readonly excluded?: string | undefined;
}

/** 回避: why an inspector keeps away. */
export interface Avoidance {
  /** One subject, all subjects of a holder, or all in an area. */
  readonly kind: 'uscc' | 'holder' | 'area';
  readonly value: string;
  readonly reason: string;
}

/** 执法检查人员. */
export interface Inspector {
  readonly id: string;
  readonly name: string;
  /** May lead: 主办. */
  readonly lead?: boolean | undefined;
  readonly avoids?: readonly Avoidance[] | undefined;
}

/** How many of a class are drawn. */
export interface StratumRule {
  readonly stratum: string;
  /** Parts of ten thousand, 0 to 10 000: 500 is 5 %. Rounded up. */
  readonly perTenThousand: number;
  /** At least so many, as far as there are. */
  readonly least?: number | undefined;
}

/** 抽查计划. */
export interface DrawPlan {
  readonly id: string;
  readonly title: string;
  /** Classes without a rule are not drawn from. */
  readonly strata: readonly StratumRule[];
  /** Inspectors of one subject, 2 or more; one of them leads. Default 2. */
  readonly inspectorsEach?: number | undefined;
}

/** Who was there, and when: nothing of it decides the draw. */
export interface DrawScene {
  readonly operator: string;
  readonly witnesses: readonly string[];
  /** ISO 8601 with its zone: `2026-07-01T09:30:00+08:00`. */
  readonly startedAt: string;
}

/** An inspector who was next but kept away. */
export interface Skipped {
  readonly inspector: string;
  readonly kind: Avoidance['kind'];
  readonly reason: string;
}

/** One subject that was drawn. */
export interface DrawnSubject {
  readonly uscc: string;
  readonly name: string;
  readonly stratum: string;
  /** Place within its class, from 1. */
  readonly order: number;
  /** What decided its place. */
  readonly key: string;
  /** Ids of the inspectors, the lead first; fewer than wanted where there were no more. */
  readonly inspectors: readonly string[];
  readonly skipped: readonly Skipped[];
}

/** What was drawn from a class. */
export interface DrawnStratum {
  readonly stratum: string;
  readonly perTenThousand: number;
  readonly least: number;
  /** Subjects that could be drawn. */
  readonly count: number;
  /** Subjects of the class that could not. */
  readonly excluded: number;
  readonly drawn: number;
}

/** The record of a draw: everything that is needed to do it again. */
export interface DrawRecord {
  readonly algorithm: 'yizhangtu-draw';
  readonly version: 1;
  readonly plan: DrawPlan;
  readonly scene: DrawScene;
  readonly poolHash: string;
  readonly poolCount: number;
  readonly inspectorsHash: string;
  readonly inspectorsCount: number;
  /** SHA-256 of the seed, published before the draw. */
  readonly commitment: string;
  /** 64 hexadecimal digits. */
  readonly seed: string;
  readonly strata: readonly DrawnStratum[];
  readonly excluded: readonly { readonly uscc: string; readonly reason: string }[];
  readonly result: readonly DrawnSubject[];
  /** SHA-256 of all of the above in canonical form. */
  readonly recordHash: string;
}
