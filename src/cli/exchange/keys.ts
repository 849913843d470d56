import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { countersign, newKey, publicKeyText, readKey } from '../../exchange/index.ts'
import { type Problem, ProblemError, unwrap } from '../../kernel/index.ts'
import { DONE } from '../exit-code.ts'
import { readInput } from '../input/read-input.ts'
import { withExamples } from '../options.ts'
import { cannotWrite, writeWholeFile } from '../output/whole-file.ts'
import type { CommandAdder, Session } from '../session.ts'
import type { Surroundings } from '../surroundings.ts'

/** Keys of member roots and officers, and the documents that say whose key counts. */
export const addKeys: CommandAdder = (regime, session, finish) => {
  const key = regime
    .command('key')
    .description('Makes an Ed25519 key of a member root or an officer, and prints its public half.')
    .argument('<file>', 'where the private key goes (PEM), readable by you alone')
  withExamples(key, 'regime key nl-root-1.pem')
  key.action((file: string) => {
    session.print(writeNewKey(file, session.surroundings))
    finish(DONE)
  })

  const sign = regime
    .command('sign')
    .description(
      'Signs a document of trust: the regime’s root, a delegation to a node, a revocation. Signatures that it has stay.',
    )
    .argument('<document>', 'a draft in JSON, or a document that others signed')
    .requiredOption(
      '--key <file>',
      'private key; repeatable',
      (file: string, before: readonly string[] = []) => [...before, file],
    )
    .requiredOption('--out <file>', 'where the signed document goes')
  withExamples(
    sign,
    'regime sign root-draft.json --key nl-root-1.pem --key nl-root-2.pem --out root.json',
    'regime sign root.json --key jp-root-1.pem --key jp-root-2.pem --out root.json',
  )
  sign.action(
    async (
      document: string,
      options: { readonly key: readonly string[]; readonly out: string },
    ) => {
      const keys = []
      for (const file of options.key) keys.push(await readKeyFile(file, session.surroundings))
      const signed = countersign(await readInput(document, session.surroundings), keys)
      if (!signed.ok) throw new ProblemError(...inFileAll(signed.problems, document))
      await writeWholeFile(options.out, signed.value.toString('utf8'), session.surroundings)
      tell(session, options.out)
      finish(DONE)
    },
  )
}

function tell({ print, paint }: Session, out: string): void {
  print(paint('dim', `Signed: ${out}.`))
}

/** Its public half. @throws ProblemError where the file is there already */
export function writeNewKey(file: string, { workingDirectory }: Surroundings): string {
  const pem = newKey()
  try {
    writeFileSync(resolve(workingDirectory, file), pem, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    throw new ProblemError(cannotKeep(file, error as NodeJS.ErrnoException))
  }
  return publicKeyText(unwrap(readKey(pem)))
}

/** @throws ProblemError */
export async function readKeyFile(file: string, surroundings: Surroundings) {
  const pem = await readInput(file, surroundings)
  const key = readKey(Buffer.from(pem).toString('utf8'))
  if (key.ok) return key.value
  throw new ProblemError(...inFileAll(key.problems, file))
}

export function inFileAll(problems: readonly Problem[], file: string): readonly Problem[] {
  return problems.map((problem) => ({ ...problem, where: { ...problem.where, file } }))
}

function cannotKeep(file: string, { code }: NodeJS.ErrnoException): Problem {
  if (code !== 'EEXIST') return cannotWrite(file, code)
  return {
    code: 'file.there',
    detail: 'A file of this name is there; a key is never written over.',
    where: { file },
    remedy: 'Name another file.',
  }
}
