/** What example venues are like, by type of sports ground. Plausible by general knowledge; not statistics. */

/**
 * code: short name in example names, share of all venues, smallest and largest area in ㎡, ㎡ for one person, where it lies, hours.
 * `where`: town (around places), wild (anywhere in the district), shore (by the sea).
 */
export const VENUE_TYPES = {
  1: ['体育场', 4, 12000, 30000, 8, 'town', 'public'],
  2: ['田径场', 24, 6000, 15000, 12, 'town', 'school'],
  4: ['小运动场', 48, 2000, 6000, 12, 'town', 'school'],
  5: ['体育馆', 8, 1500, 6000, 4, 'town', 'public'],
  6: ['游泳馆', 26, 400, 2500, 4, 'town', 'indoor'],
  10: ['综合馆', 12, 800, 3000, 6, 'town', 'public'],
  11: ['篮球馆', 14, 500, 1500, 10, 'town', 'indoor'],
  15: ['羽毛球馆', 22, 300, 1800, 12, 'town', 'indoor'],
  16: ['乒乓球馆', 18, 120, 800, 10, 'town', 'indoor'],
  17: ['武术馆', 6, 150, 600, 6, 'town', 'indoor'],
  18: ['跆拳道馆', 14, 120, 500, 6, 'town', 'indoor'],
  21: ['健身房', 84, 120, 2200, 5, 'town', 'indoor'],
  22: ['棋牌室', 16, 40, 200, 3, 'town', 'indoor'],
  24: ['台球馆', 16, 150, 700, 8, 'town', 'indoor'],
  27: ['网球馆', 4, 700, 2600, 60, 'town', 'indoor'],
  34: ['室内轮滑场', 4, 400, 1500, 12, 'town', 'indoor'],
  37: ['足球场', 18, 5400, 8200, 200, 'town', 'school'],
  38: ['五人制足球场', 40, 800, 1300, 60, 'town', 'outdoor'],
  39: ['七人制足球场', 24, 2200, 3500, 100, 'town', 'school'],
  40: ['篮球场', 200, 420, 1260, 30, 'town', 'outdoor'],
  41: ['三人制篮球场', 52, 200, 420, 25, 'town', 'outdoor'],
  42: ['排球场', 18, 260, 540, 20, 'town', 'school'],
  43: ['沙滩排球场', 5, 260, 1100, 20, 'shore', 'outdoor'],
  47: ['网球场', 24, 600, 2600, 80, 'town', 'outdoor'],
  49: ['羽毛球场', 34, 120, 500, 20, 'town', 'outdoor'],
  50: ['乒乓球场', 110, 40, 320, 10, 'town', 'outdoor'],
  53: ['轮滑场', 10, 400, 2000, 12, 'town', 'outdoor'],
  57: ['门球场', 20, 320, 700, 30, 'town', 'outdoor'],
  71: ['海上运动场', 4, 4000, 20000, 300, 'shore', 'outdoor'],
  72: ['天然游泳场', 8, 3000, 20000, 40, 'shore', 'outdoor'],
  75: ['滑雪场', 4, 8000, 30000, 60, 'wild', 'indoor'],
  77: ['攀岩场', 4, 60, 300, 8, 'town', 'outdoor'],
  78: ['攀岩馆', 4, 150, 800, 8, 'town', 'indoor'],
  80: ['登山步道', 20, 1500, 14000, 20, 'wild', 'open'],
  81: ['健身步道', 52, 900, 12000, 15, 'town', 'open'],
  82: ['健身路径', 430, 60, 400, 8, 'town', 'open'],
  83: ['户外营地', 9, 2000, 16000, 30, 'wild', 'outdoor'],
  84: ['其他场地', 11, 100, 1500, 10, 'town', 'outdoor'],
};

/** How a kind of venue is run: owners, opening and price with their weights, and opening hours. */
export const OPERATION = {
  open: {
    owner: [
      ['community', 8],
      ['public', 1],
      ['company', 1],
    ],
    openState: [
      ['open', 97],
      ['partial', 2],
      ['closed', 1],
    ],
    fee: [['free', 1]],
    hours: [
      ['全天开放', 1],
      ['05:30-22:00', 1],
    ],
  },
  outdoor: {
    owner: [
      ['community', 6],
      ['public', 2],
      ['company', 2],
      ['private', 1],
    ],
    openState: [
      ['open', 92],
      ['partial', 6],
      ['closed', 2],
    ],
    fee: [
      ['free', 7],
      ['low', 2],
      ['paid', 1],
    ],
    hours: [
      ['06:00-21:30', 1],
      ['全天开放', 1],
      ['08:00-21:00', 1],
    ],
  },
  indoor: {
    owner: [
      ['private', 7],
      ['company', 2],
      ['public', 2],
    ],
    openState: [
      ['open', 90],
      ['partial', 6],
      ['closed', 4],
    ],
    fee: [
      ['paid', 7],
      ['low', 3],
    ],
    hours: [
      ['09:00-21:30', 1],
      ['08:30-22:00', 1],
      ['10:00-21:00', 1],
    ],
  },
  public: {
    owner: [['public', 1]],
    openState: [
      ['open', 88],
      ['partial', 10],
      ['closed', 2],
    ],
    fee: [
      ['low', 6],
      ['free', 4],
    ],
    hours: [
      ['08:00-21:00', 1],
      ['06:00-21:00', 1],
    ],
  },
  school: {
    owner: [
      ['school', 9],
      ['public', 1],
    ],
    openState: [
      ['partial', 50],
      ['open', 24],
      ['closed', 26],
    ],
    fee: [
      ['free', 6],
      ['low', 4],
    ],
    hours: [
      ['周末 08:00-18:00', 1],
      ['工作日 17:30-20:00;周末 08:00-20:00', 1],
    ],
  },
};

/** Hours of the table above as `parseHours` of @yizhangtu/fitness reads them. */
export const HOURS_RULES = {
  全天开放: '24/7',
  '周末 08:00-18:00': 'Sa,Su 08:00-18:00',
  '工作日 17:30-20:00;周末 08:00-20:00': 'Mo-Fr 17:30-20:00; Sa,Su 08:00-20:00',
};

/** Example venues in each district; 1,284 in all. */
export const VENUES_BY_DISTRICT = {
  370202: 110,
  370203: 190,
  370211: 240,
  370212: 110,
  370213: 130,
  370214: 150,
  370215: 130,
  370281: 100,
  370283: 70,
  370285: 54,
};
