// Tries the API against its own OpenAPI document with Schemathesis (`pip install schemathesis`; SCHEMATHESIS names
// another than that on the path): a demo server in a temporary folder, an administrator's token. Its record and
// log stay in the folder that is printed. Any failure of the server's own (5xx), and whatever the document does
// not say, fails. Seconds for each phase: `node scripts/fuzz-api.mjs 600`.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const PROGRAM = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))
const TOOL = process.env.SCHEMATHESIS ?? 'schemathesis'
const SECONDS = process.argv[2] ?? '600'
/** What takes the token's own account away, so that all after it would be 401; and a stream that does not end. */
const LAST = '/people/.person./(erase|suspend|roles)|/tokens/.token.'
const STREAM = '/recheck/events'
/** What is told here of a method that is not there is told of `/invitations/{invitation}`, which it fits. */
const FITTING = '/invitations/(accept|sign-up)$'
const CHECKS = [
  ...['not_a_server_error', 'status_code_conformance', 'content_type_conformance'],
  ...['response_schema_conformance', 'response_headers_conformance'],
  ...['unsupported_method', 'ignored_auth'],
].join(',')
/** Schemathesis knows no lines of JSON. */
const HOOKS = `import json
import schemathesis
@schemathesis.serializer("application/x-ndjson")
def lines(context, value):
    return value if isinstance(value, (bytes, str)) else json.dumps(value)
`

const folder = mkdtempSync(join(tmpdir(), 'navicert-fuzz-'))
console.log(`fuzz: in ${folder}`)
writeFileSync(join(folder, 'lines_of_json.py'), HOOKS)
const line = [PROGRAM, 'serve', '--demo', '--port', '0', '--data', join(folder, 'data')]
const server = spawn(process.execPath, line, { stdio: ['ignore', 'pipe', 'pipe'] })
server.stderr.pipe(createWriteStream(join(folder, 'server.log')))
try {
  const { url, token } = await started()
  const runs = [
    ['examples,coverage', '--exclude-path-regex', `${STREAM}|${LAST}|${FITTING}`],
    ['fuzzing', '--exclude-path-regex', `${STREAM}|${LAST}`],
    ['stateful', '--exclude-path-regex', `${STREAM}|${LAST}`],
    [
      'examples,coverage',
      ...['--include-path-regex', FITTING, '--exclude-checks', 'unsupported_method'],
    ],
    ['coverage,fuzzing', '--include-path-regex', LAST],
  ]
  for (const [phases, ...which] of runs) {
    console.log(`fuzz: ${phases}`)
    const { status, error } = spawnSync(
      TOOL,
      [
        ...['run', `${url}/api/v1/openapi.json`, '--header', `Authorization: Bearer ${token}`],
        ...['--phases', phases, '--max-examples', '40', '--max-time', SECONDS, '--workers', '1'],
        ...['--checks', CHECKS, '--continue-on-failure', '--request-timeout', '30', '--no-shrink'],
        ...['--suppress-health-check', 'all', '--generation-database', 'none', ...which],
      ],
      {
        stdio: 'inherit',
        env: { ...process.env, PYTHONPATH: folder, SCHEMATHESIS_HOOKS: 'lines_of_json' },
      },
    )
    if (error !== undefined) throw error
    if (status !== 0) process.exitCode = 1
    if (server.exitCode !== null) throw new Error('the server has ended')
  }
} finally {
  server.kill('SIGTERM')
  if (server.exitCode === null) await once(server, 'exit')
}

async function started() {
  let text = ''
  for await (const said of createInterface({ input: server.stdout })) {
    text += `${said}\n`
    if (text.includes('/regime/alerts')) break
  }
  const [url] = /http:\/\/\S+?:\d+/.exec(text) ?? []
  const [token] = /navicert_\w{12}_[\w-]{43}/.exec(text) ?? []
  if (url === undefined || token === undefined) throw new Error(`the server said: ${text}`)
  server.stdout.resume()
  return { url, token }
}
