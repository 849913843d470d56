import { fail, ok, type Result } from '../../kernel/index.ts'

const LONGEST = 254
/** One address and nothing besides: no name before it, no second one, nothing that ends a header. */
const ADDRESS =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)*[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/

export function readAddress(text: string): Result<string> {
  if (text.length <= LONGEST && ADDRESS.test(text)) return ok(text)
  return fail({
    code: 'mail.address',
    detail: 'This is not one plain address of a mailbox.',
    where: { path: 'address' },
    remedy: 'Write it as export@example.com, without a name; a domain in other letters as xn--….',
  })
}
