// Open orders on file: their answers over time, and what changed between two of them.

export { type Difference, differenceOf, isClearVerdict } from './difference.ts'
export type { OrderAnswered, OrderEvent, StatedTransaction } from './order-event.ts'
export {
  answerOrder,
  applyToOrder,
  closeOrder,
  eraseOrder,
  fileOrder,
  type OrderOnFile,
  orderOf,
} from './orders.ts'
