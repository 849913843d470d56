/** The place of the lowest bit. */
export function lowest(bits: number): number {
  return 31 - Math.clz32(bits & -bits)
}
