import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { runCommand } from './command.fixture.ts'
import { inFolder } from './surroundings.fixture.ts'

const ORDER = fileURLToPath(new URL('../../examples/battery-cell.yaml', import.meta.url))
const LIST = fileURLToPath(
  new URL('../../examples/lists/fictional-screening-list.csv', import.meta.url),
)

describe('--pdf', () => {
  it('writes the answer beside showing it, under a name by its digest in a folder', () =>
    inFolder(async (folder) => {
      const { out, err } = await runCommand(['check', ORDER, '--pdf', folder])
      const [file = ''] = readdirSync(folder)
      const bytes = readFileSync(join(folder, file))
      const digest = createHash('sha256').update(bytes).digest('hex')
      expect(file).toBe(`determination-${digest.slice(0, 16)}.pdf`)
      expect(bytes.subarray(0, 8).toString()).toBe('%PDF-1.7')
      expect(err).toBe(`Document written to ${join(folder, file)}.\n`)
      expect(out).toContain('Information, not legal advice.')
    }))

  it('writes the record of a screening', () =>
    inFolder(async (folder) => {
      const pdf = join(folder, 'record.pdf')
      const list = `us-csl:${LIST}@2026-05-28`
      const name = 'Halcyon Lattice Semiconductor'
      const asked = ['screen', name, '--list', list, '--pdf', pdf, '--language', 'ja', '--json']
      const { code, out } = await runCommand(asked)
      expect(code).toBe(2)
      expect(JSON.parse(out)).toMatchObject({ state: 'hit' })
      expect(readFileSync(pdf).subarray(0, 8).toString()).toBe('%PDF-1.7')
    }))

  it('is of one answer, and in a language that documents speak', async () => {
    const refused = async (...words: readonly string[]) => (await runCommand(words)).err
    expect(await refused('check', '--batch', 'x', '--pdf', 'y')).toContain('has no document')
    expect(await refused('check', 'a', 'b', '--pdf', 'y')).toContain('is of one transaction')
    expect(await refused('screen', '--batch', 'x', '--pdf', 'y')).toContain('has no document')
    expect(await refused('check', 'a', '--language', 'fr')).toContain('Allowed choices are en, de')
  })

  it('says where a document cannot be written', async () => {
    const { code, err } = await runCommand(['check', ORDER, '--pdf', 'no/such/folder/out.pdf'])
    expect(code).toBe(1)
    expect(err).toContain('its folder does not exist')
  })
})
