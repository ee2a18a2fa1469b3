// The pane (what is shipped), the bench (development only), and what Node runs: the command line, the measures.
const path = require("node:path");
const HtmlWebpackPlugin = require("html-webpack-plugin");

const from = (...parts) => path.join(__dirname, ...parts);
const OFFICE_CDN = "https://appsforoffice.microsoft.com";

/**
 * office.js is never bundled (its licence wants it unmodified). `cdn` is what Microsoft asks for; `local`, a copy beside
 * the pane, is for the bench and for networks closed to the outside.
 */
const OFFICE_JS = { cdn: `${OFFICE_CDN}/lib/1/hosted/office.js`, local: "office-js/office.js" };

/** Nothing but our own files and office.js runs; nothing goes out. Fluent's style engine inserts <style> elements. */
const panePolicy = (office) =>
  [
    "default-src 'none'",
    `script-src 'self'${office === "cdn" ? ` ${OFFICE_CDN}` : ""}`,
    "worker-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

const common = {
  mode: "production",
  // A source map by eval would want 'unsafe-eval'.
  devtool: "source-map",
  resolve: { extensions: [".ts", ".tsx", ".mjs", ".js"] },
  module: { rules: [{ test: /\.tsx?$/, exclude: /node_modules/, use: "swc-loader" }] },
  cache: {
    type: "filesystem",
    cacheDirectory: from(".cache/webpack"),
    buildDependencies: { config: [from("webpack.config.js")] },
  },
  performance: { hints: false },
};

const web = {
  ...common,
  target: ["web", "es2022"],
  output: { filename: "[name].[contenthash].js", assetModuleFilename: "[name].[contenthash][ext]", publicPath: "" },
};

const node = {
  ...common,
  target: "node20",
  // Node looks for the calculation engine's bytes at run time: webpack must leave that search alone.
  module: { ...common.module, parser: { javascript: { createRequire: false } } },
  // The command line's threads stand beside it.
  node: { __dirname: false },
  // One file an entry: no chunk.
  output: { filename: "[name].cjs", asyncChunks: false },
  optimization: { minimize: false },
  devtool: false,
};

/** The licence of office.js binds it to Excel: the emulated host and the bench never enter the pane's build. */
class NothingOf {
  constructor(folders) {
    this.folders = folders.map((folder) => from(folder) + path.sep);
  }

  apply(compiler) {
    compiler.hooks.compilation.tap("NothingOf", (compilation) => {
      compilation.hooks.finishModules.tap("NothingOf", (modules) => {
        for (const { resource } of modules) {
          if (this.folders.some((folder) => resource?.startsWith(folder))) {
            compilation.errors.push(new Error(`${path.relative(__dirname, resource)} has no place in this build`));
          }
        }
      });
    });
  }
}

const page = (folder, options) =>
  new HtmlWebpackPlugin({ template: from(folder, "index.html"), scriptLoading: "module", ...options });

module.exports = (env = {}) => {
  const office = env.office === "cdn" ? "cdn" : "local";
  return [
    {
      ...web,
      name: "pane",
      // Source maps are for developers: they would double what is put on a server.
      ...(env.release ? { devtool: false } : {}),
      entry: { volet: from("src/taskpane/main.tsx") },
      module: { rules: [...common.module.rules, { test: /\.md$/, type: "asset/source" }] },
      plugins: [
        page("src/taskpane", { inject: false, officeJs: OFFICE_JS[office], policy: panePolicy(office) }),
        new NothingOf([
          ...["emulator", "bench", "xlsx", "calculation", "cli"].map((name) => `src/${name}`),
          ...["hucre", "fflate", "@ironcalc", "@microsoft/office-js"].map((name) => `node_modules/${name}`),
        ]),
      ],
    },
    {
      ...web,
      name: "bench",
      entry: { banc: from("src/bench/main.ts") },
      module: {
        rules: [
          ...common.module.rules,
          { test: /\.css$/, type: "asset/resource", generator: { filename: "banc.[contenthash].css" } },
        ],
      },
      plugins: [page("src/bench", {})],
    },
    {
      ...node,
      name: "cli",
      entry: { main: from("src/cli/main.ts"), worker: from("src/cli/worker.ts") },
      // Node compiles at each start what it loads: a check loads nothing of what writes copies, and short names.
      output: { filename: "[name].cjs", chunkFilename: "[name].cjs" },
      optimization: { minimize: true },
    },
    { ...node, name: "detection", entry: { main: from("test/detection/main.ts") } },
    // The other readers run as they are installed, not as webpack would pack them.
    {
      ...node,
      name: "speed",
      entry: { main: from("test/speed/main.ts") },
      externals: { xlsx: "commonjs xlsx", exceljs: "commonjs exceljs", "hucre/xlsx": "import hucre/xlsx" },
    },
  ];
};
