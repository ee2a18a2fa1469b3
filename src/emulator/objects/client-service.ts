/** What office.js itself calls as soon as a pane is ready, without any add-in asking: it only wants to be heard. */
import type { HostObject } from "../host-object";

export const CLIENT_SERVICE = "Microsoft.InternalService.AddinInternalService";

export function clientServiceObject(): HostObject {
  return { type: "AddinInternalService", scalars: {}, methods: { NotifyActionHandlerReady: () => null } };
}
