// For tests: loaded before the program, sets its clock by as many milliseconds as the file CLOCK_FILE says, read
// when the signal SIGUSR2 comes; that it was read it says in the file beside it, `CLOCK_FILE.read`. PGlite, inside the
// process, goes by the same clock; a PostgreSQL by its own.
import { readFileSync, renameSync, writeFileSync } from 'node:fs'

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
  const file = process.env.CLOCK_FILE ?? ''
  const text = readFileSync(file, 'utf8')
  shift = Number(text)
  // Renamed, it is whole whenever it is there.
  writeFileSync(`${file}.aside`, text)
  renameSync(`${file}.aside`, `${file}.read`)
})
