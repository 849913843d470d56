import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { describe, expect, test } from 'vitest'
import { createProgram } from './program.ts'
import { testSurroundings } from './surroundings.fixture.ts'

const ROOT = new URL('../../', import.meta.url)
const program = await createProgram([], testSurroundings(), () => undefined)
const commands = [program, ...below(program)]
const examples = commands.flatMap(examplesOf)

describe('examples in help', () => {
  test('are there for every command that does something', () => {
    const without = commands.filter(
      (command) => command.commands.length === 0 && examplesOf(command).length === 0,
    )
    expect(without.map((command) => command.name())).toEqual([])
  })

  test.each(examples)('%s names commands, options and files that are there', (line) => {
    const [command, options] = commandOf(line)
    const known = command.options.flatMap(({ short, long }) => [short, long])
    for (const option of options) expect(known).toContain(option)
    for (const [file] of line.matchAll(/\bexamples\/[\w./-]+/g)) {
      expect(existsSync(fileURLToPath(new URL(file, ROOT))), file).toBe(true)
    }
  })
})

function below(command: Command): readonly Command[] {
  return command.commands.flatMap((one) => [one, ...below(one)])
}

function examplesOf(command: Command): readonly string[] {
  let help = ''
  command.configureOutput({ writeOut: (text) => (help += text) })
  command.outputHelp()
  return [...help.matchAll(/^ {2}\$ navicert (.*)$/gm)].map(([, line = '']) => line)
}

/** The command that a line begins with, and the options in it up to a pipe. */
function commandOf(line: string): readonly [Command, readonly string[]] {
  const words = (line.split(/ [|>] /)[0] ?? '').split(' ')
  let command = program
  for (const word of words) {
    const next = command.commands.find((one) => one.name() === word)
    if (next === undefined) break
    command = next
  }
  return [command, words.filter((word) => /^--?[a-z]/.test(word))]
}
