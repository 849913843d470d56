import { expect, it } from 'vitest'
import { OnDemand } from './on-demand.ts'

it('is opened once for all who ask, and again where that failed', async () => {
  let opened = 0
  const one = new OnDemand(async () => {
    opened += 1
    if (opened === 1) throw new Error('away')
    return opened
  })
  expect(await one.ifOpen()).toBeUndefined()
  await expect(Promise.all([one.get(), one.get()])).rejects.toThrow('away')
  expect(opened).toBe(1)
  expect(await one.ifOpen()).toBeUndefined()
  expect(await Promise.all([one.get(), one.get(), one.ifOpen()])).toEqual([2, 2, 2])
  expect(opened).toBe(2)
})
