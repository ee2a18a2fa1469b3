import { EmulatedWorkbook } from "../../src/emulator";
import { describeHostContract } from "../host/contract";
import { hostOver } from "./host-over";

describeHostContract("Excel émulé", (picture) => hostOver(EmulatedWorkbook.fromPicture(picture)).host);
