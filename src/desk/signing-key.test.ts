import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { keyIdOf, publicJwkOf } from '../certificate/index.ts'
import { inFolder } from './folder.fixture.ts'
import { openSigningKey, readSigningKey, signingKeyFile } from './signing-key.ts'

test('the key is made on first use, for its owner alone, and is the same ever after', async () => {
  await inFolder((folder) => {
    expect(readSigningKey(folder)).toBeUndefined()
    const made = keyIdOf(publicJwkOf(openSigningKey(folder)))
    expect(keyIdOf(publicJwkOf(openSigningKey(folder)))).toBe(made)
    expect(statSync(signingKeyFile(folder)).mode & 0o777).toBe(0o600)
    expect(statSync(dirname(signingKeyFile(folder))).mode & 0o777).toBe(0o700)
    expect(readdirSync(dirname(signingKeyFile(folder)))).toEqual(['signing-key.pem'])
  })
})

test('a key that others may read is refused', async () => {
  await inFolder((folder) => {
    openSigningKey(folder)
    chmodSync(signingKeyFile(folder), 0o644)
    expect(() => openSigningKey(folder)).toThrow(/key\.too-open/)
  })
})

test('what is no key is refused and not overwritten', async () => {
  await inFolder((folder) => {
    mkdirSync(join(folder, 'keys'))
    writeFileSync(signingKeyFile(folder), 'not a key', { mode: 0o600 })
    expect(() => openSigningKey(folder)).toThrow(/key\.unreadable/)
    expect(readFileSync(signingKeyFile(folder), 'utf8')).toBe('not a key')
  })
})

test('a data folder that cannot be made is a problem', async () => {
  await inFolder((folder) => {
    writeFileSync(join(folder, 'file'), '')
    expect(() => openSigningKey(join(folder, 'file'))).toThrow(/key\.not-made/)
  })
})
