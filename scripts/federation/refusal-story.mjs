// From notification to consultation: a refusal, a question about it, a receipt, silence, and a grant told with reasons.
import { consultationsUnder, readSubject, standingOfConsultation } from '../../dist/regime/index.js'
import { dayOf } from './members.mjs'
import { heading } from './output.mjs'

const DENIAL = { by: 'NL', regime: 'NSG', denialId: 'NSG-NL-7' }

/** Whether the silence closed the consultation. */
export async function tellRefusal(members, rules) {
  heading('One refusal, and a consultation that meets silence')
  const licensing = (day, member, type, body, words) =>
    members.say(day, member, 'licensing', type, body, words)
  await licensing(82, 'NL', 'denial.notify', refusal(), 'notifies its refusal NSG-NL-7')
  const essence = { kind: 'ic.sram', partyRole: 'end-user' }
  const request = { consultId: 'JP-C-1', denial: DENIAL, caseRef: 'JP-120', essence }
  await licensing(84, 'JP', 'consult.request', request, 'asks NL before it grants the same')
  const { state } = await standing(members, rules)
  members.tell('JP', `${state}: without a receipt no clock runs`)
  const receipt = { requester: 'JP', consultId: 'JP-C-1' }
  await licensing(85, 'NL', 'consult.receipt', receipt, 'signs the receipt')
  const { until } = await standing(members, rules)
  members.tell('JP', `waits until ${until}, ten working days`)
  await members.on(102)
  const closed = await standing(members, rules)
  members.tell('JP', `${closed.state}: recorded as silence, and JP may decide`)
  const grant = {
    ...{ denial: DENIAL, caseRef: 'JP-120', consultId: 'JP-C-1', decidedOn: dayOf(103) },
    reasons: ['The end use was inspected.'],
  }
  await licensing(103, 'JP', 'undercut.notify', grant, 'grants it, and tells NL why')
  return closed.state === 'silent'
}

async function standing(members, rules) {
  const { entries } = await members.ask('JP', 'state')
  const [one] = readSubject(consultationsUnder(rules), entries).state.consultations.all()
  return standingOfConsultation(one, dayOf(members.today), rules)
}

function refusal() {
  return {
    ...{ regime: 'NSG', denialId: 'NSG-NL-7', nationalRef: 'NL-402', decidedOn: dayOf(80) },
    destination: 'RU',
    items: [
      {
        ...{ description: 'Radiation-hardened memory', kind: 'ic.sram' },
        characteristics: { tid_Gy_Si: '5000' },
      },
    ],
    parties: [{ role: 'end-user', name: 'Severnaya Zvezda Institute', country: 'RU' }],
    contact: 'Export control desk, +888 555 0100',
  }
}
