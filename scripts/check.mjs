// Runs every check of package.json named `check:…`, but the audit (it asks the network, and is CI's own),
// as many at once as there are cores. What each printed stands together, and all run to their end.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { availableParallelism, constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
// The longest begins first, so that it does not stand alone at the end.
const FIRST = 'check:cases'
const waiting = Object.keys(scripts)
  .filter((name) => name.startsWith('check:') && name !== 'check:audit')
  .sort((one, other) => Number(other === FIRST) - Number(one === FIRST))
const failed = []
const PASSED = 'passed'

await Promise.all(Array.from({ length: availableParallelism() }, work))
if (failed.length > 0) {
  console.error(`check: failed: ${failed.join(', ')}`)
  process.exit(1)
}

async function work() {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const { outcome, printed, seconds } = await run(name)
    console.log(`\n${name}: ${outcome} in ${seconds} s\n${printed.trimEnd()}`)
    if (outcome !== PASSED) failed.push(`${name} (${outcome})`)
  }
}

function run(name) {
  const begun = Date.now()
  const child = spawn('npm', ['run', '--silent', name], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const pieces = []
  child.stdout.on('data', (piece) => pieces.push(piece))
  child.stderr.on('data', (piece) => pieces.push(piece))
  return new Promise((done) => {
    child.on('close', (code, signal) => {
      const seconds = Math.round((Date.now() - begun) / 1000)
      done({ outcome: outcomeOf(code, signal), printed: Buffer.concat(pieces).toString(), seconds })
    })
  })
}

/** One that was killed has found nothing, whatever it printed before. Shell and npm tell a signal as 128 and its number. */
function outcomeOf(code, signal) {
  if (code === 0) return PASSED
  const own = Object.entries(constants.signals).find(([, number]) => number + 128 === code)
  const killedBy = signal ?? own?.[0]
  return killedBy === undefined ? `FAILED with ${code}` : `KILLED by ${killedBy}`
}
