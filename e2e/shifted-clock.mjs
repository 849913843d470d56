// For tests: loaded before the program, sets its clock by as many milliseconds as the file CLOCK_FILE says, read
// when the signal SIGUSR2 comes. PGlite, inside the process, goes by the same clock; a PostgreSQL by its own.
import { readFileSync } from 'node:fs'

const Real = Date
let shift = 0
globalThis.Date = class extends Real {
  constructor(...given) {
    if (given.length === 0) super(Real.now() + shift)
    else super(...given)
  }
  static now() {
    return Real.now() + shift
  }
}
process.on('SIGUSR2', () => {
  shift = Number(readFileSync(process.env.CLOCK_FILE ?? '', 'utf8'))
})
