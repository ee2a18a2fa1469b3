export { createExcelHost, type ExcelApi } from "./host";
export { createBrowserJournal } from "./writing/browserJournal";
export { createMemoryJournal, type Journal, type JournalEntry } from "./writing/journal";
