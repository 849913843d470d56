import { defineConfig } from 'vitest/config'

const exclude = ['**/node_modules/**', '**/dist/**', '**/.stryker-tmp/**']

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['src/**/*.test.ts'], exclude, testTimeout: 30_000 } },
      // Runs the built program as a user does.
      { test: { name: 'e2e', include: ['e2e/**/*.test.ts'], exclude, testTimeout: 120_000 } },
    ],
  },
})
