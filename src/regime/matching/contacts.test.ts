import { describe, expect, it } from 'vitest'
import { sharedContacts } from './contacts.ts'

const shared = (own: string, refused: string) =>
  sharedContacts([{ name: own }], [{ name: refused }], new Set())

describe('a person who is a contact of both', () => {
  it.each([
    ['Ivan Petrov Kolev', 'KOLEV, Ivan Petrov'],
    ['José Núñez', 'jose nunez'],
    ['陈明', '陈明'],
  ])('%s is met as %s, whatever the order, case and accents', (own, refused) => {
    expect(shared(own, refused)).toEqual([{ by: 'person', own }])
  })

  it.each([
    ['Ivan Kolev', 'Ivan Petrov Kolev'],
    ['Sales', 'sales'],
    ['', ''],
  ])('%s is not met as %s: another name, or one that many bear', (own, refused) => {
    expect(shared(own, refused)).toEqual([])
  })
})
