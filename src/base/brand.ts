declare const tag: unique symbol;

/** A value of type T that carries the name of its unit, so that two units cannot be mixed up. */
export type Brand<T, Unit extends symbol> = T & { readonly [tag]: Unit };
