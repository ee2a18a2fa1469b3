import { AUCUN_REGLAGE, parseReglages, reglagesJson, type Reglages } from "../../../src/domain/reglages";
import { filledReglages, labelsOf, montantId, readField, valuesOf } from "../../../src/taskpane/settings/fields";
import { INITIAL, fieldView, next, type SettingsEvent, type SettingsState } from "../../../src/taskpane/settings/state";

const RECONNU: Reglages = {
  ...AUCUN_REGLAGE,
  departement: { nom: "Nord", siren: "225900018" },
  annee: 2024,
  notifies: [{ annee: 2024, bloc: "axe-1", montant: "2450000.00" }],
  echeances: [{ id: "emploi-2024-avenant", label: "Avenant", date: "2025-12-31" }],
};

const AXE_1 = montantId(2024, "axe-1");
const AXE_3 = montantId(2024, "axe-3");

function after(state: SettingsState, ...events: SettingsEvent[]): SettingsState {
  return events.reduce(next, state);
}

const ouvert = (kept: Reglages | null, recognised: Reglages | null = RECONNU) =>
  after(INITIAL, { type: "loaded", kept, recognised, trouble: null });

function kept({ values, labels }: SettingsState): Reglages {
  const filled = filledReglages(values, labels);
  if (!filled.ok) throw new Error(Object.values(filled.errors).join());
  return filled.reglages;
}

describe("Les champs des réglages", () => {
  test.each([
    ["8 752 912", "8752912.00", "8\u202F752\u202F912,00\u00A0€"],
    ["8752912,5", "8752912.50", "8\u202F752\u202F912,50\u00A0€"],
    ["8\u202F752\u202F912\u00A0€", "8752912.00", "8\u202F752\u202F912,00\u00A0€"],
    ["135 k€", "135000.00", "135\u202F000,00\u00A0€"],
  ])("le montant « %s » vaut %s et se montre %s", (text, value, shown) => {
    expect(readField(AXE_1, text)).toMatchObject({ kept: value, shown, error: null });
  });

  test("un montant en M€ est pris, et dit à combien près", () => {
    expect(readField(AXE_1, "8,75 M€")).toMatchObject({
      kept: "8750000.00",
      note: expect.stringContaining("5\u202F000\u00A0€ près"),
    });
    expect(readField(AXE_1, "8 750 000").note).toBeNull();
  });

  test.each(["NC", "-", "-5", "beaucoup", "1,234", "1 234 567 890 123 456"])(
    "le montant « %s » est refusé, avec une phrase",
    (text) => {
      const { kept: value, error, shown } = readField(AXE_1, text);
      expect({ value, shown }).toEqual({ value: null, shown: text });
      expect(error).toMatch(/\.$/);
    },
  );

  test.each([
    ["60", "0.6", "60\u00A0%"],
    ["60 %", "0.6", "60\u00A0%"],
    ["33,3333 %", "0.333333", "33,3333\u00A0%"],
    ["100", "1", "100\u00A0%"],
  ])("le taux « %s » vaut %s et se montre %s", (text, value, shown) => {
    expect(readField("avance/2024/volet-3-avance", text)).toMatchObject({ kept: value, shown, error: null });
  });

  test.each(["101", "-1", "0,33333333", "six"])("le taux « %s » est refusé", (text) => {
    expect(readField("execution-faible", text).error).not.toBeNull();
  });

  test("un montant négatif dit pourquoi il est refusé", () => {
    expect(readField(AXE_1, "-5").error).toMatch(/négatif/);
  });

  test("un SIREN se vérifie par sa clé et se montre groupé", () => {
    expect(readField("siren", "225900018")).toMatchObject({ kept: "225900018", shown: "225\u202F900\u202F018" });
    expect(readField("siren", "225 900 019").error).toMatch(/Insee/);
  });

  test("un jour qui n'existe pas est refusé", () => {
    expect(readField("echeance/x", "2025-02-30").error).not.toBeNull();
  });

  test("ce qui est montré se relit sans rien perdre", () => {
    const reglages: Reglages = {
      ...RECONNU,
      notifies: [{ annee: 2025, bloc: "volet-2", montant: "1234567.89" }],
      avances: [{ annee: 2025, versement: "volet-3-avance", taux: "0.333333" }],
      echeances: [{ id: "a/b", label: "Bilan", date: "2025-03-31" }],
      seuils: { executionFaible: "0.8" },
    };
    expect(filledReglages(valuesOf(reglages), labelsOf(reglages))).toEqual({ ok: true, reglages });
    expect(parseReglages(reglagesJson(reglages), "essai.json")).toEqual(reglages);
  });
});

describe("Le formulaire des réglages", () => {
  test("un classeur qui ne garde rien propose ce qu'il montre, et le dit", () => {
    const state = ouvert(null);
    expect(fieldView(state, AXE_1)).toMatchObject({ text: "2\u202F450\u202F000,00\u00A0€", isRecognised: true });
    expect(state.isDirty).toBe(false);
    expect(kept(state)).toMatchObject({ departement: RECONNU.departement, notifies: RECONNU.notifies });
  });

  test("ce qui est gardé reste ; ce que le classeur montre d'autre se reprend sur demande", () => {
    const gardes: Reglages = { ...RECONNU, notifies: [{ annee: 2024, bloc: "axe-1", montant: "2400000.00" }] };
    const state = ouvert({ ...gardes, departement: { nom: null, siren: null } });
    expect(fieldView(state, AXE_1)).toMatchObject({
      text: "2\u202F400\u202F000,00\u00A0€",
      isRecognised: false,
      proposal: "2\u202F450\u202F000,00\u00A0€",
    });
    // Left empty on purpose: proposed, not filled in.
    expect(fieldView(state, "siren")).toMatchObject({ text: "", proposal: "225\u202F900\u202F018" });
    const taken = after(state, { type: "taken", id: AXE_1 });
    expect(kept(taken).notifies).toEqual(RECONNU.notifies);
    expect(taken.isDirty).toBe(true);
  });

  test("un champ quitté se montre comme il a été compris, et garde sa réserve", () => {
    const state = after(ouvert(null), { type: "typed", id: AXE_3, text: "2,7 M€" }, { type: "left", id: AXE_3 });
    const view = fieldView(state, AXE_3);
    expect(view.text).toBe("2\u202F700\u202F000,00\u00A0€");
    expect(view.note).toContain("50\u202F000\u00A0€ près");
    expect(fieldView(after(state, { type: "typed", id: AXE_3, text: "2 698 980" }), AXE_3).note).toBeNull();
  });

  test("une faute se dit à côté du champ, puis s'en va avec elle", () => {
    const wrong = after(ouvert(null), { type: "typed", id: "siren", text: "123" }, { type: "left", id: "siren" });
    expect(fieldView(wrong, "siren").error).toMatch(/SIREN/);
    expect(fieldView(after(wrong, { type: "typed", id: "siren", text: "225900018" }), "siren").error).toBeNull();
  });

  test("un refus mène à l'étape et à l'année du premier champ faux", () => {
    const typed = after(ouvert(null), { type: "typed", id: montantId(2026, "volet-1"), text: "NC" });
    const filled = filledReglages(typed.values, typed.labels);
    const state = filled.ok ? typed : next(typed, { type: "refused", errors: filled.errors });
    expect(state).toMatchObject({ step: "montants", year: 2026, trouble: expect.stringMatching(/^Un champ/) });
  });

  test("choisir l'année de travail montre ses montants", () => {
    expect(after(ouvert(null), { type: "typed", id: "annee", text: "2026" }).year).toBe(2026);
  });

  test("un import remplace tout, et n'est pas encore gardé", () => {
    const reglages: Reglages = { ...AUCUN_REGLAGE, echeances: [{ id: "x", label: "À nous", date: "2027-01-01" }] };
    const state = after(ouvert(RECONNU), { type: "imported", reglages, name: "essai.json" });
    expect(kept(state)).toEqual(reglages);
    expect(state).toMatchObject({ isDirty: true, notice: expect.stringContaining("essai.json") });
  });

  test("enregistrer garde, effacer vide", () => {
    const state = ouvert(null);
    const saved = after(state, { type: "saving" }, { type: "saved", reglages: kept(state) });
    expect(saved).toMatchObject({ status: "ready", isDirty: false, kept: kept(state) });
    expect(fieldView(saved, AXE_1).isRecognised).toBe(false);
    const erased = after(saved, { type: "erasing", isAsked: true }, { type: "erased" });
    expect(erased).toMatchObject({ kept: null, values: {}, isErasing: false });
    expect(fieldView(erased, AXE_1).proposal).toBe("2\u202F450\u202F000,00\u00A0€");
  });

  test("ce qui n'a pas été lu n'est pas remplacé, même après un autre échec", () => {
    const state = after(INITIAL, { type: "unread", sentence: "Non lu." }, { type: "failed", sentence: "Autre." });
    expect(state).toMatchObject({ status: "unread", trouble: "Autre." });
    expect(after(state, { type: "imported", reglages: RECONNU, name: "essai.json" }).status).toBe("ready");
  });
});
