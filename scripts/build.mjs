// Builds dist/: compiles TypeScript, writes the law once parsed, so that the first answer is quick, and an
// empty store, so that the first thing kept is.
//   node scripts/build.mjs              build
//   node scripts/build.mjs --if-stale   only where a source is newer than the last build: npm prepares a
//                                       package at its install and again when npx first runs it
import { execFile } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const dist = join(root, 'dist')
const stamp = join(dist, '.built')
const sources = [
  'src',
  'bench',
  'law',
  'scripts/build.mjs',
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
]

function newest(path) {
  const { mtimeMs } = statSync(path)
  if (!statSync(path).isDirectory()) return mtimeMs
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

function isFresh() {
  return (
    existsSync(stamp) && sources.every((name) => newest(join(root, name)) < statSync(stamp).mtimeMs)
  )
}

async function build() {
  const emptyStores = keptEmptyStores()
  rmSync(dist, { recursive: true, force: true })
  await compile('tsconfig.build.json')
  chmodSync(join(dist, 'cli/main.js'), 0o755)
  // The benchmarks stand on what the package exports, so they are compiled after it.
  const benchmarks = compile('bench/tsconfig.json')
  const { writeLawCache } = await import(pathToFileURL(join(dist, 'rulebook/index.js')).href)
  writeLawCache(join(root, 'law'), join(dist, 'law-cache.json'))
  await writeEmptyStore(emptyStores)
  await benchmarks
  writeFileSync(stamp, '')
}

function compile(project) {
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  return promisify(execFile)(process.execPath, [tsc, '-p', project], { cwd: root }).catch(
    (error) => {
      console.error(error.stdout || error.message)
      process.exit(1)
    },
  )
}

/** To make an empty store takes some seconds, and it changes with the schema alone. */
function keptEmptyStores() {
  if (!existsSync(dist)) return new Map()
  const names = readdirSync(dist).filter((name) => /^empty-store-.*\.gz$/.test(name))
  return new Map(names.map((name) => [name, readFileSync(join(dist, name))]))
}

async function writeEmptyStore(kept) {
  const storage = await import(pathToFileURL(join(dist, 'storage/index.js')).href)
  const file = storage.emptyStoreFile()
  const image = kept.get(basename(file))
  if (image === undefined) await storage.writeEmptyStore(file)
  else writeFileSync(file, image)
}

if (!process.argv.includes('--if-stale') || !isFresh()) await build()
