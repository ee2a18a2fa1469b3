/** Codes activité that officers add to the convention's: JSON, checked at the door. */
import { readCode, type CodeActivite } from "./codesActivite";

const EXAMPLE = '[{"code": "030450232701", "label": "…", "from": 2024, "to": 2024}]';

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function codeOf(value: unknown): CodeActivite | null {
  if (!isRecord(value)) return null;
  const { code, label, from, to } = value;
  if (typeof code !== "string" || typeof label !== "string") return null;
  if (typeof from !== "number" || typeof to !== "number" || from > to) return null;
  const read = readCode(code);
  if (read.kind !== "valid") return null;
  const { programme, action, sousAction } = read.decoded;
  return {
    code: read.decoded.code,
    label,
    programme: programme === "304" ? "304" : "102",
    action: action ?? "02",
    sousAction,
    blocs: [],
    span: { from, to },
    source: { article: "Code ajouté par vos soins", lines: [] },
    isOwn: true,
  };
}

/** The codes of a JSON text, or one French sentence that says what is wrong with it. `name` is the file's, for people. */
export function parseOwnCodes(text: string, name: string): readonly CodeActivite[] | { readonly problem: string } {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { problem: `Le fichier de codes ${name} ne se lit pas. Il doit contenir par exemple : ${EXAMPLE}` };
  }
  const codes = Array.isArray(content) ? content.map(codeOf) : [null];
  const wrong = codes.findIndex((code) => code === null);
  if (wrong !== -1) {
    return { problem: `Le code n° ${wrong + 1} de ${name} est incomplet ou mal formé. Exemple : ${EXAMPLE}` };
  }
  return codes.filter((code) => code !== null);
}
