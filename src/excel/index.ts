export { createExcelHost, type ExcelApi } from "./host";
