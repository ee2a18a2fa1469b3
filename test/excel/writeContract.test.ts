import { EmulatedWorkbook } from "../../src/emulator";
import { describeWriteContract } from "../host/writeContract";
import { hostOver } from "./host-over";

describeWriteContract("Excel émulé", (picture) => hostOver(EmulatedWorkbook.fromPicture(picture)).host);
