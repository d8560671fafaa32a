/// What a service sends has all of its fields; that some may be null is said in their types.
export type Solid<T> = T extends (infer E)[]
  ? Solid<E>[]
  : T extends object
    ? { [K in keyof T]-?: Solid<T[K]> }
    : T;
