import type { Measured } from '../measure/compare.js';
import type { Contention } from '../measure/contention.js';
import type { Handled } from '../measure/documents.js';
import type { Growth } from '../measure/growth.js';
import type { ProcessFacts } from '../parts/process.js';
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

/** Who sold how many of the seats, and how fast. */
export function contentionTable(rows: readonly Contention[]): string {
  const [first] = rows;
  const lines = rows.map(({ name, perSecond, accepted, refused, errors, sold, deadlocks }) =>
    [
      name.padEnd(30),
      cell(number(perSecond, 0), 9),
      cell(first ? number(perSecond / first.perSecond) : '–', 9),
      ...[accepted, refused, errors, sold, deadlocks].map((value) => cell(number(value, 0), 10)),
    ].join(''),
  );
  const title = `${first?.people ?? 0} applies for ${first?.seats ?? 0} seats`.padEnd(30);
  const head = `${title}  applies/s  ÷ floor  accepted   refused    errors      sold deadlocks`;
  return `\n${head}\n${lines.join('\n')}`;
}

export function handledTable(rows: readonly Handled[]): string {
  const lines = rows.map(({ name, count, atOnce, perSecond, p50Ms, cpuMs, growthMb }) =>
    [
      name.padEnd(30),
      cell(`${count} (${atOnce})`, 10),
      cell(number(perSecond, 1), 9),
      cell(number(p50Ms, 0), 9),
      cell(number(cpuMs, 1), 9),
      cell(number(growthMb, 1), 12),
    ].join(''),
  );
  const head = `${'files'.padEnd(30)} (at once)    per s   p50 ms   CPU ms  MB each more`;
  return `\n${head}\n${lines.join('\n')}`;
}

export function processTable({ startMs, idleMb, loadedMb, storm, scalings }: ProcessFacts): string {
  const { perSecond, logIns, p50Ms, p99Ms, othersP50Ms, othersP99Ms } = storm;
  return [
    `\nstart to ready ${number(startMs.median, 0)} ms (${number(startMs.least, 0)}–${number(startMs.most, 0)}); memory ${number(idleMb, 0)} MB idle, ${number(loadedMb, 0)} MB after every read under load`,
    `${logIns} log-ins, ${perSecond} a second: p50 ${number(p50Ms, 0)} ms, p99 ${number(p99Ms, 0)} ms; a small question beside them p50 ${number(othersP50Ms, 1)} ms, p99 ${number(othersP99Ms, 1)} ms`,
    ...scalings.map(
      ({ operation, times: { median, least, most } }) =>
        `two processes on these cores, ${operation}: ${number(median)} times one (${number(least)}–${number(most)})`,
    ),
  ].join('\n');
}
