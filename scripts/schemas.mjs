// Writes schemas/: the JSON Schema of every public shape, from the validators themselves.
//   node scripts/schemas.mjs           write
//   node scripts/schemas.mjs --check   fail where a written schema differs
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { itemSchema } from '../dist/classification/index.js'
import { determinationSchema, transactionSchema } from '../dist/determination/index.js'
import { trustJsonSchemas } from '../dist/exchange/index.js'
import { charterJsonSchemas } from '../dist/regime/index.js'
import { jsonSchemas } from '../dist/rulebook/index.js'

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'schemas')
const schemas = {
  item: z.toJSONSchema(itemSchema, { io: 'input' }),
  transaction: z.toJSONSchema(transactionSchema, { io: 'input' }),
  determination: z.toJSONSchema(determinationSchema, { io: 'input' }),
  ...jsonSchemas(),
  ...charterJsonSchemas(),
  ...trustJsonSchemas(),
}
const check = process.argv.includes('--check')
let differing = 0
mkdirSync(folder, { recursive: true })
for (const [name, schema] of Object.entries(schemas)) {
  const file = join(folder, `${name}.schema.json`)
  const text = `${JSON.stringify({ title: `Navicert ${name.replaceAll('-', ' ')}`, ...schema }, null, 2)}\n`
  if (!check) writeFileSync(file, text)
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    console.error(
      `schemas: ${name}.schema.json is not what the validators say. Run: npm run schemas`,
    )
    differing += 1
  }
}
console.log(`schemas: ${Object.keys(schemas).length} ${check ? 'checked' : 'written'}`)
process.exit(differing === 0 ? 0 : 1)
