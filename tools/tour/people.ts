import { randomInt } from 'node:crypto';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK = '10X98765432';
/** None that the people of the demonstration come from. */
const AREAS = ['340103', '340104', '340111', '340121', '340122', '340123', '340124', '340181'];
const GIVEN = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const SURNAMES = ['赵', '钱', '孙', '李', '周', '吴', '郑', '王'];

const pick = <Value>(values: readonly Value[], otherwise: Value): Value =>
  values[randomInt(values.length)] ?? otherwise;

const two = (value: number): string => String(value).padStart(2, '0');

const invented = new Set<string>();

/** Sequence 000 is given to nobody, so the number belongs to no one; and to no two people of one run. */
function inventIdNumber(): string {
  const body = `${pick(AREAS, '340103')}${randomInt(1975, 2001)}${two(randomInt(1, 13))}${two(randomInt(1, 29))}000`;
  if (invented.has(body)) return inventIdNumber();
  invented.add(body);
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return `${body}${CHECK[sum % 11] ?? ''}`;
}

/** An invented person. */
export function inventPerson(): {
  idNumber: string;
  name: string;
  phone: string;
  password: string;
} {
  return {
    idNumber: inventIdNumber(),
    name: `${pick(SURNAMES, '赵')}演示${pick(GIVEN, '一')}`,
    phone: `1990000${String(randomInt(10_000)).padStart(4, '0')}`,
    password: `Tour-${randomInt(1_000_000)}-Kaopu-${randomInt(1_000_000)}`,
  };
}
