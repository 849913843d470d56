// Draws docs/regime-decisions.svg: the same invented positions under every charter, from the data alone.
//   node scripts/regime-picture.mjs           write
//   node scripts/regime-picture.mjs --check   fail where the written picture differs
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseShape, readDocument, unwrap } from '../dist/kernel/index.js'
import {
  isCharterFile,
  monthsBetween,
  monthsToLaw,
  parseCharters,
  powerUnder,
  summaryOf,
  whatIf,
  whatIfSet,
} from '../dist/regime/index.js'
import { loadLawFolder, readLawFiles } from '../dist/rulebook/index.js'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const law = loadLawFolder(join(root, 'law'))
const words = { places: new Set(law.places.keys()), kinds: new Set(law.kinds.keys()) }
const charters = unwrap(parseCharters(readLawFiles(join(root, 'law'), isCharterFile), words))
const text = readFileSync(join(root, 'examples/regime/what-if.yaml'), 'utf8')
const set = unwrap(parseShape(whatIfSet, unwrap(readDocument(text)).value))
const order = ['wassenaar', 'plurilateral-2024', 'compact']
const columns = order.map((name) => {
  const charter = charters.find((one) => one.charter === name)
  const answers = whatIf(charter, set)
  const asked = { matter: 'list-add', technology: 'chip-tools' }
  const power = powerUnder(charter, asked, '2026-06-01')
  return { charter, answers, summary: summaryOf(charter, answers), power }
})

const [LEFT, TOP, ROW, COLUMN] = [360, 112, 34, 240]
const WIDTH = LEFT + COLUMN * columns.length + 20
const BOTTOM = TOP + ROW * set.proposals.length
const HEIGHT = BOTTOM + 190
const LOOK = {
  adopted: ['#278045', 'binds all'],
  provisional: ['#4d7f2e', 'binds all, 180 days'],
  coalition: ['#1b6ca8', 'binds those who agree'],
  rejected: ['#c0392b', 'stopped by'],
  lapsed: ['#888888', 'no quorum'],
}

const safe = (words) => words.replace(/[&<>]/g, (one) => `&#${one.charCodeAt(0)};`)
const label = (x, y, words, more = '') => `<text x="${x}" y="${y}"${more}>${safe(words)}</text>`

function cell(answer, x, y) {
  const [colour, means] = LOOK[answer.outcome]
  const members = answer.tally.binds.length
  const words =
    answer.outcome === 'rejected'
      ? `${means} ${answer.against.join(', ')}`
      : `${answer.days} days; ${answer.outcome === 'coalition' ? `binds ${members} that agree` : means}`
  return `<rect x="${x}" y="${y}" width="${COLUMN - 10}" height="${ROW - 6}" rx="3" fill="${colour}"/>${label(x + 10, y + 19, words, ' fill="#fff"')}`
}

const rows = set.proposals.map((proposal, at) => {
  const y = TOP + at * ROW
  const cells = columns.map(({ answers }, place) => cell(answers[at], LEFT + place * COLUMN, y))
  return `${label(20, y + 19, proposal.title)}${cells.join('')}`
})
const heads = columns.map(({ charter }, place) => {
  const x = LEFT + place * COLUMN
  const name =
    charter.name.length > 30
      ? charter.name.replace(/ of advanced.*| after the.*/, '')
      : charter.name
  const standing = { 'as-it-works': 'as it works', modelled: 'modelled', design: 'a design' }
  return `${label(x, TOP - 34, name, ' font-weight="600"')}${label(x, TOP - 14, `${charter.members.states.length} members, ${standing[charter.standing]}`, ' fill="#555"')}`
})
const sums = columns.map(({ charter, summary, power }, place) => {
  const x = LEFT + place * COLUMN
  const vetoes = power.members.filter(({ veto }) => veto).length
  const share = power.decisiveness * 100
  const decides =
    share < 0.001
      ? `1 in ${Math.round(1 / power.decisiveness).toLocaleString('en')}`
      : `${share.toFixed(1)} %`
  return [
    label(x, BOTTOM + 30, `${summary.passed} of ${summary.of} pass`, ' font-weight="600"'),
    label(x, BOTTOM + 54, summary.medianDays === undefined ? 'none' : `${summary.medianDays} days`),
    label(x, BOTTOM + 78, vetoes === 0 ? 'nobody' : `${vetoes} members`),
    label(x, BOTTOM + 102, decides),
    label(x, BOTTOM + 126, toLaw(charter)),
  ].join('')
})
const questions = [
  '',
  'Half of them within',
  'Who can stop a listing alone',
  'Coalitions that carry a listing',
  'Then to the law of members',
].map((words, at) => label(20, BOTTOM + 30 + at * 24, words, ' fill="#555"'))

function toLaw(charter) {
  const within = charter.terms.implementation?.withinDays
  if (within !== undefined) return `${within} days, by its terms`
  const lags = monthsToLaw(charter)
  if (lags !== undefined) return `${lags.least} to ${lags.most} months, as published`
  const days = charter.recognition.flatMap(({ dates }) => dates.map(({ from }) => from)).toSorted()
  return `${monthsBetween(days[0], days.at(-1))} months from first to last`
}

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="t d" font-family="system-ui, sans-serif" font-size="13">
<title id="t">Why consensus stalls: the same positions under three charters</title>
<desc id="d">${set.proposals.length} proposals with invented positions. ${columns.map(({ charter, summary }) => `${charter.name}: ${summary.passed} of ${summary.of} pass`).join('. ')}.</desc>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
${label(20, 32, 'The same positions under three charters', ' font-size="18" font-weight="600"')}
${label(20, 54, 'Every position is invented; nobody voted so. Drawn from examples/regime/what-if.yaml and law/charters.', ' fill="#555"')}
${heads.join('\n')}
${rows.join('\n')}
${questions.join('\n')}
${sums.join('\n')}
${label(20, HEIGHT - 18, 'Time of a decision only: from submission to the close of the vote, or to the next yearly meeting. Coalitions: of all sets of members, for chip tools.', ' fill="#555" font-size="12"')}
</svg>
`
const file = join(root, 'docs/regime-decisions.svg')
if (!process.argv.includes('--check')) writeFileSync(file, svg)
else if (!existsSync(file) || readFileSync(file, 'utf8') !== svg) {
  console.error(
    'regime-picture: docs/regime-decisions.svg is not what the data say. Run: npm run schemas',
  )
  process.exit(1)
}
console.log('regime-picture: docs/regime-decisions.svg')
