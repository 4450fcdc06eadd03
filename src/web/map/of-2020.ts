/** What MapLibre takes for granted, and browsers of 2020 have not: without it they draw no map. */
if (!('at' in Array.prototype)) {
  const at = function at<One>(this: ArrayLike<One>, index: number): One | undefined {
    return this[index < 0 ? this.length + index : index]
  }
  for (const kind of [Array, Object.getPrototypeOf(Uint8Array)])
    Object.defineProperty(kind.prototype, 'at', { value: at, configurable: true, writable: true })
}
const known: object = Object
if (!('hasOwn' in known)) {
  const hasOwn = (thing: object, name: PropertyKey) => Object.getOwnPropertyDescriptor(thing, name) !== undefined
  Object.defineProperty(Object, 'hasOwn', { value: hasOwn, configurable: true, writable: true })
}

export {}
