/** The runtime that the pane and the commands share, as `Office.addin` asks for it: shown as a pane, or behind. */
import { textArgument, type HostObject } from "../host-object";
import { Refusal } from "../refusal";
import type { Session } from "../session";

export const RUNTIME_SERVICE = "Microsoft.AppRuntime.AppRuntimeService";

/** `showAsTaskpane` sets "Visible", `hide` sets "Background". */
const IS_SHOWN: Readonly<Record<string, boolean>> = { Visible: true, Background: false };

export function runtimeServiceObject({ showRuntime }: Session): HostObject {
  return {
    type: "AppRuntimeService",
    scalars: {},
    methods: {
      SetAppRuntimeState: (args) => {
        const isShown = IS_SHOWN[textArgument(args, 0)];
        if (isShown === undefined) throw new Refusal("InvalidArgument", "No such state of a runtime.");
        // As Excel does for an add-in whose manifest has no shared runtime.
        if (!showRuntime) throw new Refusal("SharedRuntimeNotAvailable", "This host has no shared runtime.");
        showRuntime(isShown);
        return null;
      },
    },
  };
}
