import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeSecret, readSecret, signatureOf, signedHeaders } from './signature.ts'

describe('a signature', () => {
  test('is that of the example of Standard Webhooks', () => {
    const message = {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      timestamp: 1_614_265_330,
      body: '{"test": 2432232314}',
    }
    expect(signedHeaders('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', message)).toEqual({
      'webhook-id': message.id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    })
  })

  test('is over id, time and body, whatever the body says', () => {
    const secret = makeSecret()
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), (body, timestamp) => {
        const own = createHmac('sha256', key).update(`msg_1.${timestamp}.${body}`).digest('base64')
        expect(signatureOf(secret, { id: 'msg_1', timestamp, body })).toBe(`v1,${own}`)
      }),
    )
  })
})

describe('a secret', () => {
  test('that was made is one that is taken', () => {
    const made = makeSecret()
    expect(readSecret(made)).toEqual({ ok: true, value: made })
    expect(makeSecret()).not.toBe(made)
  })

  test.each([
    '',
    'whsec_',
    'hunter2',
    `whsec_${Buffer.alloc(23, 1).toString('base64')}`,
    `whsec_${Buffer.alloc(65, 1).toString('base64')}`,
    `whsec_${'é'.repeat(40)}`,
  ])('is refused where it is short, long or no base64: %s', (text) => {
    expect(readSecret(text)).toMatchObject({ ok: false, problems: [{ code: 'webhook.secret' }] })
  })
})
