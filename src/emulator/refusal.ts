/** The error codes that Excel answers and that this emulated host can answer too. */
export type RefusalCode =
  | "AccessDenied"
  | "ApiNotFound"
  | "GeneralException"
  | "InvalidArgument"
  | "InvalidObjectPath"
  | "InvalidOperation"
  | "InvalidOperationInCellEditMode"
  | "ItemAlreadyExists"
  | "ItemNotFound"
  | "RequestPayloadSizeLimitExceeded"
  | "ResponsePayloadSizeLimitExceeded"
  | "SharedRuntimeNotAvailable";

const HTTP_STATUS: Partial<Record<RefusalCode, number>> = {
  AccessDenied: 403,
  ApiNotFound: 501,
  GeneralException: 500,
  ItemAlreadyExists: 409,
  ItemNotFound: 404,
};

/** What Excel would refuse. Thrown inside the emulated host only; it leaves as the `Error` of a batch answer. */
export class Refusal extends Error {
  readonly httpStatus: number;

  constructor(
    readonly code: RefusalCode,
    message: string,
  ) {
    super(message);
    this.httpStatus = HTTP_STATUS[code] ?? 400;
  }
}

/** A member that this host does not emulate: said loudly, so that nobody takes a silence for an answer of Excel. */
export function notEmulated(member: string): Refusal {
  return new Refusal("ApiNotFound", `${member} is not emulated`);
}
