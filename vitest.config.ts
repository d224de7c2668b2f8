import { defineConfig } from 'vitest/config';

/** Tests start processes and open sockets, on machines of any speed: patience is not what they measure. */
const patience = {
  testTimeout: 60_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 20_000 } },
};

// Three projects: "main" runs anywhere; "page" needs a Chromium, and is passed over where there is none; "readings" needs
// the folder of real readings (see CONTRIBUTING.md).
export default defineConfig({
  test: {
    // Many files wait for sockets, processes and deadlines more than they compute.
    maxWorkers: 4,
    projects: [
      {
        test: {
          name: 'main',
          include: ['test/**/*.test.ts'],
          exclude: ['test/readings/**', 'test/room-page/**'],
          ...patience,
        },
      },
      { test: { name: 'page', include: ['test/room-page/**/*.test.ts'], ...patience } },
      { test: { name: 'readings', include: ['test/readings/**/*.test.ts'], ...patience } },
    ],
  },
});
