import { fromBase64, toBase64 } from '../note/base64.ts'
import { isSizeText } from '../note/checkpoint.ts'

/** What a member has last seen of another's log: two members that compare notes find a fork. */
export interface SeenHead {
  readonly member: string
  readonly size: number
  readonly root: Buffer
}

/** An extension line of a checkpoint: `heads: NL/412/<root>`. */
export function printHead({ member, size, root }: SeenHead): string {
  return `heads: ${member}/${size}/${toBase64(root)}`
}

export function parseHeads(extensions: readonly string[]): readonly SeenHead[] {
  return extensions.flatMap((line) => {
    const [, member = '', size = '', encoded = ''] =
      /^heads: ([A-Z]+)\/(\d+)\/(.+)$/.exec(line) ?? []
    const root = fromBase64(encoded)
    return root?.length === 32 && isSizeText(size) ? [{ member, size: Number(size), root }] : []
  })
}
