// Builds dist/: compiles TypeScript and writes the law once parsed, so that the first answer is quick.
//   node scripts/build.mjs              build
//   node scripts/build.mjs --if-stale   only where a source is newer than the last build: npm prepares a
//                                       package at its install and again when npx first runs it
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

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
  rmSync(dist, { recursive: true, force: true })
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  // The benchmarks stand on what the package exports, so they are compiled after it.
  for (const project of ['tsconfig.build.json', 'bench/tsconfig.json']) {
    execFileSync(process.execPath, [tsc, '-p', project], { cwd: root, stdio: 'inherit' })
  }
  chmodSync(join(dist, 'cli/main.js'), 0o755)
  const { writeLawCache } = await import(pathToFileURL(join(dist, 'rulebook/index.js')).href)
  writeLawCache(join(root, 'law'), join(dist, 'law-cache.json'))
  writeFileSync(stamp, '')
}

if (!process.argv.includes('--if-stale') || !isFresh()) await build()
