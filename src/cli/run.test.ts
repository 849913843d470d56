import { expect, test } from 'vitest'
import { runCommand } from './command.fixture.ts'

test('help is asked for and given on standard output', async () => {
  const { code, out, err } = await runCommand(['--help'])
  expect([code, err]).toEqual([0, ''])
  expect(out).toContain('Usage: navicert')
  expect(out).toContain('Information, not legal advice.')
})

test('without a command the help is told on standard error, and that is a failure', async () => {
  const { code, out, err } = await runCommand([])
  expect([code, out]).toEqual([1, ''])
  expect(err).toContain('Usage: navicert')
})

test('a problem is told with its place and remedy', async () => {
  const { code, err } = await runCommand(['verify', 'none.cert'])
  expect(code).toBe(1)
  expect(err).toBe(
    'none.cert\n  There is no such file.\n  Check the path; relative paths start from the current folder. [file.missing]\n',
  )
})

test('an error of the program itself is told as one, and not hidden', async () => {
  const now = (): number => {
    throw new Error('the clock is broken')
  }
  const { code, err } = await runCommand(['screen', 'compare', '--batch', '-', '--out', '-'], {
    now,
  })
  expect(code).toBe(1)
  expect(err).toContain('rely on nothing of this run')
  expect(err).toContain('the clock is broken')
})
