import { z } from 'zod'
import {
  type Digest,
  digestOfBytes,
  fail,
  ok,
  type Problem,
  type Result,
  readJson,
} from '../../kernel/index.ts'

/** A label of a higher number is read by nobody. */
export const MOST_VOLUMES = 10_000

const LABEL = z.strictObject({
  v: z.literal(1),
  /** Digest of the bundle of which this is a part. */
  bundle: z.string(),
  volume: z.int().min(1).max(MOST_VOLUMES),
  of: z.int().min(1).max(MOST_VOLUMES),
  /** Digest of the bytes behind this line. */
  digest: z.string(),
})

type Label = z.infer<typeof LABEL>

/** A volume as it came: a label on its first line, and bytes. */
interface Volume extends Label {
  readonly file: string
  readonly bytes: Buffer
}

/**
 * A bundle cut into parts of a size, each with a label that says which part of what it is. The labels are not
 * signed: what is put together from them is a bundle, and believed no more than one.
 */
export function cutIntoVolumes(bundle: Buffer, size: number): readonly Buffer[] {
  const of = Math.max(1, Math.ceil(bundle.length / size))
  const whole = digestOfBytes(bundle)
  return Array.from({ length: of }, (_, at) => {
    const bytes = bundle.subarray(at * size, (at + 1) * size)
    const label: Label = { v: 1, bundle: whole, volume: at + 1, of, digest: digestOfBytes(bytes) }
    return Buffer.concat([Buffer.from(`${JSON.stringify(label)}\n`), bytes])
  })
}

export interface NamedFile {
  readonly file: string
  readonly bytes: Uint8Array
}

/** The label of a volume; undefined for a file that is none, as a whole bundle. */
function volumeOf({ file, bytes }: NamedFile): Volume | undefined {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = whole.subarray(0, 1000).indexOf(0x0a)
  const json = readJson(whole.subarray(0, Math.max(end, 0)).toString('utf8'))
  const label = json.ok ? LABEL.safeParse(json.value) : undefined
  return label?.success ? { ...label.data, file, bytes: whole.subarray(end + 1) } : undefined
}

/**
 * The bundle that files hold: one whole, or all its volumes in any order, one of them twice or not. Every one that
 * is altered or of another bundle is named with its file, and every one that is missing by its number.
 */
export function joinVolumes(files: readonly NamedFile[]): Result<Uint8Array> {
  const [first] = files
  const volumes = files.map(volumeOf)
  if (first !== undefined && files.length === 1 && volumes[0] === undefined) return ok(first.bytes)
  const problems: Problem[] = []
  const parts = new Map<number, Buffer>()
  const { bundle, of = 0 } = commonLabel(volumes)
  for (const [at, volume] of volumes.entries()) {
    const where = { file: files[at]?.file ?? '' }
    const wrong = volume === undefined ? 'volume-malformed' : wrongOf(volume, bundle, of)
    if (wrong !== undefined) problems.push({ ...WRONG[wrong], code: `exchange.${wrong}`, where })
    else if (volume !== undefined) parts.set(volume.volume, volume.bytes)
  }
  const missing = Array.from({ length: of }, (_, at) => at + 1).filter((one) => !parts.has(one))
  if (missing.length > 0) problems.push(missingOf(missing, of))
  if (problems.length > 0) return fail(...problems)
  const whole = Buffer.concat(Array.from({ length: of }, (_, at) => parts.get(at + 1) ?? NOTHING))
  return digestOfBytes(whole) === bundle
    ? ok(whole)
    : fail({ ...WRONG['volume-altered'], code: 'exchange.volume-altered' })
}

const NOTHING = Buffer.alloc(0)

/** Of the bundle that most of the files are volumes of. */
function commonLabel(
  volumes: readonly (Volume | undefined)[],
): Partial<Pick<Label, 'bundle' | 'of'>> {
  const counts = new Map<string, { readonly label: Label; readonly times: number }>()
  for (const volume of volumes) {
    if (volume === undefined) continue
    const name = `${volume.bundle} ${volume.of}`
    counts.set(name, { label: volume, times: (counts.get(name)?.times ?? 0) + 1 })
  }
  const [most] = [...counts.values()].sort((one, other) => other.times - one.times)
  return most?.label ?? {}
}

function wrongOf(
  volume: Volume,
  bundle: string | undefined,
  of: number,
): keyof typeof WRONG | undefined {
  if (volume.bundle !== bundle || volume.of !== of) return 'volume-of-another'
  const digest: Digest = digestOfBytes(volume.bytes)
  return digest !== volume.digest || volume.volume > of ? 'volume-altered' : undefined
}

const WRONG = {
  'volume-malformed': {
    detail: 'The file is neither a bundle alone nor a volume of one.',
    remedy: 'Name one bundle, or all volumes of one.',
  },
  'volume-of-another': {
    detail: 'The volume is of another bundle than most of the others.',
    remedy: 'Name the volumes of one bundle.',
  },
  'volume-altered': {
    detail: 'The volume is not as it was made.',
    remedy: 'Fetch this one again from who made it.',
  },
} as const

function missingOf(missing: readonly number[], of: number): Problem {
  const numbers = missing.slice(0, 20).join(', ')
  return {
    code: 'exchange.volume-missing',
    detail: `Of ${of} volumes these are missing or altered: ${numbers}${missing.length > 20 ? ' …' : ''}.`,
    remedy: 'Fetch them from who made them; those that came need no sending again.',
  }
}
