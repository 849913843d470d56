// The three members seen from outside: only what their processes answer is known.
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { print } from './output.mjs'

export const MEMBERS = ['JP', 'NL', 'US']
const START = Date.parse('2027-01-11T09:00:00Z')
const DAY = 86_400_000

/** The moment so many days into the story. */
export const timeOf = (days) => new Date(START + days * DAY).toISOString()
export const dayOf = (days) => timeOf(days).slice(0, 10)

export class Members {
  today = 0
  peers = {}
  #count = 0
  #waiting = new Map()
  #children

  constructor(home) {
    const program = fileURLToPath(new URL('member.mjs', import.meta.url))
    this.#children = new Map(MEMBERS.map((member) => [member, fork(program, [member, home])]))
    for (const [member, child] of this.#children) {
      child.on('message', ({ id, value, error }) => {
        const { answered, failed } = this.#waiting.get(id)
        this.#waiting.delete(id)
        if (error === undefined) answered(value)
        else failed(new Error(`${member}: ${error}`))
      })
      child.once('exit', (code) => {
        for (const { failed } of this.#waiting.values())
          failed(new Error(`The process of ${member} ended with ${code}.`))
      })
    }
  }

  ask(member, act, more = {}) {
    return new Promise((answered, failed) => {
      this.#count += 1
      this.#waiting.set(this.#count, { answered, failed })
      this.#children.get(member).send({ id: this.#count, act, ...more })
    })
  }

  all(act, more) {
    return Promise.all(MEMBERS.map((member) => this.ask(member, act, more)))
  }

  /** Keys of each, a root that all sign, a delegation to each node, and a server of each log. */
  async begin(roles) {
    const [notBefore, expires] = [timeOf(-1), timeOf(300)]
    const members = []
    for (const member of MEMBERS)
      members.push({ member, rootKeys: [await this.ask(member, 'rootKey')], threshold: 1 })
    const draft = {
      ...{ type: 'regime-root', regime: 'federation', version: 1, threshold: 2, members },
      ...{ issued: notBefore, expires },
    }
    let pinnedRoot = JSON.stringify(draft)
    for (const member of MEMBERS)
      pinnedRoot = await this.ask(member, 'sign', { document: pinnedRoot })
    const documents = await this.all('begin', { pinnedRoot, notBefore, expires, roles })
    await this.on(0)
    await this.all('learn', { documents })
    const addresses = await this.all('serve')
    this.peers = Object.fromEntries(MEMBERS.map((member, at) => [member, addresses[at]]))
    for (const member of MEMBERS) print(member, `listens at ${this.peers[member]}`)
  }

  /** The clocks of all go on to a day. */
  async on(day) {
    this.today = day
    await this.all('clock', { at: START + day * DAY })
  }

  async sync(member) {
    const { [member]: _own, ...others } = this.peers
    return await this.ask(member, 'sync', { peers: others })
  }

  /** Everybody asks everybody. */
  async share() {
    for (const member of MEMBERS) await this.sync(member)
  }

  /** A member says something in its log on a day; the others witness it and take it in. */
  async say(day, member, officer, type, body, words) {
    await this.on(day)
    await this.ask(member, 'say', { type, body, officer })
    const { cosigned } = await this.sync(member)
    this.tell(member, `${words}; witnessed by ${cosigned.join(' and ')}`)
    for (const other of MEMBERS) if (other !== member) await this.sync(other)
  }

  tell(member, words) {
    print(`${dayOf(this.today)}  ${member}`, words)
  }

  end() {
    for (const child of this.#children.values()) child.kill()
  }
}
