/** C2SP tlog-tiles: hashes are served in tiles of 256, eight levels of the tree high. */
export const TILE_WIDTH = 256
export const TILE_HEIGHT = 8

/** Hashes of one tile level (`level`), or the entries themselves. */
export interface Tile {
  readonly level: number | 'entries'
  readonly index: number
  /** 1 to 256; below 256 the tile is partial. */
  readonly width: number
}

/** `tile/<L>/<N>[.p/<W>]`, its index in groups of three digits. */
export function tilePath({ level, index, width }: Tile): string {
  const partial = width === TILE_WIDTH ? '' : `.p/${width}`
  return `tile/${level}/${groupsOf(index)}${partial}`
}

const PATH =
  /^tile\/(entries|0|[1-5]?[0-9]|6[0-3])\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/

/** The tile that a path names; undefined for any other spelling than `tilePath`'s. */
export function parseTilePath(path: string): Tile | undefined {
  const [, level = '', groups = '', width] = PATH.exec(path) ?? []
  if (groups === '') return undefined
  const tile: Tile = {
    level: level === 'entries' ? 'entries' : Number(level),
    index: Number(groups.replaceAll(/[x/]/g, '')),
    width: width === undefined ? TILE_WIDTH : Number(width),
  }
  return tilePath(tile) === path && tile.width <= TILE_WIDTH ? tile : undefined
}

/** All tiles of one level of a tree, full ones first, from the one that holds hash number `from`. */
export function tilesOf(level: number | 'entries', size: number, from = 0): readonly Tile[] {
  const hashes = hashesAt(level, size)
  const tiles: Tile[] = []
  for (let index = Math.floor(from / TILE_WIDTH); index * TILE_WIDTH < hashes; index += 1) {
    tiles.push({ level, index, width: Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH) })
  }
  return tiles
}

/** How many hashes a tree has at a tile level: one for each full tile below. */
export function hashesAt(level: number | 'entries', size: number): number {
  return level === 'entries' ? size : Math.floor(size / TILE_WIDTH ** level)
}

function groupsOf(index: number): string {
  const digits = String(index)
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? []
  return groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/')
}
