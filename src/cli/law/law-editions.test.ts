import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { fullDeal } from '../../determination/small-law.fixture.ts'
import { SMALL_LAW } from '../../determination/small-law-text.fixture.ts'
import { runCommand } from '../command.fixture.ts'

const ROOT = mkdtempSync(join(tmpdir(), 'navicert-editions-'))
const LISTS = readFileSync(join(import.meta.dirname, '../../../law/lists.yaml'), 'utf8')
/** Later than the law of any release. */
const LATER = '9999-01-01'

afterAll(() => rmSync(ROOT, { recursive: true, force: true }))

const law = (...line: readonly string[]) => run('law', ...line)
const run = (...line: readonly string[]) =>
  runCommand(line, { workingDirectory: ROOT, environment: { NAVICERT_DATA: 'data' } })

describe('an edition of the law', () => {
  it('is published, refused from a stranger, taken in from a publisher named, applied, and put aside again', async () => {
    for (const [path, text] of Object.entries({ ...SMALL_LAW, 'lists.yaml': LISTS })) {
      const file = join(ROOT, 'small', path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(
        file,
        text.replace('  - code: 3A090.a\n', `  - code: 3A090.a\n    textAsOf: ${LATER}\n`),
      )
    }
    const key = await runCommand(['regime', 'key', 'publisher.pem'], { workingDirectory: ROOT })
    const published = await law(
      'publish',
      'small.json.gz',
      '--key',
      'publisher.pem',
      '--law',
      'small',
    )
    expect(published.code).toBe(0)
    const edition = /Edition (\S+), signed/.exec(published.out)?.[1] ?? ''
    expect(edition).toMatch(/^9999-01-01-/)

    const stranger = await law('import', 'small.json.gz')
    expect(stranger.code).toBe(1)
    expect(stranger.err).toContain('law.unknown-publisher')
    expect(stranger.err).toContain('small.json.gz')
    expect((await law('import', 'small.json.gz', '--publisher', 'no key')).err).toContain(
      'law.not-a-key',
    )

    const taken = await law('import', 'small.json.gz', '--publisher', key.out.trim(), '--json')
    expect(JSON.parse(taken.out)).toEqual({ edition, inUse: edition })
    const status = JSON.parse((await law('status', '--json')).out)
    expect(status).toMatchObject({ edition, editions: [edition], latestTextRead: LATER })
    expect(JSON.parse((await law('status', '--law', 'release', '--json')).out).edition).not.toBe(
      edition,
    )

    writeFileSync(join(ROOT, 'deal.json'), JSON.stringify(fullDeal()))
    const checked = await run('check', 'deal.json', '--certificate', 'deal.navicert.json')
    expect(checked.err).toContain('Certificate written')

    expect((await law('use', 'release')).code).toBe(0)
    expect(JSON.parse((await law('status', '--json')).out).edition).not.toBe(edition)
    expect(JSON.parse((await law('status', '--law', edition, '--json')).out).edition).toBe(edition)
    const verified = await run('verify', 'deal.navicert.json', '--against', 'deal.json')
    expect(verified.out).toContain('HOLDS')
    expect((await law('status', '--law', '2020-01-01-12345678')).err).toContain(
      'law.unknown-edition',
    )
    expect((await law('update')).err).toContain('law.no-publisher')
    expect((await law('update', '--from', 'https://regime.example/')).err).toContain(
      'law.half-named',
    )
  })
})
