import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lockFolder } from './folder-lock.ts'

describe('the lock of a folder', () => {
  let folder: string
  let file: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'navicert-lock-'))
    file = join(folder, 'lock')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const holder = () => JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  const leave = (change: Record<string, unknown>) => {
    const lock = lockFolder(folder)
    const left = { ...holder(), token: 'left', ...change }
    lock.release()
    writeFileSync(file, JSON.stringify(left))
  }

  it('is one process’s, this one’s included, until it is released', () => {
    const lock = lockFolder(folder)
    expect(() => lockFolder(folder)).toThrow(`The process ${process.pid} has the store open`)
    lock.release()
    expect(existsSync(file)).toBe(false)
    lockFolder(folder).release()
    expect(readdirSync(folder)).toEqual([])
  })

  it('says what to do', () => {
    const lock = lockFolder(folder)
    expect(() => lockFolder(folder)).toThrow(/Stop it, .*DATABASE_URL.* \[store\.in-use\]/)
    lock.release()
  })

  it('is refused while another process lives, and taken over when it was killed', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
      stdio: 'ignore',
    })
    const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8')
    leave({ pid: child.pid, began: stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] })
    expect(() => lockFolder(folder)).toThrow(`The process ${child.pid} has the store open`)
    child.kill('SIGKILL')
    await once(child, 'exit')
    lockFolder(folder).release()
  })

  it('is taken over where the process id was given to another process since', () => {
    leave({ began: '1' })
    lockFolder(folder).release()
  })

  it('is refused for a container that is heard of, and taken over when it was silent', () => {
    leave({ space: 'another', pid: 1 })
    expect(() => lockFolder(folder)).toThrow('The process 1 has the store open')
    const longAgo = new Date(Date.now() - 31_000)
    utimesSync(file, longAgo, longAgo)
    lockFolder(folder).release()
  })

  it('is taken over where the file says nothing', () => {
    writeFileSync(file, '')
    lockFolder(folder).release()
    expect(readdirSync(folder)).toEqual([])
  })

  it('is not released by one who lost it', () => {
    const lock = lockFolder(folder)
    writeFileSync(file, JSON.stringify({ ...holder(), token: 'another' }))
    lock.release()
    expect(holder()).toMatchObject({ token: 'another' })
  })
})
