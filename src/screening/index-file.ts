import type { Flat } from './flat.ts'
import type { NameIndex } from './name-index.ts'

/** Changes whenever names are read, weighed or laid out in another way, so that no old file is opened. */
export const INDEX_FORMAT = 'navicert-names-36'

interface ArrayPlace {
  readonly path: string
  readonly type: 'Uint8Array' | 'Uint16Array' | 'Uint32Array' | 'Float32Array'
  readonly at: number
  readonly length: number
}

interface Header {
  readonly format: string
  /** The digests of the snapshots that the index was made of, in order. */
  readonly key: string
  readonly arrays: readonly ArrayPlace[]
}

const ALIGN = 8
const aligned = (at: number): number => Math.ceil(at / ALIGN) * ALIGN

/** The index as a file: a header of JSON with its length before it, then the arrays as they are. */
export function serialiseIndex(index: NameIndex, key: string): Uint8Array<ArrayBuffer> {
  const arrays = arraysOf(index)
  const places: ArrayPlace[] = []
  let at = 0
  for (const [path, array] of arrays) {
    const type = array.constructor.name as ArrayPlace['type']
    places.push({ path, type, at, length: array.length })
    at = aligned(at + array.byteLength)
  }
  const header: Header = { format: INDEX_FORMAT, key, arrays: places }
  const text = new TextEncoder().encode(JSON.stringify(header))
  const start = aligned(4 + text.length)
  const bytes = new Uint8Array(start + at)
  new DataView(bytes.buffer).setUint32(0, text.length, true)
  bytes.set(text, 4)
  arrays.forEach(([, array], order) => {
    const raw = new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
    bytes.set(raw, start + (places[order]?.at ?? 0))
  })
  return bytes
}

/**
 * The index of a file, laid over its bytes without copying them when they stand in memory that threads
 * can share. Undefined where it was made of other snapshots, by another version, or is no such file.
 */
export function openIndex(bytes: Uint8Array, key: string): NameIndex | undefined {
  if (bytes.byteLength < 4) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const length = view.getUint32(0, true)
  if (length > bytes.byteLength - 4) return undefined
  const header = readHeader(new TextDecoder().decode(bytes.slice(4, 4 + length)))
  if (header === undefined || header.format !== INDEX_FORMAT || header.key !== key) return undefined
  const start = aligned(4 + length)
  const last = header.arrays.reduce((end, place) => Math.max(end, endOf(place)), 0)
  if (start + last > bytes.byteLength) return undefined
  const memory = toShared(bytes)
  return assemble(
    new Map(header.arrays.map((place) => [place.path, arrayAt(place, memory, start)])),
  )
}

function readHeader(text: string): Header | undefined {
  try {
    return JSON.parse(text) as Header
  } catch {
    return undefined
  }
}

function endOf({ at, length, type }: ArrayPlace): number {
  return at + length * (type === 'Uint8Array' ? 1 : type === 'Uint16Array' ? 2 : 4)
}

function toShared(bytes: Uint8Array): Uint8Array<SharedArrayBuffer> {
  const { buffer } = bytes
  if (buffer instanceof SharedArrayBuffer && bytes.byteOffset % ALIGN === 0) {
    return new Uint8Array(buffer, bytes.byteOffset, bytes.byteLength)
  }
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.byteLength))
  copy.set(bytes)
  return copy
}

function arrayAt(
  place: ArrayPlace,
  { buffer, byteOffset }: Uint8Array<SharedArrayBuffer>,
  start: number,
): Flat {
  const at = byteOffset + start + place.at
  switch (place.type) {
    case 'Uint8Array':
      return new Uint8Array(buffer, at, place.length)
    case 'Uint16Array':
      return new Uint16Array(buffer, at, place.length)
    case 'Uint32Array':
      return new Uint32Array(buffer, at, place.length)
    case 'Float32Array':
      return new Float32Array(buffer, at, place.length)
  }
}

/** All arrays by their path, in the order of the index. */
function arraysOf(group: object, path = ''): readonly (readonly [string, Flat])[] {
  return Object.entries(group).flatMap(([name, value]): readonly (readonly [string, Flat])[] =>
    ArrayBuffer.isView(value)
      ? [[path + name, value as Flat]]
      : arraysOf(value as object, `${path}${name}.`),
  )
}

interface Group {
  [name: string]: Flat | Group
}

function assemble(arrays: ReadonlyMap<string, Flat>): NameIndex {
  const index: Group = {}
  for (const [path, array] of arrays) {
    const names = path.split('.')
    const last = names.pop() ?? ''
    let group = index
    for (const name of names) {
      const below = (group[name] ?? {}) as Group
      group[name] = below
      group = below
    }
    group[last] = array
  }
  return index as unknown as NameIndex
}
