/** What whoever watches reads. */
export function heading(text) {
  process.stdout.write(`\n${text}\n`)
}

export function print(head, text) {
  process.stdout.write(`  ${head.padEnd(16)}${text}\n`)
}
