// Writes docs/coverage.md: what is encoded of each law, and what is not.
//   node scripts/coverage.mjs           write
//   node scripts/coverage.mjs --check   fail where the written table differs
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { coverageMarkdown, loadLawFolder } from '../dist/rulebook/index.js'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const file = join(root, 'docs', 'coverage.md')
const text = coverageMarkdown(loadLawFolder(join(root, 'law')))
if (!process.argv.includes('--check')) writeFileSync(file, text)
else if (readFileSync(file, 'utf8') !== text) {
  console.error('coverage: docs/coverage.md is not what law/ says. Run: npm run schemas')
  process.exit(1)
}
