export function findBrowser(): string | null;
export function browserSwitches(): string[];
