/** Returns a function that computes `compute(input)` once for each input and caches the result. */
export function memoize<K, V extends {}>(compute: (input: K) => V): (input: K) => V {
  const results = new Map<K, V>();
  return (input) => {
    let result = results.get(input);
    if (result === undefined) results.set(input, (result = compute(input)));
    return result;
  };
}
