#!/usr/bin/env node
import process from 'node:process'
import { parseLegalDate, unwrap } from '../kernel/index.ts'
import { run } from './run.ts'

const interruption = new AbortController()
process.once('SIGINT', () => interruption.abort())
process.once('SIGTERM', () => interruption.abort())
// A reader that has seen enough (`navicert … | head`) closes the pipe: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

const { env, stdout, stderr } = process
const moment = new Date().toISOString()
process.exitCode = await run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout,
  stderr,
  environment: env,
  workingDirectory: process.cwd(),
  today: unwrap(parseLegalDate(moment.slice(0, 10))),
  moment,
  colour: stdout.isTTY === true && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb',
  columns: Math.min(100, stdout.isTTY === true ? stdout.columns : 100),
  liveProgress: stderr.isTTY === true,
  interrupted: interruption.signal,
  now: () => performance.now(),
})
