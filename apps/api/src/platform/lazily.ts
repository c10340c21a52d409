/** Gives an object parts that are worked out when they are first read, once. */
export function lazily<Target extends object>(
  target: Target,
  parts: { readonly [Name in keyof Target]?: () => Target[Name] },
): Target {
  for (const name of Object.keys(parts) as (keyof Target)[]) {
    Object.defineProperty(target, name, {
      configurable: true,
      enumerable: true,
      get(): unknown {
        const value = parts[name]?.();
        Object.defineProperty(target, name, { value, enumerable: true });
        return value;
      },
    });
  }
  return target;
}
