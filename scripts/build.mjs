// Builds dist/: compiles TypeScript and writes the law once parsed, so that the first answer is quick.
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const dist = join(root, 'dist')
rmSync(dist, { recursive: true, force: true })
const tsc = join(root, 'node_modules/typescript/bin/tsc')
// The benchmarks stand on what the package exports, so they are compiled after it.
for (const project of ['tsconfig.build.json', 'bench/tsconfig.json']) {
  execFileSync(process.execPath, [tsc, '-p', project], { cwd: root, stdio: 'inherit' })
}
chmodSync(join(dist, 'cli/main.js'), 0o755)
const { writeLawCache } = await import(pathToFileURL(join(dist, 'rulebook/index.js')).href)
if (existsSync(join(root, 'law'))) writeLawCache(join(root, 'law'), join(dist, 'law-cache.json'))
