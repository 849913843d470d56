import { describe, expect, it } from 'vitest'
import { buildIndex } from './name-index.ts'
import { createNameSearch } from './name-search.ts'

describe('a name of three words', () => {
  const index = buildIndex(
    ['CHEN, Mingguo', 'Wei Chen'].map((name) => ({ name, schema: 'Person' })),
  )
  it.each(['明 晨 郭', 'Ming Chen Guo'])(
    '%s is found whose first and last are written as one elsewhere',
    (name) => {
      const [search, all] = [
        createNameSearch(index),
        createNameSearch(index, { isExhaustive: true }),
      ]
      const asked = { name, schema: 'Person' }
      expect(search(asked).map(({ party }) => party)).toEqual([0])
      expect(search(asked)).toEqual(all(asked))
    },
  )
})

describe('the own words of a firm', () => {
  const index = buildIndex(
    ['Halcyon Cloud Guiyang', 'Nanchang Halcyon Communication Technology'].map((name) => ({
      name,
      schema: 'Organization',
    })),
  )
  it.each(['Zhejiang Halcyon', 'Shenzhen Shenzhen Halcyon', "Xi'an Halcyon Ltd."])(
    'in %s are found beside other towns than the listed ones',
    (name) => {
      const all = createNameSearch(index, { isExhaustive: true })({ name })
      expect(all).toHaveLength(2)
      expect(createNameSearch(index)({ name })).toEqual(all)
    },
  )
})
