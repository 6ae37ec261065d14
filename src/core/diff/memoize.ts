/** What is made of a thing, remembered. */

/** Makes something of each thing once. */
export function memoize<K, V extends {}>(make: (from: K) => V): (from: K) => V {
  const known = new Map<K, V>();
  return (from) => {
    let made = known.get(from);
    if (made === undefined) known.set(from, (made = make(from)));
    return made;
  };
}
