import { describe, expect, it } from 'vitest'
import { UN_XML } from './official-texts.fixture.ts'
import { openSnapshots } from './open-screener.ts'
import {
  fails,
  gives,
  kept,
  leftovers,
  listOf,
  policy,
  publisher,
  refusal,
  startPublisher,
  update,
  XML_TYPE,
} from './publisher.fixture.ts'
import { day, POLICY, temporaryFolder } from './temporary-files.fixture.ts'

startPublisher()

describe('updateList', () => {
  it('takes the list in, as of the day in the file and as of today', async () => {
    publisher.answers = [gives(UN_XML)]
    const report = await update()
    expect(report).toMatchObject({
      source: 'un',
      state: 'updated',
      snapshot: { name: 'un 2026-03-05', since: '2026-03-01', parties: 2 },
      bytes: Buffer.byteLength(UN_XML),
      report: { publishedFrom: 'file', rejected: 1 },
    })
    expect(kept()).toEqual(['un 2026-03-01: 2', 'un 2026-03-05: 2'])
    expect(leftovers()).toEqual([])
  })

  it('asks with the validators it was given, and takes 304 for a list that is still current', async () => {
    publisher.answers = [
      gives(UN_XML, { etag: '"v1"', 'last-modified': 'Mon, 02 Mar 2026 10:00:00 GMT' }),
      fails(304),
    ]
    await update()
    const report = await update({ today: day('2026-03-20') })
    expect(publisher.requests[1]?.headers).toMatchObject({
      'if-none-match': '"v1"',
      'if-modified-since': 'Mon, 02 Mar 2026 10:00:00 GMT',
    })
    expect(report).toMatchObject({ state: 'unchanged', bytes: 0 })
    expect(report.snapshot).toMatchObject({ published: '2026-03-20', since: '2026-03-01' })
  })

  it('keeps an earlier day answered as before when a list is confirmed later', async () => {
    publisher.answers = [gives(UN_XML, { etag: '"v1"' }), fails(304)]
    await update()
    const at = (asOf: string) =>
      openSnapshots({ dataFolder: publisher.dataFolder, asOf: day(asOf) }).map(
        ({ name, digest }) => ({ name, digest }),
      )
    const before = at('2026-03-10')
    await update({ today: day('2026-03-20') })
    expect(at('2026-03-10')).toEqual(before)
    expect(at('2026-03-20')[0]?.digest).toBe(before[0]?.digest)
  })

  it('asks for the whole file where the snapshot of the validators is not here', async () => {
    publisher.answers = [gives(UN_XML, { etag: '"v1"' })]
    await update()
    publisher.dataFolder = temporaryFolder()
    await update()
    expect(publisher.requests[1]?.headers).not.toHaveProperty('if-none-match')
  })

  it('says unchanged for the same content sent again', async () => {
    publisher.answers = [gives(UN_XML)]
    await update()
    expect(await update()).toMatchObject({ state: 'unchanged' })
  })

  it('has the last content of a day as the newest, also where it changes back', async () => {
    const [first, second] = [listOf(10), listOf(11)]
    for (const body of [first, second, first, second, first]) {
      publisher.answers = [gives(body)]
      const { snapshot } = await update()
      expect(
        openSnapshots({ dataFolder: publisher.dataFolder, asOf: day('2026-03-05') }),
      ).toMatchObject([{ digest: snapshot.digest, published: '2026-03-05' }])
      expect(snapshot.parties).toBe(body === first ? 10 : 11)
    }
  })

  it('says what a new list changes in substance', async () => {
    publisher.answers = [
      gives(listOf(10)),
      gives(listOf(12, '2026-03-04').replace('WATER 3<', 'WATERS 3<')),
    ]
    await update()
    expect(await update()).toMatchObject({
      state: 'updated',
      delta: { added: 2, removed: 0, changed: 1 },
    })
  })

  it('keeps the list it has where the new one lost more than half of its parties', async () => {
    publisher.answers = [gives(listOf(10)), gives(listOf(4, '2026-03-04'))]
    await update()
    const error = await refusal(update({ today: day('2026-03-06') }))
    expect(error.problems[0]).toMatchObject({
      code: 'list.much-shorter',
      detail: 'The file has 4 parties where un 2026-03-05 has 10; it was not taken.',
    })
    expect(kept()).toEqual(['un 2026-03-01: 10', 'un 2026-03-05: 10'])
    expect(await update({ accept: true })).toMatchObject({ snapshot: { parties: 4 } })
  })

  it('keeps the list it has where a cache serves an older one', async () => {
    publisher.answers = [gives(listOf(10, '2026-03-01')), gives(listOf(9, '2026-02-01'))]
    await update()
    expect((await refusal(update())).problems[0]?.code).toBe('list.older-than-kept')
  })

  it('takes the day of the last change where the file states none', async () => {
    const source = policy({ source: 'ca', downloads: [`${publisher.address}/sema.xml`] })
    const body =
      '<data-set><record><Country>Iran</Country><Entity>Greywater</Entity><Item>1</Item></record></data-set>'
    publisher.answers = [gives(body, { 'last-modified': 'Sun, 01 Mar 2026 10:00:00 GMT' })]
    const { report, snapshot } = await update({ source })
    expect(report).toMatchObject({ published: '2026-03-01', publishedFrom: 'given' })
    expect(snapshot.published).toBe('2026-03-05')
  })

  it('goes back day by day where the publisher.address holds a day of issue', async () => {
    const source = policy({ downloads: [`${publisher.address}/full/{day}/title-15.xml`] })
    publisher.answers = [
      (request, response) => {
        const isThere = request.url === '/full/2026-03-03/title-15.xml'
        if (isThere) response.writeHead(200, XML_TYPE).end(listOf(2))
        else response.writeHead(404).end()
      },
    ]
    expect(await update({ source })).toMatchObject({ state: 'updated' })
    expect(publisher.requests.map(({ url }) => url)).toEqual([
      '/full/2026-03-05/title-15.xml',
      '/full/2026-03-04/title-15.xml',
      '/full/2026-03-03/title-15.xml',
    ])
  })

  it('fetches all files of a list anew where one of them has changed', async () => {
    const rows = {
      '/sdn.csv':
        '1,"GREYWATER LTD","-0-","IRAN","-0-","-0-","-0-","-0-","-0-","-0-","-0-","-0-"\n',
      '/add.csv': '1,1,"1 Quay Road","Dubai","United Arab Emirates","-0-"\n',
      '/alt.csv': '1,1,"aka","GWT","-0-"\n',
    }
    const source = policy({
      source: 'us-ofac',
      downloads: Object.keys(rows).map((path) => `${publisher.address}${path}`),
    })
    let round = 1
    publisher.answers = [
      (request, response) => {
        const isAsked = request.headers['if-none-match'] !== undefined
        if (isAsked && !(round === 2 && request.url === '/alt.csv'))
          return fails(304)(request, response)
        const body = rows[request.url as keyof typeof rows]
        response.writeHead(200, { 'content-type': 'text/csv', etag: `"${round}"` }).end(body)
      },
    ]
    expect(await update({ source })).toMatchObject({ state: 'updated', snapshot: { parties: 1 } })
    publisher.requests.length = 0
    round = 2
    expect(await update({ source })).toMatchObject({ state: 'unchanged' })
    expect(publisher.requests).toHaveLength(6)
    publisher.requests.length = 0
    round = 3
    expect(await update({ source })).toMatchObject({ state: 'unchanged', bytes: 0 })
    expect(publisher.requests).toHaveLength(3)
  })
})

describe('the policy of lists', () => {
  it('names a file to fetch, terms and a greatest age for every list published as a file', () => {
    const fetched = POLICY.sources.filter(({ downloads }) => downloads !== undefined)
    expect(fetched.map(({ source }) => source)).toEqual([
      'us-bis',
      'us-ofac',
      'us-csl',
      'un',
      'eu-fsf',
      'uk',
      'ca',
      'au',
      'ch',
      'tw',
    ])
    for (const { downloads = [], terms, maxAgeDays } of fetched) {
      expect(terms).toBeDefined()
      expect(maxAgeDays).toBeLessThanOrEqual(30)
      for (const url of downloads) expect(url).toMatch(/^https:/)
    }
  })
})
