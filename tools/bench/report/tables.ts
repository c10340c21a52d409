import type { Measured } from '../measure/compare.js';
import type { Growth } from '../measure/growth.js';
import { ratios } from '../measure/statistics.js';

const cell = (text: string, width: number): string => text.padStart(width);
const number = (value: number, digits = 2): string =>
  Number.isFinite(value) ? value.toFixed(digits) : '–';

/** One operation: a line per server, ratios to the floor of the same rounds. */
export function comparisonTable(rows: readonly Measured[]): string {
  const floor = rows.find(({ server }) => server === 'floor');
  const lines = rows.map((row) => {
    const ratio = floor ? ratios(row.rates, floor.rates) : null;
    const { median, least, most } = row.rate;
    return [
      cell(row.server, 16),
      cell(ratio ? number(ratio.median) : '–', 8),
      cell(ratio ? `${number(ratio.least)}–${number(ratio.most)}` : '', 12),
      cell(number(row.cpuMs), 9),
      cell(number(row.databaseCpuMs), 9),
      cell(number(median, 0), 9),
      cell(`${number(least, 0)}–${number(most, 0)}`, 13),
      cell(number(row.p50Ms, 1), 8),
      cell(number(row.p99Ms, 1), 8),
    ].join(' ');
  });
  const head =
    '          server  ÷ floor       spread    CPU ms     DB ms     req/s        spread   p50 ms   p99 ms';
  return `\n${rows[0]?.operation ?? ''}\n${head}\n${lines.join('\n')}`;
}

/** CPU per request at each size, and how much the largest costs more than the smallest. */
export function growthTable(rows: readonly Growth[]): string {
  const sizes = rows[0]?.sizes ?? [];
  const head = `${'growth (CPU ms per request)'.padEnd(34)}${sizes.map((size) => cell(`${size / 1000}k`, 9)).join('')}${cell('×', 8)}`;
  const lines = rows.map(({ operation, cpuMs }) => {
    const times = (cpuMs.at(-1) ?? NaN) / (cpuMs[0] ?? NaN);
    return `${operation.padEnd(34)}${cpuMs.map((value) => cell(number(value), 9)).join('')}${cell(number(times), 8)}`;
  });
  return `\n${head}\n${lines.join('\n')}`;
}
