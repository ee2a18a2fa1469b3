/** What is computed from a workbook's picture, in whichever thread: the check, the drafts, the settings it shows. */
import { checkWorkbook } from "../checking/check";
import type { CheckSteps } from "../checking/steps";
import { draftBilan } from "../drafting/bilan";
import { draftPlan } from "../drafting/plan";
import { recognisedReglages } from "../drafting/reglages";
import type { Workbook } from "../workbook/picture";
import type { Job, Result } from "./protocol";

/** Does a job; what it throws is a fault of ours. Only a check has steps: the others go through in one. */
export async function doJob(job: Job, workbook: Workbook, steps: CheckSteps): Promise<Result> {
  switch (job.kind) {
    case "check":
      return { kind: job.kind, value: await checkWorkbook(workbook, job.asked, steps) };
    case "plan":
      return { kind: job.kind, value: draftPlan(workbook, job.asked) };
    case "bilan":
      return { kind: job.kind, value: draftBilan(workbook, job.asked) };
    case "reglages":
      return { kind: job.kind, value: recognisedReglages(workbook) };
  }
}
