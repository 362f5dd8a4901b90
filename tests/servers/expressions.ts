/** Expressions over the rows of `rows.ts`: every function and operator, over missing values, zeros, negative numbers, hostile words, and instants around midnight. */

/** Parts that are numbers. */
export const NUMBERS = ['n', 'i', '0', '1', '-2.5', '1000', 'null', 'id'];

export const PROBES: Readonly<Record<string, readonly string[]>> = {
  arithmetic: ['n + i', 'n - i', 'n * i', 'n / i', 'i / n', 'n % i', 'i % 4', 'i % -4', '-n', '+n', '-i ^ 2', 'i ^ 3', 'i ^ -1', 'i ^ 0', '2 ^ i', '1e308 * 10 * n', '1 / (n * 1e308)', 'n / 0', '0 / i', '1 / (1 / i)', '1e300 * n * 1e300 / 1e300', 'null + n', '(n + i) * (n - i) / (n + 1)'],
  'functions of numbers': ['abs(n)', 'sign(n)', 'sign(i)', 'floor(n)', 'ceil(n)', 'sqrt(n)', 'exp(i)', 'exp(i * 100)', 'ln(n)', 'ln(i)', 'log10(n)', 'min(n, i)', 'max(n, i, 3)', 'min(n)', 'min(n, null)', 'max(i, -i)', '绝对值(n)'],
  rounding: ['round(n)', 'round(n, 0)', 'round(n, 1)', 'round(n, 2)', 'round(-n, 2)', 'round(n / 7, 3)', 'round(i / 8, 2)', 'round(n, -2)', 'round(i, -1)', 'round(n * 1e9, 3)', 'round((i + 0.005) / 1, 2)', 'round(i * 0.1, 1)', 'round(1.005 + i, 2)', 'round(n, null)', '四舍五入(n / 3, 12)', 'round(i * 1.15, 1)'],
  comparison: ['n > i', 'n >= 0', 'n < 0', 'n <= i', 'n = i', 'n != 0', 'i = 3', 'n > null', "t = 'a'", "t != '甲'", 'b = true', 'b != false', 't = owner', '(n > 1) = b', "t = '甲' and n > 0"],
  'lists and logic': ['i in (1, 2, 3)', 'n in (0, i, null)', "t in ('a', '甲', '')", "t not in ('a', owner)", 'b in (true)', 'b and n > 0', 'b or n > 0', 'not b', 'not (b and n > 0) or missing(n)', 'b and null', 'b or null', 'n > 0 and i > 0 and b', 'missing(n)', 'missing(t)', 'missing(b)', 'missing(i)', 'missing(d)', 'not missing(n) and n > i'],
  choices: ["if(n > i, '多', '少')", 'if(b, n)', 'if(b, n, i)', 'if(missing(b), null, b)', 'b ? d : day', 'coalesce(n, i)', 'coalesce(n, null, 0)', "coalesce(t, owner, '无')", 'coalesce(b, n > 0)', 'coalesce(d, day)', "if(n > 0, if(i > 0, '甲', '乙'), if(i > 0, '丙', null))", 'null', "'it''s'", '1 + 2', '是'],
};
