import { isIPv4, isIPv6 } from 'node:net';

const MAPPED = /^::ffff:(?=\d+\.)/i;
const GROUPS = 8;
const NETWORK_GROUPS = 4;

/**
 * The network an address belongs to, as budgets count it: whoever has one address can have its
 * neighbours too, 256 of them with IPv4 (/24) and the whole lower half with IPv6 (/64).
 */
export function networkOf(address: string): string {
  const plain = address.replace(MAPPED, '');
  if (isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`;
  return isIPv6(plain) ? `${firstGroups(plain).join(':')}::/64` : plain;
}

/** One network can be written in many ways: `::` stands for zeros, and zeros in front may be left out. */
function firstGroups(address: string): string[] {
  const [left = [], right = []] = address.split('::').map(groupsOf);
  const zeros = Array<string>(Math.max(0, GROUPS - left.length - right.length)).fill('0');
  return [...left, ...zeros, ...right]
    .slice(0, NETWORK_GROUPS)
    .map((group) => Number.parseInt(group, 16).toString(16));
}

/** An IPv4 address at the end takes the room of two groups, which no network reaches. */
const groupsOf = (part: string): string[] =>
  part
    .replace(/[\d.]+\.\d+(%.*)?$/, '0:0')
    .split(':')
    .filter((group) => group !== '');
