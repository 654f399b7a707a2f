const { createConfigForRole } = require('@backstage/cli/config/eslint-factory');

module.exports = createConfigForRole(__dirname, 'node-library', {
  overrides: [
    {
      // Journeys run in Node's own test runner.
      files: ['journeys/**'],
      rules: {
        'jest/expect-expect': 'off',
        'jest/no-conditional-expect': 'off',
      },
    },
  ],
});
