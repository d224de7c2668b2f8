import { defineConfig } from 'vitest/config';

/** Tests start processes and open sockets, on machines of any speed: patience is not what they measure. */
const patience = { testTimeout: 60_000, hookTimeout: 60_000 };

// Two projects: "main" runs anywhere; "readings" needs the folder of real readings (see CONTRIBUTING.md).
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'main', include: ['test/**/*.test.ts'], exclude: ['test/readings/**'], ...patience } },
      { test: { name: 'readings', include: ['test/readings/**/*.test.ts'], ...patience } },
    ],
  },
});
