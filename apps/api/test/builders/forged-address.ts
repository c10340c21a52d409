/** The address with the first letter of its signature changed to another one. */
export function forged(address: string): string {
  return address.replace(/(?<=[?&]s=)./, (letter) => (letter === 'A' ? 'B' : 'A'));
}
