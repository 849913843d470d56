import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { inFolder, testSurroundings } from '../surroundings.fixture.ts'
import { openWholeFile, writeWholeFile } from './whole-file.ts'

describe('a file written as a whole', () => {
  test('appears only when it is finished, and leaves nothing beside it', async () => {
    await inFolder(async (folder) => {
      const file = openWholeFile('out.txt', testSurroundings({ workingDirectory: folder }))
      await file.write('one\n')
      expect(existsSync(join(folder, 'out.txt'))).toBe(false)
      await file.write('two\n')
      await file.finish()
      expect(readFileSync(join(folder, 'out.txt'), 'utf8')).toBe('one\ntwo\n')
      expect(readdirSync(folder)).toEqual(['out.txt'])
    })
  })

  test('is packed when its name ends in .gz, whatever its size', async () => {
    await inFolder(async (folder) => {
      const file = openWholeFile('out.gz', testSurroundings({ workingDirectory: folder }))
      const text = `${'x'.repeat(1000)}\n`.repeat(3000)
      await file.write(text)
      await file.finish()
      expect(gunzipSync(readFileSync(join(folder, 'out.gz'))).toString()).toBe(text)
    })
  })

  test('discarded leaves what was there before', async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'out.txt'), 'before')
      const file = openWholeFile('out.txt', testSurroundings({ workingDirectory: folder }))
      await file.write('half')
      file.discard()
      expect(readFileSync(join(folder, 'out.txt'), 'utf8')).toBe('before')
      expect(readdirSync(folder)).toEqual(['out.txt'])
    })
  })

  test('that cannot be made is refused at once, with its name', async () => {
    await inFolder(async (folder) => {
      mkdirSync(join(folder, 'taken'))
      mkdirSync(join(folder, 'closed'))
      chmodSync(join(folder, 'closed'), 0o500)
      const surroundings = testSurroundings({ workingDirectory: folder })
      const root = process.getuid?.() === 0
      for (const name of ['none/out.txt', 'taken', ...(root ? [] : ['closed/out.txt'])]) {
        await expect(writeWholeFile(name, 'text', surroundings)).rejects.toMatchObject({
          problems: [{ code: 'file.unwritable', where: { file: name } }],
        })
      }
      expect(readdirSync(folder).toSorted()).toEqual(['closed', 'taken'])
    })
  })

  test.runIf(existsSync('/dev/full'))('says that the disk is full, and keeps nothing', async () => {
    const surroundings = testSurroundings({ workingDirectory: '/dev' })
    // The device takes no neighbour in a folder of its own, so it is linked to from one.
    await inFolder(async (folder) => {
      const { symlinkSync } = await import('node:fs')
      symlinkSync('/dev/full', join(folder, `.out.txt.${process.pid}.part`))
      const work = writeWholeFile('out.txt', 'text', { ...surroundings, workingDirectory: folder })
      await expect(work).rejects.toMatchObject({ problems: [{ code: 'file.unwritable' }] })
      expect(readdirSync(folder)).toEqual([])
    })
  })
})
