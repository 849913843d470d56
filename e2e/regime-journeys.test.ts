import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import {
  at,
  begin,
  DAY,
  DENIAL,
  end,
  home,
  log,
  MEMBERS,
  type Member,
  setClock,
  sync,
  today,
  write,
} from './exchange-members.ts'
import { navicert, type Ran, ROOT } from './navicert.ts'

/**
 * What a technical reviewer, a licensing officer and a delegate do, from the first question to the last: each with the
 * commands of the program, in the nodes of three members. Nothing is read that the member at work does not hold.
 */
const START = Date.parse('2027-01-11T09:00:00Z')
const CHARTER = ['--charter', 'plurilateral-2024']

beforeAll(async () => {
  setClock(START)
  await begin()
}, 120_000)
afterAll(end)

/** The clocks of all go on to so many days after the start. */
const on = (day: number) => setClock(START + day * DAY)
const dayOf = (day: number) => new Date(START + day * DAY).toISOString().slice(0, 10)

/** What these wrote is witnessed, and everybody has it. */
async function share(...writers: readonly Member[]): Promise<void> {
  for (const member of writers) await sync(member)
  const others = MEMBERS.filter((member) => !writers.includes(member))
  for (const member of [...others, ...writers.slice(0, -1)]) await sync(member)
}

function done({ code, out, err }: Ran): string {
  expect([code, err]).toEqual([0, ''])
  return out
}

/** A delegate's word, signed in the member's own log. */
const says = async (member: Member, ...line: readonly string[]): Promise<string> =>
  done(await at(...line, ...CHARTER, '--officer', `${member}-delegate.pem`, '--data', member))

/** What a member's node holds, read as of today. */
async function reads(member: Member, ...line: readonly string[]): Promise<Ran> {
  writeFileSync(join(home, `${member}.jsonl`), (await log(member, 'entries')).out)
  return await at(...line, '--ledger', `${member}.jsonl`, '--on', today())
}

async function licenses(member: Member, type: string, body: object, ...line: readonly string[]) {
  write(`${type}.json`, body)
  const officer = `${member}-licensing.pem`
  done(
    await log(
      member,
      'append',
      '--type',
      type,
      '--body',
      `${type}.json`,
      '--officer',
      officer,
      ...line,
    ),
  )
  await share(member)
}

test('a reviewer finds a word that nobody defines, and members agree how it is read', {
  timeout: 300_000,
}, async () => {
  const dryer = {
    ...{ id: 'dryer', kind: 'lab.spray_dryer' },
    characteristics: { water_evaporation_kg_h: 3, product_particle_um: 8 },
  }
  write('dryer.json', dryer)
  // Not decided, and the fact that would decide it is asked for: the claim of the maker is none.
  const classified = done(await navicert(home, ['classify', 'dryer.json', '--as-of', '2026-06-02']))
  expect(classified).toMatch(/2B352\.h .*\n.*\n? +open · needs sterilisable_in_situ/)
  expect(classified).toContain('Was it shown by tests that it can be sterilised or disinfected')
  // The wording of one list beside that of the other.
  const compared = done(await navicert(home, ['law', 'compare', '2B352', '--as-of', '2026-06-02']))
  expect(compared).toMatch(/^ +EU:2B352\.h +US:2B352\.f\n/)
  expect(compared).toMatch(/notes .*The note that .* The paragraph was read in the text of/)

  const reading = 'All viable microbes are eliminated, in every part that the product touches.'
  const note = {
    ...{ proposal: '2027-sterilise-note', title: 'What "sterilised in situ" means' },
    ...{ matter: 'list-note', rationale: 'Hot air alone leaves spores alive where it is cold.' },
    evidence: ['Test report 7: spores alive at the outlet after two hours of hot air'],
    interprets: [{ entry: 'EU:2B352.h', words: 'sterilised in situ', reading }],
  }
  write('note.json', note)
  const impact = done(
    await at('impact', 'note.json', '--items', 'dryer.json', '--as-of', '2026-06-02'),
  )
  expect(impact).toContain('open on it: dryer')
  expect(impact).toContain('1 item: 0 answered otherwise')

  const proposed = await says('NL', 'propose', 'note.json')
  expect(proposed).toContain(`Open until ${dayOf(31)}T09:00:00Z`)
  await share('NL')
  await says('JP', 'comment', note.proposal, 'Say at which temperature, and for how long.')
  await share('JP')
  const whole = done(await reads('US', 'proposals', note.proposal, ...CHARTER))
  expect(whole).toMatch(/EU:2B352\.h sterilised in situ +All viable microbes are eliminated/)
  expect(whole).toContain('evidence: Test report 7')
  expect(whole).toMatch(/JP {2}2027-01-11T\S+ {2}Say at which temperature/)
  for (const member of ['NL', 'JP'] as const) await says(member, 'vote', note.proposal, 'yes')
  await share('NL', 'JP')
  on(46)
  const edition = `sha256:${'1'.repeat(64)}`
  await says('NL', 'release', '2027.1', '--edition', edition, '--from', dayOf(50))
  await share('NL')
  on(51)
  const notes = done(await reads('US', 'notes', ...CHARTER))
  expect(notes).toContain(
    `EU:2B352.h, note 1: holds, from ${dayOf(50)} (list 2027.1, ${note.proposal})`,
  )
  expect(notes).toMatch(/binds JP NL\n/)
})

test('an officer meets what another member refused, asks, and decides when the answer is in', {
  timeout: 300_000,
}, async () => {
  on(60)
  const [endUser, trader] = (DENIAL as { readonly parties: readonly object[] }).parties
  const contacts = [{ name: 'Ivan Petrov Kolev', email: 'sales@balkanchip.example' }]
  const parties = [endUser, { ...trader, contacts }]
  await licenses('NL', 'denial.notify', { ...DENIAL, parties })
  // The same part, for a trader of three weeks that shares a person and a mail domain with the one refused.
  const deal = parse(readFileSync(join(ROOT, 'examples/regime/memory-to-trader.yaml'), 'utf8')) as {
    readonly id: string
    readonly parties: readonly object[]
  }
  const own = [{ name: 'KOLEV, Ivan Petrov', email: 'orders@balkanchip.example' }]
  write('deal.json', { ...deal, parties: [{ ...deal.parties[0], contacts: own }] })
  const meets = () => reads('JP', 'denials', 'match', 'deal.json', '--member', 'JP')
  const met = await meets()
  expect(met.code).toBe(2)
  expect(met.out).toMatch(/NSG NSG-XA-1, refused by NL, valid until \S+: to assess/)
  expect(met.out).toMatch(/item {3}memory: .*5200/)
  expect(met.out).toMatch(/is reached by KOLEV, Ivan Petrov, as a party refused\s+as purchaser/)
  expect(met.out).toMatch(/is reached by balkanchip.example, as a party refused\s+as purchaser/)
  // Of what NL knows nothing else comes out.
  for (const kept of ['Severnaya', 'Balkan Chip Trade', 'sales@', 'weather', 'missiles', 'XA/2027'])
    expect(met.out).not.toContain(kept)

  const denial = { by: 'NL', regime: 'NSG', denialId: 'NSG-XA-1' }
  const facts = /facts +(sha256:[0-9a-f]{64})/.exec(met.out)?.[1]
  const assessed = {
    ...{ caseRef: deal.id, denial, facts },
    outcome: 'identical',
    person: 'A. Sato',
  }
  await licenses('JP', 'match.assess', assessed)
  expect((await meets()).out).toMatch(
    /: to consult\n {2}Ask NL before it is approved: Export control desk/,
  )

  const essence = { kind: 'ic.sram', characteristics: { tid_Gy_Si: 5200 }, partyRole: 'end-user' }
  const request = { consultId: 'JP-C-1', denial, caseRef: deal.id, essence }
  await licenses('JP', 'consult.request', request, '--to', 'NL')
  expect(done(await reads('NL', 'consult', 'status'))).toMatch(/JP-C-1 .* not received/)
  expect((await log('US', 'entries')).out).not.toContain('JP-C-1')
  on(61)
  await licenses('NL', 'consult.receipt', { requester: 'JP', consultId: 'JP-C-1' })
  // Ten working days, and no longer: silence would close it too.
  expect(done(await reads('JP', 'consult', 'status'))).toMatch(/JP-C-1 .* 2027-03-2\d/)
  expect((await meets()).code).toBe(2)
  on(63)
  const answer = { identical: 'yes', view: 'no-objection', reason: 'The trader is known by now.' }
  await licenses('NL', 'consult.reply', { requester: 'JP', consultId: 'JP-C-1', ...answer })
  const closed = await meets()
  expect(closed.code).toBe(0)
  expect(closed.out).toContain('May be approved as far as refusals of others go.')
  expect(closed.out).toContain('Whoever grants it tells the holders within 30 days, with reasons.')
})

test('a delegate reads what a proposal would change, votes, and follows it into every law', {
  timeout: 300_000,
}, async () => {
  on(100)
  const example = (name: string) => join(ROOT, 'examples/regime', name)
  const { technology: _, ...proposal } = parse(
    readFileSync(example('proposal-3a501.yaml'), 'utf8'),
  ) as { readonly proposal: string; readonly technology: string }
  write('threshold.json', proposal)
  const id = proposal.proposal
  const files = [
    '--items',
    example('catalogue.jsonl'),
    '--transactions',
    example('transactions.jsonl'),
  ]
  const impact = done(await at('impact', 'threshold.json', ...files, '--as-of', '2026-06-02'))
  expect(impact).toMatch(/Processing IC with TPP 6000 or more +Processing IC with TPP 4800 or more/)
  expect(impact).toContain('5 items: 2 answered otherwise')
  expect(impact).toContain('Worth: USD 1840000')
  expect(impact).toMatch(/months after the first of them: .*19 \(DE ES FR IT NL\)/s)

  expect(await says('NL', 'propose', 'threshold.json', '--show')).toContain('Nothing was signed.')
  await says('NL', 'propose', 'threshold.json')
  await share('NL')
  const open = done(await reads('JP', 'proposals', id, ...CHARTER))
  expect(open).toMatch(/title +Processing IC with TPP 6000 or more +Processing IC with TPP 4800/)
  expect(open).toMatch(/not met {2}members that adopt it: 0; needed at least 2/)
  for (const member of ['NL', 'JP', 'US'] as const) {
    const choice = member === 'US' ? 'no' : 'yes'
    expect(await says(member, 'vote', id, choice)).toContain(`Votes ${choice} on ${id}`)
  }
  await says('US', 'vote', id, 'yes', '--explanation', 'Our own number, after all')
  await share('NL', 'JP', 'US')
  expect(done(await reads('JP', 'proposals', id, ...CHARTER))).toMatch(
    / {2}met {2}members that adopt it: 3; needed at least 2/,
  )
  on(150)
  const decided = done(await reads('US', 'proposals', ...CHARTER))
  expect(decided).toMatch(new RegExp(`${id} +coalition +3 +0 +8 `))

  // The edition that holds it: NL writes the law, signs it, and JP takes it in.
  cpSync(join(ROOT, 'law'), join(home, 'law'), { recursive: true })
  const entries = join(home, 'law/eu/entries/3a5.yaml')
  const [before = '', after = ''] = readFileSync(entries, 'utf8').split("tpp: '>= 6000'")
  const fresh = `${before}tpp: '>= 4800'${after}`
  writeFileSync(entries, fresh)
  const publisher = (await at('key', 'publisher.pem')).out.trim()
  const published = done(
    await navicert(home, ['law', 'publish', '2027.1.gz', '--key', 'publisher.pem', '--law', 'law']),
  )
  const edition = /Digest: (sha256:[0-9a-f]{64})/.exec(published)?.[1] ?? ''
  await says(
    'NL',
    'release',
    '2027.2',
    '--edition',
    edition,
    '--from',
    dayOf(160),
    '--proposal',
    id,
  )
  await share('NL')
  const taken = ['law', 'import', '2027.1.gz', '--publisher', publisher, '--data', 'JP']
  expect((await navicert(home, taken)).code).toBe(0)
  const law = /Edition (\S+),/.exec(published)?.[1] ?? ''
  write('chip.json', { id: 'c', kind: 'ic.processor', characteristics: { tpp: 4992 } })
  const asked = ['classify', 'chip.json', '--law', law]
  const inJapan = { PATH: process.env.PATH, NAVICERT_DATA: 'JP' }
  expect(done(await navicert(home, asked, '', inJapan))).toMatch(
    /EU: listed;.*\n +3A501\.a\.16 .*\n +met .*\n? *.*\n +· tpp 4992 .* criterion >= 4800/,
  )

  const lawful = (member: Member, day: number, cite: string) =>
    says(member, 'implement', '2027.2', id, '--from', dayOf(day), '--cite', cite)
  await lawful('NL', 165, 'Stcrt. 2027, 9')
  await lawful('JP', 190, 'METI Ordinance 12')
  await share('NL', 'JP')
  on(170)
  const tracked = done(await reads('US', 'track', ...CHARTER))
  expect(tracked).toMatch(new RegExp(`2027\\.2 +${id} +NL +in-force +${dayOf(165)} +34 +Stcrt`))
  expect(tracked).toMatch(new RegExp(`2027\\.2 +${id} +JP +dated +${dayOf(190)}`))
  expect(tracked).toMatch(new RegExp(`2027\\.2 +${id} +US +silent`))
  expect(tracked).toMatch(/Published of Wassenaar Arrangement: 5 to 21 months/)
})
