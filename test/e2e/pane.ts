/** What the tests of the findings do in the pane. */
import type { Desk } from "./bench";

export const button = ({ pane }: Desk, name: string | RegExp) => pane.getByRole("button", { name });
export const article = ({ pane }: Desk) => pane.getByRole("article");
export const lines = ({ pane }: Desk) => pane.locator("[data-cell]");
export const focused = ({ pane }: Desk) => pane.locator(":focus");
export const cellOf = ({ page }: Desk, address: string) => page.locator(`[data-address="${address}"]`);
export const said = ({ pane }: Desk, text: string | RegExp) => pane.getByText(text).first().waitFor();

export async function press({ page }: Desk, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Types in a cell of the grid, as an officer does. */
export async function typeIn(desk: Desk, address: string, text: string): Promise<void> {
  await cellOf(desk, address).dblclick();
  await press(desk, "Control+A");
  await desk.page.keyboard.type(text);
  await press(desk, "Enter");
}
