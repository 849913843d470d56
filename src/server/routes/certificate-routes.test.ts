import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestServer, testServer } from '../app.fixture.ts'
import { exampleDeal } from '../contract/example-deals.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

async function post(url: string, payload: object) {
  const headers = { authorization: `Bearer ${server.tokens.admin}` }
  const response = await server.app.inject({
    method: 'POST',
    url: `/api/v1/${url}`,
    headers,
    payload,
  })
  return response.json()
}

const deal = exampleDeal('battery-cell') as { items: object[] }

describe('a certificate', () => {
  test('holds, also against its transaction, and says whose it is', async () => {
    const { certificate, determination } = await post('certificates', deal)
    const told = await post('verify', { certificate, transaction: deal })
    expect(told).toMatchObject({ holds: true, genuine: true, own: true })
    expect(told.payload.verdict).toBe(determination.verdict)
    expect(told.checks.map(({ what }: { what: string }) => what)).toContain('answer')
  })

  test('is the same one for the same question', async () => {
    const [one, other] = [await post('certificates', deal), await post('certificates', deal)]
    expect(one.certificate).toBe(other.certificate)
  })

  test('does not hold for another transaction, signer or text', async () => {
    const { certificate } = await post('certificates', deal)
    const other = { ...deal, route: { from: 'US', to: 'SE' } }
    const against = await post('verify', { certificate, transaction: other })
    expect([against.genuine, against.holds]).toEqual([true, false])
    const signer = `sha256:${'0'.repeat(64)}`
    expect((await post('verify', { certificate, signer })).holds).toBe(false)
    expect((await post('verify', { certificate: certificate.replace('a', 'b') })).genuine).toBe(
      false,
    )
  })

  test('names the place of a fault in the transaction', async () => {
    const { certificate } = await post('certificates', deal)
    const { errors } = await post('verify', { certificate, transaction: { ...deal, itms: [] } })
    expect(errors[0].pointer).toBe('/transaction/itms')
  })
})
