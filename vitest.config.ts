import { defineConfig } from 'vitest/config';

// Two projects: "main" runs anywhere; "readings" needs the folder of real readings (see CONTRIBUTING.md).
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'main', include: ['test/**/*.test.ts'], exclude: ['test/readings/**'] } },
      { test: { name: 'readings', include: ['test/readings/**/*.test.ts'] } },
    ],
  },
});
