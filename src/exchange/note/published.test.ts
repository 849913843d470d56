import { describe, expect, it } from 'vitest'
import { unwrap } from '../../kernel/index.ts'
import { parseCheckpoint } from './checkpoint.ts'
import { cosignatureVerifier, timeOfCosignature } from './cosignature.ts'
import { parseVerifierKey, printVerifierKey } from './note-key.ts'
import { openNote, parseNote, printNote } from './signed-note.ts'

/** The example of https://c2sp.org/signed-note. */
const EXAMPLE_KEY = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'
const EXAMPLE = `This is an example message.

— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
`

/**
 * A checkpoint that a public log of certificates published (a staging log of transparency.dev, May 2026), signed by
 * the log as a note and as RFC 6962 has it, and cosigned by four public witnesses; with two of the keys.
 */
const LOG_KEY =
  'arche2025h1.staging.ct.transparency.dev+ba2f06c0+AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f'
const WITNESS = 'remora.n621.de'
const WITNESS_KEY = 'BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2'
const CHECKPOINT = `arche2025h1.staging.ct.transparency.dev
1432088532
U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=

— arche2025h1.staging.ct.transparency.dev zTM8sQAAAZ5W0WdjBAMARjBEAiBjW5IQf9pvsYLfQFX6hoGREPMHbdQ3urbllzalApkptQIgIpwtEroeW2BXaHAI4kJXFbon5Ch9MNL5zRNZ55lvGt0=
— arche2025h1.staging.ct.transparency.dev ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwhUkzbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP7Ry1k3ZFWwQ=
— transparency.dev/DEV:witness-little-garden 2AQqhwAAAABqEiEgzgFIqqhbUoDwjMWE6UP8nd8/KYTzwZ2rhIgcqoXHAwVkjZr4AscylP3v7sEodkRAErumC2q44vdgJY096st5BQ==
— witness1.smartit.nu/witness1 pIyCDwAAAABqEiEghIp82KWebrw7/oHQwlTAm3g2RKS4+eebl8eO0WH+/iEcxZ75W3u5hNI7TOQtmJbqmNWVuE0tgh0XwzdZsDsUAQ==
— remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==
— witness.stagemole.eu Z/euoAAAAABqEiEgw0i+7g2ENfDAWHmtRzCfKTHSDwYDJA2NmKeGi9Y8FtEyOUvVr+AJmIY/2TUFucgKi7lI7cUiOvKFYe/TmN9DAg==
`

const verifierOf = (text: string) => {
  const verifier = parseVerifierKey(text)
  if (verifier === undefined) throw new Error('no key')
  return verifier
}

describe('what others published', () => {
  it('the example of the specification of signed notes verifies, and by its own key alone', () => {
    const note = unwrap(parseNote(EXAMPLE))
    expect(unwrap(openNote(note, [verifierOf(EXAMPLE_KEY)])).map(([{ name }]) => name)).toEqual([
      'example.com/foo',
    ])
    expect(printNote(note)).toBe(EXAMPLE)
    const key = Buffer.from(EXAMPLE_KEY.slice(25), 'base64')
    expect(printVerifierKey('example.com/foo', key[0] ?? 0, key.subarray(1))).toBe(EXAMPLE_KEY)
    const altered = { ...note, text: note.text.replace('example', 'Example') }
    expect(openNote(altered, [verifierOf(EXAMPLE_KEY)]).ok).toBe(false)
  })

  it('a checkpoint of a public log verifies by its key, and as a public witness cosigned it', () => {
    const note = unwrap(parseNote(CHECKPOINT))
    expect(unwrap(parseCheckpoint(note.text))).toMatchObject({ size: 1_432_088_532 })
    const witness = cosignatureVerifier(WITNESS, Buffer.from(WITNESS_KEY, 'base64').subarray(1))
    expect(witness.keyId).toBe('da77ade7')
    const opened = unwrap(openNote(note, [verifierOf(LOG_KEY), witness]))
    expect(opened.map(([{ name }]) => name)).toEqual([
      'arche2025h1.staging.ct.transparency.dev',
      WITNESS,
    ])
    const cosigned = note.signatures.find(({ name }) => name === WITNESS)
    expect(cosigned && new Date((timeOfCosignature(cosigned) ?? 0) * 1000).toISOString()).toBe(
      '2026-05-23T21:50:24.000Z',
    )
    const larger = { ...note, text: note.text.replace('1432088532', '1432088533') }
    expect(openNote(larger, [verifierOf(LOG_KEY)]).ok).toBe(false)
    expect(openNote(larger, [witness]).ok).toBe(false)
  })
})
