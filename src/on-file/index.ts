// What is on file: items, parties, tools, orders and service tickets, how they were answered over time, and what changed.

export { CHANGE_TOLD, type ChangeTold, type Reference } from './change-told.ts'
export { type Difference, differenceOf, type Effect, isClearVerdict } from './difference.ts'
export { type ItemAnswer, itemDifferenceOf, type Listed, worstStanding } from './item-answer.ts'
export {
  answerRecord,
  applyToRecord,
  closeRecord,
  eraseRecord,
  fileRecord,
  KINDS,
  type Kind,
  type OnFile,
  pluralOf,
  recordOf,
} from './record.ts'
export type { RecordAnswered, RecordEvent, Stated } from './record-event.ts'
export {
  itemOnFile,
  partyOnFile,
  type StatedTicket,
  type StatedTool,
  ticketOnFile,
  toolOnFile,
} from './stated.ts'
export { type Lookup, transactionOf, type Use, usesOf } from './transactions.ts'
