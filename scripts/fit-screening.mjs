// Fits the weights of screening on labelled pairs and on invented clean persons against all lists, and
// writes src/screening/weights.ts and docs/screening-roc.svg. Deterministic: the same files give the
// same bytes. Reads NAVICERT_SHARED, else ../shared; needs a build (it measures with dist/).
//
//   node scripts/fit-screening.mjs [--cross-validate] [--show FILE]
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { rocCurve } from './screening-roc.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const out = process.env.FIT_OUT || root
const load = (path) =>
  import(
    pathToFileURL(
      process.env.FIT_MODULES ? join(process.env.FIT_MODULES, path) : join(root, 'dist', path),
    ).href
  )
const { measurePair, parsePair, NAME_FEATURES, WEIGHTS } = await load('screening/index.js')
const { readRows, readClean, readPopulation } = await load('bench/screening-lists.js')
const { createFinder } = await load('bench/screening-search.js')
const { measuresOf } = await load('bench/screening-measures.js')

/** What a feature may mean: the least and the most that its weight may be. The others only ever speak against. */
const BOUNDS = {
  base: [-9, 9],
  vowelless: [-9, 1.5],
  eastern: [-9, 1.5],
  translated: [-9, 1.5],
  same: [0, 9],
  matched: [0, 9],
  letters: [0, 9],
  complete: [0, 9],
  brandAgrees: [0, 9],
  agreement: [0.5, 9],
  weak: [-9, -0.6],
  // Hard conflicts: too rare in the pairs for the fit to know how hard.
  fatherSwapped: [-9, -6],
  nativeDiffers: [-9, -7],
  rolesSwapped: [-9, -1],
  genderDiffers: [-9, -2.4],
  initialsDiffer: [-9, -1.6],
  // One short word with another letter is another name.
  single: [-9, -1.5],
  // Nor is one that begins otherwise.
  'other.firstDiffers': [-9, -1],
  // Nor are two letters otherwise nothing in a script that writes all of them.
  'foreignPerson.twoEdits': [-9, -0.8],
  // An initial beside a short family name is a hint, and beside a word of a firm none.
  'person.initialOnly': [-9, -1.2],
  'other.initialOnly': [-9, -2.5],
  'foreignOther.initialOnly': [-9, -2.5],
  natureDiffers: [-9, -1],
  // One name more or less is common among persons, and a brand of one city is not that of another.
  'person.brandAlone': [-1, 0],
  'foreignPerson.brandAlone': [-1.3, 0],
  'foreignOther.placesDiffer': [-9, -3.5],
  // Nor is a firm that bears another one, however many words of trade they share.
  'foreignOther.brandsDiffer': [-9, -0.5],
  // The 13th institute of an academy is not its 38th, nor the first division of an army its fourth.
  'other.figuresDiffer': [-9, -1.5],
  'foreignOther.figuresDiffer': [-9, -5],
}
/** Too rare in the pairs to be fitted, or said by lists with errors of their own; they stand as they are. */
const FIXED = {
  sameNumber: 7,
  sameCheckedNumber: 9,
  otherUniqueNumber: -6,
  otherSchema: -4.5,
  sameAddress: 1.5,
  birthDaySwapped: 1,
  farBirthYear: -4.2,
  otherBirthYear: -2.1,
  otherBirthDate: -4,
  birthYearMistyped: -3,
  sameBirthPlace: 2.5,
  otherGeneration: -7,
  sameCountry: 0.4,
  otherCountry: -0.8,
}
/** How much a row counts by file: where the two are not the same, where they are. */
const COUNTS = {
  'name-bench': [6.5, 10],
  'entity-checks': [14, 14],
  'real-crosslist-judgements': [1.2, 1.2],
  'names-only': [4.2, 1],
  'real-samelist-hard-negatives': [3, 1],
  'real-crossscript': [2, 0.6],
  'native-scripts': [8, 4],
  'names-across-scripts': [1.5, 2],
  'putin-aliases': [1, 1],
  'yente-un-treated': [1, 12],
  'nomenklatura-logic-v2-cases': [3, 3],
  'js-peers-cases': [3, 3],
  'watchman-entity-cases': [3, 3],
  clean: [2800, 0],
}
const P = NAME_FEATURES.length
const KINDS = Object.keys(WEIGHTS.evidence)
const BLOCKS = ['person', 'foreignPerson', 'other', 'foreignOther']
const E = BLOCKS.length * P
const D = E + KINDS.length
const FOLDS = 6
const SEEDS = ['a', 'b', 'c', 'd']
/** Rows about one listed party stand in one fold, so that none is judged by weights that saw its like. */
const foldOf = (group, seed) =>
  createHash('sha256').update(`${seed}${group}`).digest().readUInt32LE(0) % FOLDS

function groupOf(file, id, row) {
  if (file === 'clean') return id
  if (file === 'names-only' || file === 'real-samelist-hard-negatives') return `same list ${id}`
  const words = row.candidate.name.toLowerCase().split(/[^\p{L}\p{N}]+/u)
  return `${file} ${words.toSorted().join(' ')}`
}

function rowOf(file, id, match, asked, listed, row) {
  const { isPerson, names, indications } = measurePair(asked, listed)
  const evidence = indications.map((kind) => E + KINDS.indexOf(kind))
  const sharesNumber = indications.some(
    (kind) => kind === 'sameNumber' || kind === 'sameCheckedNumber',
  )
  return {
    file,
    id,
    group: groupOf(file, id, row),
    y: match ? 1 : 0,
    offset: isPerson ? 0 : 2 * P,
    names,
    evidence,
    sharesNumber,
    row,
  }
}

async function readAll() {
  const rows = []
  for (const file of Object.keys(COUNTS)) {
    for (const row of readRows(file)) {
      if (row.match === null || row.candidate === null) continue
      const { query, candidate } = parsePair(row).value
      rows.push(rowOf(file, row.id, row.match, query, candidate, row))
      if (file !== 'real-samelist-hard-negatives') continue
      const bare = ({ birthDates, countries, identifiers, ...party }) => party
      rows.push(rowOf('names-only', row.id, false, bare(query), bare(candidate), row))
    }
  }
  return [...rows, ...(await cleanRows())]
}

/** Clean persons, none of them among the 2,000 that are measured, with the five listed names nearest to each. */
async function cleanRows() {
  const population = await readPopulation()
  const find = createFinder(population)
  return ['global', 'us'].flatMap((region) =>
    readClean(region, 20000, 1500).flatMap((party, at) =>
      find(party, -4)
        .filter(
          ({ party: listed }) => listed.schema === 'Person' || listed.schema === 'LegalEntity',
        )
        .slice(0, 5)
        .map(({ party: listed }) =>
          rowOf('clean', `${region} ${at} ${listed.source} ${listed.id}`, false, party, listed, {
            query: party,
            candidate: listed,
          }),
        ),
    ),
  )
}

/** Log-odds of the names under the weights, and which of the pairs of names gives them. */
function best(row, w) {
  let [most, which] = [-4, undefined]
  for (const names of row.names) {
    let sum = 0
    const offset = row.offset + (names.isForeign ? P : 0)
    for (let i = 0; i < P; i += 1) sum += names.values[i] * w[offset + i]
    if (names.isEmpty) sum = Math.min(sum, -8)
    else sum = Math.max(sum, names.least)
    if (which === undefined || sum > most) [most, which] = [sum, names]
  }
  return [most, which]
}

function oddsOf(row, w) {
  let [odds] = best(row, w)
  if (row.sharesNumber) odds = Math.max(odds, -4)
  for (const at of row.evidence) odds += w[at]
  return odds
}

/** Few of the pairs across scripts are of Han, Kana and Hangul; they count so often, for they are a measure of their own. */
const EASTERN = 4

function isEastern(file, row) {
  return file === 'real-crossscript' && ['HAN', 'CJK', 'KANA', 'HANGUL'].includes(row.script)
}

/** Logistic regression by Newton's method with a weak pull to nothing, signs held, best pairs chosen anew each round. */
function fitted(rows, start, rounds = 14) {
  const w = Float64Array.from(start)
  for (let i = 0; i < E; i += 1) w[i] = Math.max(boundsOf(i)[0], Math.min(boundsOf(i)[1], w[i]))
  const fixed = new Set()
  KINDS.forEach((kind, at) => {
    if (!(kind in FIXED)) return
    w[E + at] = FIXED[kind]
    fixed.add(E + at)
  })
  const clean = rows.filter(({ file }) => file === 'clean').length
  const count = ({ file, y, row }) =>
    file === 'clean'
      ? COUNTS.clean[0] / clean
      : COUNTS[file][y] * (isEastern(file, row) ? EASTERN : 1)
  const total = rows.reduce((sum, row) => sum + count(row), 0)
  for (let round = 0; round < rounds; round += 1) {
    const used = rows
      .map((row) => [row, best(row, w)[1]])
      .filter(([row, names]) => names !== undefined && !names.isEmpty && !row.sharesNumber)
    for (let step = 0; step < 3; step += 1) newton(used, w, fixed, (row) => count(row) / total)
  }
  return w
}

const PULL = 0.0002

const [AT, VALUE] = [new Int32Array(D), new Float64Array(D)]

/** What is not zero of a row, in AT and VALUE; gives how many. */
function spread(row, names) {
  let count = 0
  for (let i = 0; i < P; i += 1) {
    if (names.values[i] === 0) continue
    AT[count] = row.offset + (names.isForeign ? P : 0) + i
    VALUE[count] = names.values[i]
    count += 1
  }
  for (const i of row.evidence) {
    AT[count] = i
    VALUE[count] = 1
    count += 1
  }
  return count
}

function addRow(row, names, w, weight, gradient, hessian) {
  const count = spread(row, names)
  let odds = 0
  for (let i = 0; i < count; i += 1) odds += VALUE[i] * w[AT[i]]
  const p = 1 / (1 + Math.exp(-odds))
  for (let i = 0; i < count; i += 1) {
    gradient[AT[i]] += weight * (p - row.y) * VALUE[i]
    const line = hessian[AT[i]]
    const curve = weight * Math.max(p * (1 - p), 1e-4) * VALUE[i]
    for (let j = 0; j <= i; j += 1) line[AT[j]] += curve * VALUE[j]
  }
}

function newton(used, w, fixed, share) {
  const gradient = new Float64Array(D)
  const hessian = Array.from({ length: D }, () => new Float64Array(D))
  for (const [row, names] of used) addRow(row, names, w, share(row), gradient, hessian)
  const free = []
  for (let i = 0; i < D; i += 1) {
    const pull =
      i >= E ? PULL / 12 : i % P === 0 ? PULL / 20 : Math.floor(i / P) % 2 === 1 ? PULL / 3 : PULL
    gradient[i] += pull * w[i]
    hessian[i][i] += pull
    const [least, most] = boundsOf(i)
    const isHeld = (w[i] <= least && gradient[i] > 0) || (w[i] >= most && gradient[i] < 0)
    if (!fixed.has(i) && !isHeld) free.push(i)
  }
  const step = solve(
    free.map((i) => free.map((j) => (i >= j ? hessian[i][j] : hessian[j][i]))),
    free.map((i) => gradient[i]),
  )
  free.forEach((i, k) => {
    w[i] -= Math.max(-1.5, Math.min(1.5, step[k])) * 0.7
    const [least, most] = boundsOf(i)
    w[i] = Math.max(least, Math.min(most, w[i]))
  })
}

function boundsOf(i) {
  if (i < E) {
    const name = NAME_FEATURES[i % P]
    return BOUNDS[`${BLOCKS[Math.floor(i / P)]}.${name}`] ?? BOUNDS[name] ?? [-9, 0]
  }
  const kind = KINDS[i - E]
  return kind.startsWith('same') || kind === 'birthDaySwapped' ? [0, 9] : [-9, 0]
}

/** Symmetric, positive: Cholesky. */
function solve(a, b) {
  const n = b.length
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = a[i][j]
      for (let k = 0; k < j; k += 1) sum -= a[i][k] * a[j][k]
      a[i][j] = i === j ? Math.sqrt(Math.max(sum, 1e-9)) : sum / a[j][j]
    }
  }
  const x = b.slice()
  for (let i = 0; i < n; i += 1) {
    for (let k = 0; k < i; k += 1) x[i] -= a[i][k] * x[k]
    x[i] /= a[i][i]
  }
  for (let i = n - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < n; k += 1) x[i] -= a[k][i] * x[k]
    x[i] /= a[i][i]
  }
  return x
}

/** Judges every row by weights fitted on the others, and writes what comes out beside the benchmark. */
function crossValidate() {
  const unseen = new Map(all.map((row) => [row, []]))
  for (const seed of SEEDS) {
    for (let fold = 0; fold < FOLDS; fold += 1) {
      const [kept, others] = [[], []]
      for (const row of all) (foldOf(row.group, seed) === fold ? kept : others).push(row)
      const weights = fitted(others, start)
      for (const row of kept) unseen.get(row).push(oddsOf(row, weights))
    }
  }
  const measures = report('cross-validated', all, (row) => unseen.get(row))
  const lines = measures.map(({ name, value, target }) => {
    // What counts rows has counted each once for every seed.
    const mean = target.endsWith(' 0') ? value / SEEDS.length : value
    const key = name.includes("'") ? JSON.stringify(name) : `'${name}'`
    return `  ${key}: ${Number(mean.toPrecision(3))},`
  })
  writeFileSync(
    join(out, 'bench/screening-cross-validated.ts'),
    `/** Written by scripts/fit-screening.mjs --cross-validate: measures under weights that did not see the pair. */\nexport const CROSS_VALIDATED: Readonly<Record<string, number>> = {\n${lines.join('\n')}\n}\n`,
  )
}

/** Each row as the measures see it, once for each of the odds given for it. */
function judgedPairs(rows, oddsOfRow) {
  return rows.flatMap((row) => {
    if (row.file === 'clean') return []
    const { group, script, quality, query } = row.row
    const about = { group, script, quality, schema: query.schema }
    return oddsOfRow(row).map((odds) => ({
      ...about,
      file: row.file,
      isSame: row.y === 1,
      isMatch: odds >= 0,
    }))
  })
}

function report(title, rows, oddsOfRow) {
  const measures = measuresOf(judgedPairs(rows, oddsOfRow))
  console.log(title)
  for (const { name, value } of measures) console.log(`  ${name} ${value.toFixed(4)}`)
  const clean = rows.filter((row) => row.file === 'clean' && oddsOfRow(row)[0] >= 0)
  console.log(`  pairs of clean persons confused: ${clean.length}`)
  return measures
}

/** Where every fit begins: a guess that has seen no pair, so that none is judged by what an earlier fit knew of it. */
const GUESS = {
  base: 1,
  askedAlone: -3,
  listedAlone: -2,
  conflict: -1.5,
  worst: -2,
  agreement: 1,
  same: 1.5,
  wordsDiffer: -2,
}
const start = Float64Array.from({ length: D }, (_, i) =>
  i < E ? (GUESS[NAME_FEATURES[i % P]] ?? 0) : (WEIGHTS.evidence[KINDS[i - E]] ?? 0),
)
const all = await readAll()
console.log(`${all.length} pairs`)
const w = fitted(all, start)
if (process.argv.includes('--cross-validate')) crossValidate()
report('fitted on all', all, (row) => [oddsOf(row, w)])
if (process.argv.includes('--show')) {
  const file = process.argv[process.argv.indexOf('--show') + 1]
  for (const row of all) {
    const odds = oddsOf(row, w)
    if (row.file === file && odds >= 0 !== (row.y === 1))
      console.log(
        row.y ? 'missed' : 'false',
        odds.toFixed(1),
        row.row.query.name,
        '|',
        row.row.candidate.name,
      )
  }
}
const round = (value) => Math.round(value * 100) / 100 + 0
const table = (names, from) =>
  Object.fromEntries(names.map((name, at) => [name, round(w[from + at])]))
const weights = {
  version: 6,
  ...Object.fromEntries(BLOCKS.map((block, at) => [block, table(NAME_FEATURES, at * P)])),
  evidence: table(KINDS, E),
}
const text = JSON.stringify(weights, null, 2)
  .replaceAll(/"(\w+)":/g, '$1:')
  .replaceAll(/([\d}])\n/g, '$1,\n')
  .replace(/,\n$/, '\n')
writeFileSync(
  join(out, 'src/screening/weights.ts'),
  `/** Written by scripts/fit-screening.mjs: log-odds of each feature of a pair of names and of each indication. */\nexport const WEIGHTS = ${text} as const\n`,
)
writeFileSync(
  join(out, 'docs/screening-roc.svg'),
  rocCurve(
    all.filter(({ file }) => file !== 'clean').map((row) => [oddsOf(row, w), row.y, row.file]),
  ),
)
