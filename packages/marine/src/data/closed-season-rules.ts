/** 海洋伏季休渔: zones and dates as data, because they are issued anew; the rule of one year is never taken for another's. */

/** Gear by the classes of the rule. */
export const FISHING_GEAR = ['rod', 'beam-trawl-shrimp', 'pot', 'gillnet', 'light-purse', 'other'] as const;
export type FishingGear = (typeof FISHING_GEAR)[number];

/** Words of gear. */
export const GEAR_WORDS: Readonly<Record<FishingGear, { readonly zh: string; readonly en: string }>> = {
  rod: { zh: '钓具', en: 'Hook and line' },
  'beam-trawl-shrimp': { zh: '桁杆拖虾', en: 'Beam trawl for shrimp' },
  pot: { zh: '笼壶', en: 'Pots and traps' },
  gillnet: { zh: '刺网', en: 'Gill nets' },
  'light-purse': { zh: '灯光围（敷）网', en: 'Light purse seines and lift nets' },
  other: { zh: '其他作业类型', en: 'Other gear' },
};

/** One closed season: a band of latitude, the gear it is for, and from when to when. */
export interface ClosedSeason {
  readonly zone: { readonly zh: string; readonly en: string };
  /** Degrees north: from, inclusive, to, exclusive. */
  readonly latitudes: readonly [from: number, to: number];
  readonly gear: readonly FishingGear[];
  /** Month and day, 12:00 in China: closed from, inclusive, to, exclusive. */
  readonly from: readonly [month: number, day: number];
  readonly to: readonly [month: number, day: number];
}

/** A rule with its document and the year it begins. */
export interface ClosedSeasonRule {
  readonly source: { readonly zh: string; readonly en: string };
  /** What holds of gear without a season. */
  readonly free?: { readonly zh: string; readonly en: string };
  /** First year the dates hold; they hold until another rule is issued. */
  readonly since: number;
  readonly seasons: readonly ClosedSeason[];
}

const ALL_BUT_ROD = FISHING_GEAR.filter((gear) => gear !== 'rod');
const EARLY: readonly FishingGear[] = ['beam-trawl-shrimp', 'pot', 'gillnet', 'light-purse'];
const MIDDLE = { zh: '北纬 26°30′–35° 黄海、东海', en: 'Yellow and East China Sea, 26°30′–35° N' };

/**
 * The national rule north of 26°30′ N, the waters of 青岛 among them: 12:00 to 12:00. Hook and line are free. 定置作业 (set nets), whose season each province
 * sets, and the waters further south, whose limits are no parallels, are not in it.
 */
export const CLOSED_SEASON: ClosedSeasonRule = {
  source: {
    zh: '农业农村部海洋伏季休渔通告（2023 年；据新闻稿，文号待核）；日期以当年通告为准',
    en: 'Notice of the Ministry of Agriculture and Rural Affairs (2023; from news, number not checked); the notice of each year holds',
  },
  free: { zh: '钓具不休渔，仍须进出港报告、定点上岸', en: 'Hook and line stay free, but report leaving and entering port and land at set places' },
  since: 2023,
  seasons: [
    { zone: { zh: '北纬 35° 以北渤海、黄海', en: 'Bohai and Yellow Sea north of 35° N' }, latitudes: [35, 41], gear: ALL_BUT_ROD, from: [5, 1], to: [9, 1] },
    { zone: MIDDLE, latitudes: [26.5, 35], gear: ['other'], from: [5, 1], to: [9, 16] },
    { zone: MIDDLE, latitudes: [26.5, 35], gear: EARLY, from: [5, 1], to: [8, 1] },
  ],
};
