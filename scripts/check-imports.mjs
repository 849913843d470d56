// The import rules, and that they were applied to something: a tool that cannot read the sources
// reports no violation either.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const run = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
    '--config',
    '.dependency-cruiser.mjs',
    'src',
  ],
  { cwd: root, encoding: 'utf8' },
)
process.stdout.write(run.stdout)
process.stderr.write(run.stderr)
const modules = Number(/(\d+) modules/.exec(run.stdout)?.[1] ?? 0)
if (modules < 50) {
  console.error(`check-imports: only ${modules} modules were read; the rules were not applied.`)
  process.exit(1)
}
process.exit(run.status ?? 1)
