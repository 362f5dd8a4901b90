/** 体育场地类型: the 84 types of the national sports-ground census, and eight groups for a readable map. */
import type { CodeEntry, CodeScheme } from './scheme.js';

type GroupRow = readonly [code: string, zh: string, en: string, shortZh: string, glyph: string];
type TypeRow = readonly [group: string, zh: string, en: string];

const GROUPS: readonly GroupRow[] = [
  ['stadium', '田径与综合场馆', 'Athletics and multi-purpose venues', '综合场馆', 'stadium'],
  ['aquatic', '游泳与水上场地', 'Swimming and water sports', '游泳水上', 'swim'],
  ['ball-hall', '室内球类房馆', 'Indoor ball-game halls', '室内球类', 'paddle'],
  ['ball-field', '室外球类场地', 'Outdoor ball-game fields', '室外球场', 'ball'],
  ['gym', '健身、武术与棋牌房馆', 'Fitness, martial arts and board games', '健身房馆', 'dumbbell'],
  ['ice-roller', '冰雪与轮滑场地', 'Ice, snow and roller sports', '冰雪轮滑', 'snowflake'],
  ['trail', '步道、路径与营地', 'Trails, exercise paths and camps', '步道路径', 'walk'],
  ['special', '竞速、射击、攀岩及其他', 'Racing, shooting, climbing and others', '其他场地', 'target'],
];

/** Type 1 first. The position in this list is the code. */
const TYPES: readonly TypeRow[] = [
  ['stadium', '体育场', 'Stadium'],
  ['stadium', '田径场', 'Athletics field'],
  ['stadium', '田径房（馆）', 'Indoor athletics hall'],
  ['stadium', '小运动场', 'Small sports ground'],
  ['stadium', '体育馆', 'Gymnasium'],
  ['aquatic', '游泳馆', 'Indoor swimming pool'],
  ['aquatic', '跳水馆', 'Indoor diving pool'],
  ['aquatic', '室外游泳池', 'Outdoor swimming pool'],
  ['aquatic', '室外跳水池', 'Outdoor diving pool'],
  ['stadium', '综合房（馆）', 'Multi-purpose hall'],
  ['ball-hall', '篮球房（馆）', 'Basketball hall'],
  ['ball-hall', '排球房（馆）', 'Volleyball hall'],
  ['ball-hall', '手球房（馆）', 'Handball hall'],
  ['gym', '体操房（馆）', 'Gymnastics hall'],
  ['ball-hall', '羽毛球房（馆）', 'Badminton hall'],
  ['ball-hall', '乒乓球房（馆）', 'Table tennis hall'],
  ['gym', '武术房（馆）', 'Martial arts hall'],
  ['gym', '摔跤柔道拳击跆拳道空手道房（馆）', 'Wrestling, judo, boxing, taekwondo and karate hall'],
  ['gym', '举重房（馆）', 'Weightlifting hall'],
  ['gym', '击剑房（馆）', 'Fencing hall'],
  ['gym', '健身房（馆）', 'Fitness centre'],
  ['gym', '棋牌房（室）', 'Board and card games room'],
  ['ball-hall', '保龄球房（馆）', 'Bowling alley'],
  ['ball-hall', '台球房（馆）', 'Billiards hall'],
  ['ball-hall', '沙狐球房（馆）', 'Shuffleboard hall'],
  ['ball-hall', '室内五人制足球场', 'Indoor five-a-side football pitch'],
  ['ball-hall', '网球房（馆）', 'Tennis hall'],
  ['ball-hall', '室内曲棍球场', 'Indoor hockey pitch'],
  ['special', '室内射箭场', 'Indoor archery range'],
  ['special', '室内马术场', 'Indoor equestrian arena'],
  ['ice-roller', '室内冰球场', 'Indoor ice hockey rink'],
  ['ice-roller', '室内速滑场', 'Indoor speed skating rink'],
  ['ice-roller', '室内冰壶场', 'Indoor curling rink'],
  ['ice-roller', '室内轮滑场', 'Indoor roller rink'],
  ['ball-hall', '壁球房（馆）', 'Squash hall'],
  ['ball-hall', '门球房（馆）', 'Gateball hall'],
  ['ball-field', '足球场', 'Football pitch, eleven-a-side'],
  ['ball-field', '室外五人制足球场', 'Outdoor five-a-side football pitch'],
  ['ball-field', '室外七人制足球场', 'Outdoor seven-a-side football pitch'],
  ['ball-field', '篮球场', 'Basketball court'],
  ['ball-field', '三人制篮球场', 'Three-on-three basketball court'],
  ['ball-field', '排球场', 'Volleyball court'],
  ['ball-field', '沙滩排球场', 'Beach volleyball court'],
  ['ball-field', '室外手球场', 'Outdoor handball court'],
  ['ball-field', '沙滩手球场', 'Beach handball court'],
  ['ball-field', '橄榄球场', 'Rugby field'],
  ['ball-field', '室外网球场', 'Outdoor tennis court'],
  ['ball-field', '室外曲棍球场', 'Outdoor hockey pitch'],
  ['ball-field', '羽毛球场', 'Badminton court'],
  ['ball-field', '乒乓球场', 'Table tennis court'],
  ['ball-field', '棒垒球场', 'Baseball and softball field'],
  ['special', '室外射箭场', 'Outdoor archery range'],
  ['ice-roller', '室外轮滑场', 'Outdoor roller rink'],
  ['ball-field', '板球场', 'Cricket ground'],
  ['ball-field', '木球场', 'Woodball course'],
  ['ball-field', '地掷球场', 'Bocce court'],
  ['ball-field', '室外门球场', 'Outdoor gateball court'],
  ['ice-roller', '室外人工冰球场', 'Outdoor artificial ice hockey rink'],
  ['ice-roller', '室外人工速滑场', 'Outdoor artificial speed skating rink'],
  ['ice-roller', '室外人工冰壶场', 'Outdoor artificial curling rink'],
  ['special', '摩托车赛车场', 'Motorcycle racing track'],
  ['special', '汽车赛车场', 'Motor racing circuit'],
  ['special', '卡丁车赛车场', 'Karting track'],
  ['special', '自行车赛车场', 'Outdoor velodrome'],
  ['special', '自行车赛车馆', 'Indoor velodrome'],
  ['special', '小轮车赛车场', 'BMX track'],
  ['special', '室外马术场', 'Outdoor equestrian arena'],
  ['special', '射击房（馆）', 'Indoor shooting range'],
  ['special', '室外射击场', 'Outdoor shooting range'],
  ['aquatic', '水上运动场', 'Inland water sports course'],
  ['aquatic', '海上运动场', 'Marine sports area'],
  ['aquatic', '天然游泳场', 'Natural bathing place'],
  ['special', '航空运动机场', 'Air sports airfield'],
  ['ice-roller', '室内滑雪场', 'Indoor ski slope'],
  ['ice-roller', '室外人工滑雪场', 'Outdoor artificial ski slope'],
  ['special', '高尔夫球场', 'Golf course'],
  ['special', '室外人工攀岩场', 'Outdoor climbing wall'],
  ['special', '攀岩馆', 'Indoor climbing hall'],
  ['special', '攀冰馆', 'Indoor ice climbing hall'],
  ['trail', '登山步道', 'Hiking trail'],
  ['trail', '城市健身步道', 'Urban fitness trail'],
  ['trail', '全民健身路径', 'Outdoor exercise path'],
  ['trail', '户外活动营地', 'Outdoor activity camp'],
  ['special', '其他类体育场地', 'Other sports ground'],
];

/** Codes whose numbers two independent descriptions of the census agree on; 10–79 follow one census application. */
function evidenceOf(code: number): 'conventional' | 'to-be-checked' {
  return code <= 36 || code >= 80 ? 'conventional' : 'to-be-checked';
}

/**
 * Sports-ground types 1–84, each below one of eight groups. The groups are this library's own, made so that a legend stays readable.
 * Types 80 and 81 are lines: count their area as length × width.
 */
export const SPORTS_VENUE_TYPE: CodeScheme = {
  scheme: 'sports-venue-type',
  version: '2013',
  label: { zh: '体育场地类型', en: 'Sports ground types' },
  source: '全国体育场地统计调查（第六次普查）体育场地类型代码',
  evidence: 'conventional',
  entries: [
    ...GROUPS.map(([code, zh, en, short, glyph]): CodeEntry => ({
      code,
      label: { zh, en },
      short: { zh: short, en },
      glyph,
      source: '本组件库分组',
    })),
    ...TYPES.map(([parent, zh, en], at): CodeEntry => ({
      code: String(at + 1),
      label: { zh, en },
      parent,
      evidence: evidenceOf(at + 1),
    })),
  ],
};

/** Number of types, without the groups. */
export const SPORTS_VENUE_TYPE_COUNT = TYPES.length;
