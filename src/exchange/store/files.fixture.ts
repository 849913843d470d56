import type { Files } from './files.ts'

/** What `write` throws when its machine loses power. */
export class PowerCut extends Error {}

export interface FilesInMemory extends Files {
  /** Lets so many more writes happen, then cuts the power at one. */
  readonly cutAfter: (writes: number) => void
  readonly copy: () => FilesInMemory
  readonly restore: (from: FilesInMemory) => void
  readonly entries: () => ReadonlyMap<string, Buffer>
}

/** Files of one machine in a test: each whole or not at all, as on a disk. */
export function filesInMemory(held: ReadonlyMap<string, Buffer> = new Map()): FilesInMemory {
  const files = new Map(held)
  let left = Number.POSITIVE_INFINITY
  return {
    read: (path) => files.get(path),
    write: (path, bytes) => {
      if (left <= 0) {
        left = Number.POSITIVE_INFINITY
        throw new PowerCut()
      }
      left -= 1
      files.set(path, Buffer.from(bytes))
    },
    remove: (path) => files.delete(path),
    list: (folder) =>
      [...files.keys()]
        .filter(
          (path) => path.startsWith(`${folder}/`) && !path.slice(folder.length + 1).includes('/'),
        )
        .map((path) => path.slice(folder.length + 1))
        .sort(),
    cutAfter: (writes) => {
      left = writes
    },
    copy: () => filesInMemory(files),
    restore: (from) => {
      files.clear()
      for (const [path, bytes] of from.entries()) files.set(path, bytes)
      left = Number.POSITIVE_INFINITY
    },
    entries: () => files,
  }
}
