/** A function that works once for each object it is asked about, for as long as that object lives. */
export function oncePer<K extends object, V>(make: (about: K) => V): (about: K) => V {
  const made = new WeakMap<K, { readonly value: V }>();
  return (about) => {
    const known = made.get(about) ?? { value: make(about) };
    made.set(about, known);
    return known.value;
  };
}
