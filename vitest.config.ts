import { defineConfig } from 'vitest/config'

const exclude = ['**/node_modules/**', '**/dist/**', '**/.stryker-tmp/**']
// One seed for all properties, so that a run is repeatable; NAVICERT_SEED tries others. And a file that leaves
// behind what the next would find fails.
const setupFiles = ['scripts/property-seed.ts', 'scripts/nothing-left-behind.ts']
// Rooms whose tests need a database.
const onDatabases = [
  'src/storage/**/*.test.ts',
  'src/cli/monitor.test.ts',
  'src/cli/store.test.ts',
  'src/cli/webhooks.test.ts',
  'src/desk/on-file/**/*.test.ts',
  'src/desk/people/people-on-store.test.ts',
  'src/notices/webhooks/webhooks.test.ts',
  'src/notices/mail/mails.test.ts',
]

// Rooms whose tests ask a server over a socket, which keeps what it is told in an embedded database.
const onServer = ['src/server/**/*.test.ts']

export default defineConfig({
  test: {
    // Of the cores: left alone, vitest leaves one of two idle.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          // A worker reads each module once for all its files: they change nothing outside themselves, which is
          // looked at, and reading the program anew for each took longer than their tests.
          isolate: false,
          include: ['src/**/*.test.ts'],
          exclude: [...exclude, ...onDatabases, ...onServer],
          // Wall time: a property of some seconds takes a minute where the machine is shared.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          setupFiles,
        },
      },
      {
        test: {
          name: 'server',
          isolate: false,
          include: onServer,
          exclude,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          setupFiles,
        },
      },
      // Runs on PGlite and on a real PostgreSQL alike.
      {
        test: {
          name: 'database',
          include: onDatabases,
          exclude,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          setupFiles,
          globalSetup: 'scripts/postgres-for-tests.ts',
        },
      },
      // Runs the built program as a user does.
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          exclude,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          setupFiles,
          globalSetup: 'scripts/postgres-for-tests.ts',
          // As it was built, and not as vitest would read it.
          server: { deps: { external: [/\/dist\//] } },
        },
      },
    ],
  },
})
