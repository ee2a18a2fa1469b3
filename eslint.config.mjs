// The directions of the data are lint errors: see docs/adr/0001-direction-of-data.md.
import js from "@eslint/js";
import boundaries from "eslint-plugin-boundaries";
import jsxA11y from "eslint-plugin-jsx-a11y";
import officeAddins from "eslint-plugin-office-addins";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** What each folder of src/ may import; a folder may always import itself. */
const MAY_IMPORT = {
  domain: [],
  workbook: ["domain"],
  reading: ["domain", "workbook"],
  relations: ["domain", "workbook", "reading"],
  rules: ["domain", "workbook", "reading", "relations"],
  messages: ["domain", "workbook", "reading", "relations", "rules"],
  checking: ["domain", "workbook", "reading", "relations", "rules", "messages"],
  drafting: ["domain", "workbook", "reading", "messages"],
  reporting: ["domain", "workbook", "reading", "messages", "checking", "drafting"],
  host: ["domain", "workbook", "checking"],
  calculation: ["domain", "workbook"],
  excel: ["domain", "workbook", "host", "messages"],
  commands: [],
  xlsx: ["domain", "workbook", "host", "messages", "calculation"],
  taskpane: ["domain", "workbook", "checking", "drafting", "reporting", "messages", "host", "commands"],
  cli: ["domain", "workbook", "checking", "drafting", "reporting", "messages", "host", "xlsx", "calculation"],
  emulator: ["workbook"],
  bench: ["domain", "workbook", "host", "emulator", "xlsx", "calculation", "messages"],
};

const only = (folder, names, message) => ({
  files: ["src/**/*.{ts,tsx}"],
  ignores: [`src/${folder}/**`],
  rules: { "no-restricted-imports": ["error", { paths: names.map((name) => ({ name, message })) }] },
});

export default tseslint.config(
  { ignores: ["node_modules", "dist", ".cache", "coverage"] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ["src/**/*.{ts,tsx}"],
    plugins: { boundaries },
    settings: {
      "boundaries/elements": [
        { type: "composition", pattern: "src/taskpane/main.tsx", mode: "file" },
        ...Object.keys(MAY_IMPORT).map((type) => ({ type, pattern: `src/${type}` })),
      ],
      "import/resolver": { typescript: { project: "tsconfig.json" }, node: { extensions: [".ts", ".tsx"] } },
    },
    rules: {
      "boundaries/no-unknown": "error",
      "boundaries/element-types": [
        "error",
        {
          default: "disallow",
          message: "${file.type} n'importe pas ${dependency.type} : voir docs/adr/0001-direction-of-data.md",
          rules: [
            ...Object.entries(MAY_IMPORT).map(([from, allow]) => ({ from, allow: [from, ...allow] })),
            {
              from: "composition",
              allow: ["taskpane", "commands", "excel", "host", "checking", "drafting", "reporting"],
            },
          ],
        },
      ],
    },
  },
  only("xlsx", ["hucre", "fflate"], "Seul src/xlsx nomme les bibliothèques de fichiers .xlsx."),
  {
    files: ["src/**/*.{ts,tsx}", "test/**/*.ts"],
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "max-lines": ["warn", { max: 250, skipBlankLines: true, skipComments: true }],
      eqeqeq: "error",
    },
  },
  {
    files: ["src/excel/**/*.ts"],
    plugins: { "office-addins": officeAddins },
    rules: Object.fromEntries(
      Object.entries(officeAddins.configs.recommended.at(-1).rules).filter(([rule]) =>
        rule.startsWith("office-addins/"),
      ),
    ),
  },
  {
    files: ["src/taskpane/**/*.tsx"],
    plugins: { "react-hooks": reactHooks, "jsx-a11y": jsxA11y },
    rules: { ...reactHooks.configs.recommended.rules, ...jsxA11y.configs.recommended.rules },
  },
  {
    files: ["**/*.{js,cjs,mjs}"],
    languageOptions: {
      globals: {
        process: "readonly",
        console: "readonly",
        module: "writable",
        require: "readonly",
        __dirname: "readonly",
        URL: "readonly",
        setTimeout: "readonly",
        Buffer: "readonly",
      },
    },
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
);
