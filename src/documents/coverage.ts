import { assert } from '../kernel/index.ts'
import { fontTables } from './woff.ts'

/** Which characters a font has, as ranges of code points, both ends included, in ascending order. */
export type Coverage = readonly (readonly [number, number])[]

const SEGMENTS = 4
const GROUPS = 12

/** Reads the character map of a font (OpenType, table `cmap`, formats 4 and 12). */
export function coverageOf(file: Uint8Array): Coverage {
  const map = fontTables(file)
    .find(({ tag }) => tag === 'cmap')
    ?.bytes()
  assert(map !== undefined, 'a font has a character map')
  const tables = Array.from({ length: map.readUInt16BE(2) }, (_, at) =>
    map.subarray(map.readUInt32BE(4 + 8 * at + 4)),
  )
  const ofFormat = (format: number): Buffer | undefined =>
    tables.find((table) => table.readUInt16BE(0) === format)
  // The map in groups reaches beyond the first 65,536 characters and holds the others too.
  const groups = ofFormat(GROUPS)
  if (groups !== undefined) return groupRanges(groups)
  const segments = ofFormat(SEGMENTS)
  assert(segments !== undefined, 'a character map has segments or groups')
  return segmentRanges(segments)
}

function groupRanges(table: Buffer): Coverage {
  return Array.from({ length: table.readUInt32BE(12) }, (_, at) => {
    const row = 16 + 12 * at
    return [table.readUInt32BE(row), table.readUInt32BE(row + 4)] as const
  })
}

function segmentRanges(table: Buffer): Coverage {
  const size = table.readUInt16BE(6)
  const ends = 14
  const starts = ends + size + 2
  const offsets = starts + 2 * size
  return Array.from({ length: size / 2 }, (_, at) => at * 2).flatMap((at) => {
    const start = table.readUInt16BE(starts + at)
    const end = table.readUInt16BE(ends + at)
    const offset = table.readUInt16BE(offsets + at)
    // The last segment only marks the end of the table.
    if (start === 0xffff) return []
    if (offset === 0) return [[start, end] as const]
    const glyphs = offsets + at + offset
    return runs(start, end, (code) => table.readUInt16BE(glyphs + 2 * (code - start)) !== 0)
  })
}

/** The ranges of a segment whose characters have a glyph: a segment may reach over gaps. */
function runs(
  start: number,
  end: number,
  has: (code: number) => boolean,
): readonly (readonly [number, number])[] {
  const found: [number, number][] = []
  for (let code = start; code <= end; code += 1) {
    if (!has(code)) continue
    const last = found.at(-1)
    if (last !== undefined && last[1] === code - 1) last[1] = code
    else found.push([code, code])
  }
  return found
}

export function covers(coverage: Coverage, code: number): boolean {
  let low = 0
  let high = coverage.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const [start = 0, end = 0] = coverage[middle] ?? []
    if (code < start) high = middle - 1
    else if (code > end) low = middle + 1
    else return true
  }
  return false
}
