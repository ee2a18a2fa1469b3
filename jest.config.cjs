// Unit and contract tests: plain Node. The browser tests of test/e2e have their own project, run after these.
const swc = ["@swc/jest", { module: { type: "commonjs" } }];
const common = {
  transform: { "\\.(m?[jt]sx?)$": swc },
  // These packages ship ES modules only.
  transformIgnorePatterns: ["/node_modules/(?!(hucre|@ironcalc|numfmt)/)"],
  moduleFileExtensions: ["ts", "tsx", "mjs", "js", "json"],
};
module.exports = {
  projects: [
    {
      ...common,
      displayName: "unit",
      testEnvironment: "node",
      testMatch: ["<rootDir>/test/**/*.test.ts"],
      testPathIgnorePatterns: ["/test/e2e/"],
    },
    { ...common, displayName: "e2e", testEnvironment: "node", testMatch: ["<rootDir>/test/e2e/**/*.test.ts"] },
  ],
};
