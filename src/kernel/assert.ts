/** For what must hold if the program is right; a failure is a bug, never a user's mistake. */
export function assert(condition: boolean, whatShouldHaveHeld: string): asserts condition {
  if (!condition) throw new Error(`This is a bug: ${whatShouldHaveHeld}`)
}

export function assertNever(value: never): never {
  throw new Error(`This is a bug: no case for ${JSON.stringify(value)}`)
}
