// A reporter of vitest for what its report as JSON leaves out: errors outside of tests, which fail a run without a test.
import { writeFileSync } from 'node:fs';

// eslint-disable-next-line import/no-default-export -- vitest takes that of the file.
export default class UncaughtErrors {
  onTestRunEnd(_modules, errors) {
    const file = process.env.DOORWARD_VITEST_ERRORS;
    if (file === undefined || errors.length === 0) return;
    const told = errors.map((error) => ({
      file: error.VITEST_TEST_PATH,
      test: error.VITEST_TEST_NAME,
      error: `${error.name ?? 'Error'}: ${error.message ?? String(error)}`,
    }));
    writeFileSync(file, JSON.stringify(told));
  }
}
