/** The look of the forms in which a task is chosen. */
import { makeStyles } from "@fluentui/react-components";

export const useFormLook = makeStyles({
  form: { padding: "10px 12px 12px", display: "flex", flexDirection: "column", gap: "8px" },
  text: { margin: 0 },
  actions: { display: "flex", flexWrap: "wrap", gap: "4px 8px" },
  pair: { display: "grid", gridTemplateColumns: "1fr 1fr", gap: "8px 12px" },
  // Fluent's options have 8 pixels on each side: too much for this width.
  option: { marginLeft: "-8px" },
});
