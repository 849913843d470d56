// Three members of a regime as three processes on this machine, and three stories: one proposal from draft to force,
// one refusal from notification to consultation, one member that shows two histories. Weeks pass by a clock of their own.
//   npm run build && node scripts/federation.mjs
// Ends with 0 only when every node has the same state, counted the same and names the same fault.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { consultationRules, openCharters, openRulebook } from '../dist/desk/index.js'
import { tellFork } from './federation/fork-story.mjs'
import { Members } from './federation/members.mjs'
import { heading } from './federation/output.mjs'
import { tellProposal } from './federation/proposal-story.mjs'
import { tellRefusal } from './federation/refusal-story.mjs'

const law = join(dirname(fileURLToPath(import.meta.url)), '..', 'law')
const home = mkdtempSync(join(tmpdir(), 'navicert-federation-'))
const members = new Members(home)
try {
  const rulebook = openRulebook(law)
  const charters = openCharters(law, rulebook)
  const charter = charters.find((one) => one.charter === 'plurilateral-2024')
  heading('Three members: own keys, a root that all sign, a process that serves each log')
  await members.begin(rulebook.tables.get('tables/officer-roles'))
  const held = [
    await tellProposal(members, charter),
    await tellRefusal(members, consultationRules(rulebook, charters)),
    await tellFork(members),
  ]
  const isWell = held.every(Boolean)
  heading(
    isWell ? 'Every node has the same state and names the same fault.' : 'The nodes do not agree.',
  )
  process.exitCode = isWell ? 0 : 1
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
} finally {
  members.end()
  rmSync(home, { recursive: true, force: true })
}
