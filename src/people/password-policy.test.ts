import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgePassword } from './password-policy.ts'

const ada = { name: 'Ada Example', signInName: 'ada.lovelace@example.com' }
const codeOf = (password: string): string | undefined => {
  const judged = judgePassword(password, ada)
  return judged.ok ? undefined : judged.problems[0]?.code
}

describe('a password', () => {
  test.each([
    'blue kettle harbour nine',
    'correct horse battery',
    'ダム湖の青い傘と切符を買う',
    'zq8!vbTp2#Lw',
    '            x y z           ',
  ])('of words that come to nobody else’s mind will do: %j', (password) => {
    expect(codeOf(password)).toBeUndefined()
  })

  test.each(['short', 'elevenchars', 'x'.repeat(129)])(
    'has 12 to 128 characters: %j',
    (password) => {
      expect(codeOf(password)).toBe('password.length')
    },
  )

  test('is counted in characters, not in bytes', () => {
    expect(codeOf('🂡🂢🂣🂤🂥🂦🂧🂨🂩🂪🂫')).toBe('password.length')
  })

  test.each([
    'passwordpassword',
    'Password123456',
    'PASSWORD1234',
    'aaaaaaaaaaaaaa',
    '123456789012',
    'abcdefghijklm',
    'qwertyqwerty',
    'zyxwvutsrqponm',
    'ｐａｓｓｗｏｒｄ１２３４５６',
    'navicert2026navicert',
  ])('is none of those tried first: %j', (password) => {
    expect(codeOf(password)).toBe('password.common')
  })

  test.each(['my-name-is-lovelace!', 'EXAMPLE kettle 9', 'xx ada.lovelace@example.com'])(
    'does not contain the name it protects: %j',
    (password) => {
      expect(codeOf(password)).toBe('password.name')
    },
  )

  test('of random letters is refused only for its length', () => {
    fc.assert(
      fc.property(fc.base64String({ minLength: 20, maxLength: 120 }), (password) => {
        fc.pre(new Set(password).size > 6)
        return codeOf(password) === undefined
      }),
    )
  })
})
