import { defineConfig } from 'vitest/config'

/** The tests of the rooms that are mutated, in one project, as the mutation tester wants it. */
export default defineConfig({
  test: {
    include: ['src/kernel/**/*.test.ts', 'src/rulebook/**/*.test.ts'],
    exclude: ['**/node_modules/**'],
    testTimeout: 60_000,
  },
})
