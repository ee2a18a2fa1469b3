/** What the pane gives to each of its tasks that write. */
import type { CodeActivite } from "../../domain/codesActivite";
import type { InteractiveHost } from "../../host/ports";

export interface TaskProps {
  readonly host: InteractiveHost;
  readonly ownCodes: readonly CodeActivite[];
  /** Grows when the settings were written. */
  readonly settingsVersion: number;
  /** Grows when another task of the pane has written. */
  readonly othersWrites: number;
  /** The ribbon asks for a preparation, until it is taken. */
  readonly isAsked: boolean;
  readonly taken: () => void;
  readonly onWritten: () => void;
  readonly check: () => void;
}
