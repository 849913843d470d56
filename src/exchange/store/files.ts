import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

/** Where logs live. A file is written whole or not at all, and stays when `write` has returned. */
export interface Files {
  readonly read: (path: string) => Buffer | undefined
  readonly write: (path: string, bytes: Uint8Array) => void
  readonly remove: (path: string) => void
  /** Names of the files in a folder, in order; none where there is no such folder. */
  readonly list: (folder: string) => readonly string[]
}

/** Files in a folder on a disk: written beside, made durable, then renamed. */
export function filesOnDisk(folder: string): Files {
  const made = new Set<string>()
  const at = (path: string) => join(folder, path)
  return {
    read: (path) => orNothing(() => readFileSync(at(path))),
    write: (path, bytes) => {
      const parent = dirname(at(path))
      if (!made.has(parent)) makeDurably(parent)
      made.add(parent)
      const beside = `${at(path)}.new`
      const file = openSync(beside, 'w')
      try {
        for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done)
        fsyncSync(file)
      } finally {
        closeSync(file)
      }
      renameSync(beside, at(path))
      syncFolder(parent)
    },
    remove: (path) => rmSync(at(path), { force: true }),
    list: (path) =>
      (orNothing(() => readdirSync(at(path), { withFileTypes: true })) ?? [])
        .filter((found) => found.isFile() && !found.name.endsWith('.new'))
        .map(({ name }) => name)
        .sort(),
  }
}

/** A new folder lasts when the folder above it is durable, and so on up to one that was there. */
function makeDurably(folder: string): void {
  const first = mkdirSync(folder, { recursive: true })
  if (first === undefined) return
  for (let at = folder; at.length >= first.length; at = dirname(at)) syncFolder(dirname(at))
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function orNothing<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw error
  }
}
