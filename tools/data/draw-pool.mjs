/**
 * An invented 检查对象名录 and its inspectors for the draw of the market page: 示例数据 as CSV, the same on every run. Places, districts and risk classes are
 * those of the invented subjects; credit codes have valid check digits but belong to nobody; names say that they are examples.
 */
import { subjectColumns } from './subjects.mjs';
import { between, pick, randomSource } from './random.mjs';

const SEED = 20270202;
const REASONS = ['近期已检查', '已注销', '迁出'];
const WHY = ['原籍', '亲属', '曾任职', '持股'];
/** Digits of GB 32100-2015 by value. */
const DIGITS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Second digit of a code by kind of subject: self-employed, company, co-operative of farmers. */
const KIND_DIGITS = [2, 1, 3];

/** A code of the form of GB 32100-2015: registered by market supervision, with its check digit. */
function creditCode(kind, district, serial) {
  const first = `9${kind}${district}MA${DIGITS[serial % 31]}${String(serial).padStart(6, '0')}`.padEnd(17, '0');
  const sum = [...first].reduce((total, digit, at) => total + DIGITS.indexOf(digit) * (3 ** at % 31), 0);
  return first + DIGITS[(31 - (sum % 31)) % 31];
}

const trades = { F: '商贸', H: '餐饮', C: '制造', O: '生活服务', L: '商务', G: '物流', E: '建筑', M: '科技' };

/** `count` subjects as CSV: uscc, name, risk, district, holder, excluded, lon, lat. */
export function poolCsv(count) {
  const random = randomSource(SEED);
  const { coordinates, columns } = subjectColumns(count);
  const at = (column, row) => column.dictionary[column.codes[row]];
  const lines = ['uscc,name,risk,district,holder,excluded,lon,lat'];
  for (let row = 0; row < count; row++) {
    const district = at(columns.district, row);
    const name = `示例${trades[at(columns.industry, row)] ?? '经营'}${String(row + 1).padStart(5, '0')}号`;
    const holder = `F${String(between(random, 1, count)).padStart(5, '0')}`;
    const excluded = random() < 0.03 ? REASONS[between(random, 0, 2)] : '';
    lines.push([creditCode(KIND_DIGITS[columns.kind.codes[row]], district, row + 1), name, at(columns.risk, row), district, holder, excluded, coordinates[2 * row], coordinates[2 * row + 1]].join(','));
  }
  return `${lines.join('\n')}\n`;
}

/** Inspectors as CSV: a third of them leads; some keep away from a district, a person or a subject of the pool. */
export function inspectorsCsv(count, pool) {
  const random = randomSource(SEED + 1);
  const rows = pool.trim().split('\n').slice(1).map((line) => line.split(','));
  const lines = ['id,name,lead,avoids'];
  for (let at = 1; at <= count; at++) {
    const avoids = [];
    const [uscc, , , district, holder] = rows[between(random, 0, rows.length - 1)];
    if (at % 4 === 1) avoids.push(`area:${district}:${WHY[0]}`);
    if (at % 5 === 2) avoids.push(`holder:${holder}:${WHY[1]}`);
    if (at % 7 === 3) avoids.push(`uscc:${uscc}:${WHY[between(random, 2, 3)]}`);
    lines.push(`J${String(at).padStart(3, '0')},示例检查员${String(at).padStart(2, '0')},${at % 3 === 1},${avoids.join('; ')}`);
  }
  return `${lines.join('\n')}\n`;
}


const LAST = Date.UTC(2026, 5, 30);
const DAY = 86_400_000;
const day = (time) => new Date(time).toISOString().slice(0, 10);
const INSPECTED = ['未发现问题', '未发现问题', '未发现问题', '发现问题已责令改正', '通过登记的住所无法联系'];

/** Kind of device: its words, and its share. Kinds of the 特种设备安全法, article 2. */
const DEVICES = [[['lift', '电梯'], 34], [['vessel', '压力容器'], 24], [['vehicle', '叉车'], 18], [['crane', '起重机械'], 12], [['boiler', '锅炉'], 6], [['piping', '压力管道'], 4], [['ride', '大型游乐设施'], 1.5], [['ropeway', '客运索道'], 0.5]];

/** Devices of the subjects of a pool that are not gone: one in seven has some, one in six of them is past its test. */
function devicesOf(rows) {
  const random = randomSource(SEED + 3);
  const devices = [];
  for (const row of rows) {
    if (row[5] === '已注销' || random() >= 0.14) continue;
    for (let count = between(random, 1, 3); count > 0; count--) {
      const [code, word] = pick(random, DEVICES);
      const tested = LAST - (random() < 0.17 ? between(random, 366, 800) : between(random, 20, 364)) * DAY;
      devices.push({ row, id: `SB${String(devices.length + 1).padStart(5, '0')}`, code, word, tested, due: tested + 365 * DAY });
    }
  }
  return devices;
}

const rowsOf = (pool) => pool.trim().split('\n').slice(1).map((line) => line.split(','));

/** Special devices (特种设备) of a pool as CSV: id, uscc, name of who uses it, class, district, holder, due (day of the next test), lon, lat. */
export function devicesCsv(pool) {
  const lines = devicesOf(rowsOf(pool)).map(({ row: [uscc, name, , district, holder, , lon, lat], id, code, due }) => [id, uscc, name, code, district, holder, day(due), lon, lat].join(','));
  return `${['id,uscc,name,class,district,holder,due,lon,lat', ...lines].join('\n')}\n`;
}

/** What happened to one subject, by its risk class: the riskier, the more inspections, penalties and overdue equipment. */
function eventsOf(random, [uscc, , risk, , , excluded], devices) {
  const grade = 'ABCD'.indexOf(risk);
  const founded = LAST - between(random, 1000, 7000) * DAY;
  const later = () => founded + Math.floor(random() * (LAST - founded - 30 * DAY)) + 20 * DAY;
  const events = [[founded, 'founded', '登记注册科', '设立登记', '', '']];
  if (random() < 0.35) events.push([founded + between(random, 5, 19) * DAY, 'licence', '行政审批科', '食品经营许可（示例）', '', day(founded + 1826 * DAY * Math.ceil((LAST - founded) / DAY / 1826))]);
  for (let count = between(random, 0, 1 + grade); count > 0; count--) events.push([later(), 'inspection', '双随机科', '双随机抽查（示例）', INSPECTED[between(random, 0, INSPECTED.length - 1)], '']);
  if (random() < 0.08 * grade) events.push([later(), 'penalty', '执法队', '行政处罚（示例）', '罚款', '']);
  for (const { id, word, tested, due } of devices) events.push([tested, 'device', '特种设备科', `${word} ${id} 定期检验（示例）`, '合格', day(due)]);
  if (random() < 0.9 - 0.1 * grade) events.push([Math.max(founded, Date.UTC(2026, between(random, 0, 5), between(random, 1, 28))), 'report', '信用监管科', '2025 年度报告', '已公示', '']);
  if (excluded === '已注销') events.push([LAST - between(random, 1, 25) * DAY, 'cancelled', '登记注册科', '注销登记', '', '']);
  return events.map(([time, kind, dept, summary, result, due]) => [uscc, day(time), kind, dept, summary, result, due].join(','));
}

/** Events of the subjects of a pool as CSV: uscc, date, kind, dept, summary, result, due. */
export function eventsCsv(pool) {
  const random = randomSource(SEED + 2);
  const rows = rowsOf(pool);
  const devices = new Map();
  for (const one of devicesOf(rows)) devices.set(one.row, [...(devices.get(one.row) ?? []), one]);
  return `${['uscc,date,kind,dept,summary,result,due', ...rows.flatMap((row) => eventsOf(random, row, devices.get(row) ?? []))].join('\n')}\n`;
}
