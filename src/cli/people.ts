import { ProblemError } from '../kernel/index.ts'
import type { Role } from '../server/index.ts'
import { DONE } from './exit-code.ts'
import { operate, wordsOf } from './operate.ts'
import {
  type DataOption,
  day,
  type JsonOption,
  withData,
  withExamples,
  withJson,
} from './options.ts'
import type { CommandAdder, Session } from './session.ts'

type CommonOptions = DataOption & JsonOption

interface MemberOptions extends CommonOptions {
  readonly roles: string
  readonly organisation: string
  readonly until?: string
}

interface Listed {
  readonly id: string
  readonly is: string
  readonly state: string
  readonly name: string
  readonly signInName?: string
  readonly memberships: readonly {
    readonly organisation: string
    readonly roles: readonly string[]
    readonly inForce: boolean
  }[]
  readonly tokens: number
}

/** Who may sign in, and as what; for whoever has the data folder. */
export const addPeople: CommandAdder = (program, session, finish) => {
  const people = program
    .command('people')
    .description('Accounts: who may sign in, and what they may do. Also while the server runs.')
  for (const add of [
    ...[addAdd, addInvite, addWithdraw, addList, addRole],
    ...[addSuspend, addRestore, addReset, addErase],
  ])
    add(people, session, finish)
  addOrganisation(people, session, finish)
  withExamples(
    people,
    'people add "Ada Example" --sign-in-name ada@example.com --roles compliance-officer',
    'people invite --roles analyst',
    'people list',
    'people role ada@example.com --roles compliance-officer,countersigner',
    'people suspend ada@example.com --reason "on leave"',
    'people reset ada@example.com',
    'people erase ada@example.com --reason "asked for it"',
  )
}

const addAdd: CommandAdder = (people, session, finish) => {
  const command = people
    .command('add')
    .description('Adds a person, and shows the link that they sign up with, once.')
    .argument('<name>')
    .requiredOption('--sign-in-name <name>', 'what they sign in with, as an e-mail address')
  withExamples(
    withJson(withData(member(command))),
    'people add "Ada Example" --sign-in-name ada@example.com --roles compliance-officer',
  )
  command.action(async (name: string, options: MemberOptions & { readonly signInName: string }) => {
    const { signInName, organisation } = options
    const added = await operate(options, session, {
      do: 'add',
      name,
      signInName,
      organisation,
      roles: await rolesOf(options.roles),
      ...untilOf(options),
    })
    printLink(added as unknown as LinkMade, options, session)
    finish(DONE)
  })
}

function signUp(invitation: string): string {
  return JSON.stringify({ invitation, name: 'Ada Example', signInName: 'ada', password: '…' })
}

const addInvite: CommandAdder = (people, session, finish) => {
  const command = people
    .command('invite')
    .description('Makes an invitation into an organisation, and shows it, once, for who signs up.')
  withExamples(
    withJson(withData(member(command))),
    'people invite --roles compliance-officer',
    'people invite --roles analyst --organisation north --until 2027-06-30',
  )
  command.action(async (options: MemberOptions) => {
    const { organisation } = options
    const made = (await operate(options, session, {
      do: 'invite',
      organisation,
      roles: await rolesOf(options.roles),
      ...untilOf(options),
    })) as { readonly id: string; readonly invitation: string; readonly expires: string }
    if (options.json === true) session.print(JSON.stringify(made))
    else
      session.print(
        `Invitation ${made.id} into ${organisation}, good once, until ${made.expires.slice(0, 10)}:`,
        `  ${made.invitation}`,
        'Who is new signs up with it, with a password of their own (URL: where the server is):',
        `  curl URL/api/v1/invitations/sign-up --json '${signUp(made.invitation)}'`,
        'Who has an account signs in, and sends {"invitation": …} to POST /api/v1/invitations/accept.',
      )
    finish(DONE)
  })
}

const addWithdraw: CommandAdder = (people, session, finish) => {
  const command = people
    .command('withdraw')
    .description('Takes an invitation back that was not accepted yet.')
    .argument('<invitation>', 'its id')
  withExamples(withData(command), 'people withdraw 0123456789ab')
  command.action(async (invitation: string, options: DataOption) => {
    await operate(options, session, { do: 'withdraw', invitation })
    session.print('Done.')
    finish(DONE)
  })
}

const addList: CommandAdder = (people, session, finish) => {
  const command = people.command('list').description('Who there is, and what they may.')
  withExamples(withJson(withData(command)), 'people list', 'people list --json')
  command.action(async (options: CommonOptions) => {
    const listed = (await operate(options, session, { do: 'list' })) as unknown as readonly Listed[]
    if (options.json === true) session.print(JSON.stringify(listed))
    else session.print(...listed.map(lineOf))
    finish(DONE)
  })
}

const addRole: CommandAdder = (people, session, finish) => {
  const command = people
    .command('role')
    .description('Sets somebody’s roles in an organisation, in place of those they had.')
    .argument('<who>', 'id, or the name they sign in with')
  withExamples(
    withData(member(command)),
    'people role ada@example.com --roles auditor --until 2026-12-31',
  )
  command.action(async (who: string, options: MemberOptions) => {
    const roles = await rolesOf(options.roles)
    const { organisation } = options
    await operate(options, session, { do: 'role', who, organisation, roles, ...untilOf(options) })
    session.print('Done.')
    finish(DONE)
  })
}

const addSuspend = withReason('suspend', 'Suspends an account: its sessions end at once.')
const addRestore = withReason('restore', 'Lets a suspended account in again.')
const addErase = withReason(
  'erase',
  'Erases who somebody is, for good; what they did stays on record under an id.',
)

function withReason(what: 'suspend' | 'restore' | 'erase', description: string): CommandAdder {
  return (people, session, finish) => {
    const command = people
      .command(what)
      .description(description)
      .argument('<who>', 'id, or the name they sign in with')
      .requiredOption('--reason <text>', 'why')
    withExamples(withData(command), `people ${what} ada@example.com --reason "left the firm"`)
    command.action(async (who: string, options: DataOption & { readonly reason: string }) => {
      await operate(options, session, { do: what, who, reason: options.reason })
      session.print('Done.')
      finish(DONE)
    })
  }
}

const addReset: CommandAdder = (people, session, finish) => {
  const command = people
    .command('reset')
    .description('Makes a one-time link for somebody who cannot sign in any more.')
    .argument('<who>', 'id, or the name they sign in with')
  withExamples(withJson(withData(command)), 'people reset ada@example.com')
  command.action(async (who: string, options: CommonOptions) => {
    const made = await operate(options, session, { do: 'reset', who })
    printLink(made as unknown as LinkMade, options, session)
    finish(DONE)
  })
}

const addOrganisation: CommandAdder = (people, session, finish) => {
  const command = people
    .command('organisation')
    .description('Adds an organisation, whose people see what is its own.')
    .argument('<id>', 'a-z, 0-9 and -')
    .argument('<name>')
  withExamples(withData(command), 'people organisation north "Example North Ltd"')
  command.action(async (organisation: string, name: string, options: DataOption) => {
    await operate(options, session, { do: 'add-organisation', organisation, name })
    session.print('Done.')
    finish(DONE)
  })
}

interface LinkMade {
  readonly id: string
  readonly link: string
}

function printLink({ id, link }: LinkMade, { json }: JsonOption, session: Session): void {
  if (json === true) session.print(JSON.stringify({ id, link }))
  else
    session.print(
      `The account ${id} sets its password with this, once, within three days:`,
      `  ${link}`,
      'It goes to POST /api/v1/links/redeem, as {"link": …, "password": …}.',
    )
}

function lineOf({ id, is, state, name, signInName, memberships, tokens }: Listed): string {
  const roles = memberships.map(
    ({ organisation, roles: held, inForce }) =>
      `${organisation}: ${held.join(', ')}${inForce ? '' : ' (over)'}`,
  )
  const marks = [
    ...(is === 'service' ? ['program'] : []),
    ...(state === 'active' ? [] : [state]),
    ...(tokens > 0 ? [`${tokens} tokens`] : []),
  ]
  const called = signInName === undefined ? name : `${name} <${signInName}>`
  return [id, called, roles.join('; '), marks.join(', ')].filter((part) => part !== '').join('  ')
}

function member(command: Parameters<CommandAdder>[0]): Parameters<CommandAdder>[0] {
  return command
    .requiredOption('--roles <list>', 'as compliance-officer,countersigner')
    .option('--organisation <id>', 'in whose name', 'main')
    .option('--until <day>', 'the last day of it', day)
}

async function rolesOf(text: string): Promise<Role[]> {
  const { ROLES } = await import('../server/index.ts')
  if (text.trim() !== '') return wordsOf(text, ROLES, 'role')
  throw new ProblemError({ code: 'people.no-role', detail: 'Name a role at least.' })
}

function untilOf({ until }: MemberOptions): { until?: string } {
  return until === undefined ? {} : { until: `${until}T23:59:59.999Z` }
}
