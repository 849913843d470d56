// Keeps the first answer in README.md what its command prints.
//   node scripts/readme.mjs           write it
//   node scripts/readme.mjs --check   fail where it differs
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const file = join(root, 'README.md')
const before = readFileSync(file, 'utf8')
const command = /npx navicert (check examples\/.*)/.exec(before)?.[1]
if (command === undefined) throw new Error('README.md names no first command')
const run = spawnSync(
  process.execPath,
  [
    'dist/cli/main.js',
    ...command.split(' '),
    '--data',
    join(tmpdir(), 'navicert-readme-has-no-data'),
  ],
  { cwd: root, encoding: 'utf8' },
)
if (run.stdout === '') throw new Error(run.stderr)
const after = before.replace(
  /```text\n[\s\S]*?```/,
  () => `\`\`\`text\n${run.stdout.trimEnd()}\n\`\`\``,
)
if (before === after) console.log('readme: the first answer is what the command prints')
else if (process.argv.includes('--check')) {
  console.error(
    'readme: the first answer differs from what the command prints. Run: npm run readme',
  )
  process.exit(1)
} else {
  writeFileSync(file, after)
  console.log('readme: written')
}
