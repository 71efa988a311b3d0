// @ts-check
// The figures, each with its limit.

/** @typedef {{ group: string, figure: string, ours: number, limit: number | null, unit: string, beside?: string, atLeast?: boolean }} Row */

/** Whether a figure is within its limit; one without a limit is. @param {Row} row */
export const isOk = ({ ours, limit, atLeast }) => limit === null || (atLeast ? ours >= limit : ours <= limit);

/** @param {number} value @param {string} unit */
function shown(value, unit) {
  if (unit === "kB") return `${(value / 1000).toFixed(1)} kB`;
  if (unit === "MB") return `${(value / 1e6).toFixed(1)} MB`;
  if (unit === "ms") return `${value < 100 ? value.toFixed(1) : value.toFixed(0)} ms`;
  return `${Number(value.toFixed(3))}${unit && ` ${unit}`}`;
}

/** @param {Row[]} rows */
export function print(rows) {
  const cells = rows.map((row) => {
    const { group, figure, ours, limit, unit, beside = "", atLeast } = row;
    const bound = limit === null ? "reported" : `${atLeast ? "≥" : "≤"} ${shown(limit, unit)}`;
    return [group, figure, shown(ours, unit), bound, limit === null ? "" : isOk(row) ? "ok" : "OVER", beside];
  });
  const heads = ["", "figure", "ours", "limit", "", "beside"];
  const widths = heads.map((_, at) => Math.max(...[heads, ...cells].map((row) => row[at].length)));
  const line = (/** @type {string[]} */ row) => row.map((cell, at) => (at === 2 || at === 3 ? cell.padStart(widths[at]) : cell.padEnd(widths[at]))).join("  ").trimEnd();
  let before = "";
  console.log(`\n${line(heads)}\n${"─".repeat(widths.reduce((sum, width) => sum + width + 2, 0))}`);
  for (const [group, ...rest] of cells) {
    console.log(line([group === before ? "" : group, ...rest]));
    before = group;
  }
}
