// What every engine is asked, one after another, in a page of its own: the questions of one page of linked views.

const KINDS = ['体育馆', '健身步道', '足球场', '篮球场', '游泳馆', '乒乓球', '羽毛球', '网球场', '田径场', '滑冰场', '社区点', '其他'];
const DISTRICTS = ['市南', '市北', '李沧', '崂山', '黄岛', '城阳', '即墨', '胶州', '平度', '莱西'];

/** The generator of the seeded data (mulberry32), so that every engine has the same rows. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** 示例数据: two words, two numbers a row; numbers with few digits, so that many are equal as in real tables. */
function columns(count) {
  const next = random(7);
  const data = { kind: [], district: [], area: new Float64Array(count), age: new Float64Array(count) };
  for (let row = 0; row < count; row++) {
    data.kind.push(KINDS[Math.floor(KINDS.length * next() ** 1.7)]);
    data.district.push(DISTRICTS[Math.floor(DISTRICTS.length * next())]);
    data.area[row] = Math.round(5000 * next() ** 2) / 2;
    data.age[row] = Math.floor(60 * next());
  }
  return data;
}

/** How often each question is put, with other values each time: of very many rows less often. */
const timesOf = (count) => (count > 500_000 ? 5 : 12);

function timed(act) {
  const began = performance.now();
  const answer = act();
  return { ms: performance.now() - began, answer };
}

const middle = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const rounded = (answer) => JSON.stringify(answer, (_key, value) => (typeof value === 'number' ? Number(value.toPrecision(9)) : value));

/**
 * Gives a page to an engine.
 * @param {object} engine
 * @param {(data: object) => Promise<void> | void} engine.load takes the columns, and makes whatever it wants to have made before
 * @param {(from: number, to: number) => object} engine.brush rows with `from ≤ age ≤ to`: their number, sum of the area by kind, number by twenties of the area
 * @param {(district: string) => object} engine.group rows of a district: mean and median of the age by kind
 * @param {() => number[]} engine.breaks limits of five classes of equal size of the area, of the rows left
 * @param {(offset: number) => number[]} engine.page areas of a hundred rows of those left, the largest first
 */
export function drive(engine) {
  const questions = {
    brush: (i) => engine.brush(5 + i, 45 + (i % 7)),
    group: (i) => engine.group(DISTRICTS[i % DISTRICTS.length]),
    breaks: () => engine.breaks(),
    page: (i) => engine.page(100 * i),
  };
  window.bench = {
    /** Every question, each so often; what the answers were, as words, so that they can be compared. */
    async run({ count }) {
      const data = columns(count);
      const began = performance.now();
      await engine.load(data);
      const result = { load: performance.now() - began, answers: {} };
      for (const [name, ask] of Object.entries(questions)) {
        const all = [];
        for (let i = 0; i < timesOf(count); i++) {
          // Breaks are asked of other rows each time: what is kept from before helps nobody.
          if (name === 'breaks') engine.brush(2 + i, 50);
          all.push(timed(() => ask(i)));
        }
        result[name] = middle(all.map(({ ms }) => ms));
        result.answers[name] = rounded(all.map(({ answer }) => answer));
      }
      return result;
    },
  };
}
