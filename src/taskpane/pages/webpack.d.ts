/** What webpack adds to modules, as far as it is used here. */
interface ImportMeta {
  webpackContext(
    folder: string,
    options: { readonly recursive: boolean; readonly regExp: RegExp },
  ): { (path: string): unknown; keys(): string[] };
}
