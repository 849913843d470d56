// Holds what the product is shipped with against the known vulnerabilities of the registry: high and critical
// ones fail. Where the registry does not answer, nothing is known: that is said, and fails nothing.
import { spawnSync } from 'node:child_process'

const LEVELS = ['high', 'critical']
const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
  encoding: 'utf8',
  timeout: 60_000,
})
let report
try {
  report = JSON.parse(stdout)
} catch {
  report = { message: 'npm gave no report' }
}
if (report.metadata?.vulnerabilities === undefined) {
  console.log(`audit: not done, for the registry gave no answer (${report.message ?? 'no reason'})`)
} else {
  const counts = report.metadata.vulnerabilities
  const grave = Object.values(report.vulnerabilities).filter(({ severity }) =>
    LEVELS.includes(severity),
  )
  for (const { name, severity, range } of grave) console.error(`${severity}: ${name} ${range}`)
  console.log(`audit: ${counts.total} known vulnerabilities, ${grave.length} of them grave`)
  process.exitCode = grave.length > 0 ? 1 : 0
}
