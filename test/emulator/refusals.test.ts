import { setUp } from "./set-up";

function sheetOf(book: Excel.Workbook): Excel.Worksheet {
  return book.worksheets.getItem("Plan 2025");
}

describe("l'hôte émulé refuse comme Excel", () => {
  const refused = (use: (context: Excel.RequestContext) => void) => {
    const { Excel } = setUp();
    return Excel.run(async (context) => {
      use(context);
      await context.sync();
    });
  };

  test.each<[string, string, (context: Excel.RequestContext) => void]>([
    ["une feuille absente", "ItemNotFound", ({ workbook }) => workbook.worksheets.getItem("Absente").load("name")],
    [
      "une adresse illisible",
      "InvalidArgument",
      ({ workbook }) => sheetOf(workbook).getRange("pas une adresse").load("values"),
    ],
    [
      "une taille qui diffère",
      "InvalidArgument",
      ({ workbook }) => void (sheetOf(workbook).getRange("A1:B2").values = [[1]]),
    ],
    [
      "un nombre de lignes qui diffère",
      "InvalidArgument",
      ({ workbook }) => void (sheetOf(workbook).getRange("A1:B2").values = [[1, 2]]),
    ],
    [
      "une feuille protégée",
      "AccessDenied",
      ({ workbook }) => void (workbook.worksheets.getItem("Protégée").getRange("A1").values = [[1]]),
    ],
    [
      "une feuille masquée à activer",
      "InvalidOperation",
      ({ workbook }) => workbook.worksheets.getItem("Masquée").activate(),
    ],
    [
      "un mode de calcul inconnu",
      "InvalidArgument",
      ({ workbook }) => void (workbook.application.calculationMode = "Jamais" as never),
    ],
    [
      "un objet absent dont on se sert",
      "InvalidObjectPath",
      ({ workbook }) => workbook.worksheets.getItemOrNullObject("Absente").activate(),
    ],
  ])("%s : %s", async (_what, code, use) => {
    await expect(refused(use)).rejects.toMatchObject({ code });
  });

  test.each<[string, (context: Excel.RequestContext) => void]>([
    ["une collection", ({ workbook }) => workbook.comments.load("items")],
    ["une propriété", ({ workbook }) => sheetOf(workbook).load("tabColor")],
    ["un objet lié", ({ workbook }) => sheetOf(workbook).getRange("A1").format.load("wrapText")],
    ["une méthode", ({ workbook }) => sheetOf(workbook).calculate(true)],
    ["une méthode qui rend un objet", ({ workbook }) => sheetOf(workbook).getRange("A1").getCell(0, 0).load("values")],
    ["une propriété à écrire", ({ workbook }) => void (sheetOf(workbook).visibility = "Hidden")],
    ["un autre évènement", ({ workbook }) => void workbook.worksheets.onActivated.add(async () => undefined)],
  ])("ce qui n'est pas émulé n'est jamais muet : %s", async (_what, use) => {
    await expect(refused(use)).rejects.toMatchObject({ code: "ApiNotFound" });
  });

  test("une requête et une réponse trop lourdes", async () => {
    const { Excel, host } = setUp({ limits: { requestBytes: 2000, responseBytes: 1000 } });
    const run = (address: string, text: string | null) =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem("Vide").getRange(address);
        if (text === null) range.load("values");
        else range.values = [[text]];
        await context.sync();
      });
    await expect(run("A1", "x".repeat(3000))).rejects.toMatchObject({ code: "RequestPayloadSizeLimitExceeded" });
    await expect(run("A1:Z100", null)).rejects.toMatchObject({ code: "ResponsePayloadSizeLimitExceeded" });
    await run("A1", "ok");
    expect(host.statistics.failures).toBe(2);
  });

  test("une plage de trop de cellules a des valeurs nulles, sans erreur", async () => {
    const { Excel } = setUp({ limits: { cellsPerRange: 5 } });
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Vide").getRange("A1:B3");
      range.load("values,cellCount");
      await context.sync();
      expect(range.values).toBeNull();
      expect(range.cellCount).toBe(6);
    });
  });

  test("une saisie en cours refuse tout, jusqu'à sa fin", async () => {
    const { Excel, host } = setUp();
    const read = () => Excel.run(async (context) => context.workbook.load("name"));
    host.isEditingCell = true;
    await expect(read()).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
    host.isEditingCell = false;
    await read();
  });

  test("une panne vient au lot demandé, une fois", async () => {
    const { Excel, host } = setUp();
    host.failBatch(2, "GeneralException");
    await Excel.run(async (context) => {
      context.workbook.load("name");
      await context.sync();
      context.workbook.load("name");
      await expect(context.sync()).rejects.toMatchObject({ code: "GeneralException" });
      context.workbook.load("name");
      await context.sync();
      expect(context.workbook.name).toBe("Bilan 2024.xlsx");
    });
  });

  test("ce qui n'est pas un lot reçoit une erreur", async () => {
    const { host } = setUp();
    for (const text of ["rien", "{}", "[]"]) {
      expect(JSON.parse(await host.answer(text))).toMatchObject({ Error: { Code: "GeneralException" } });
    }
  });

  test.each([
    ["Microsoft.InternalService.AddinInternalService", undefined],
    ["Microsoft.ExcelServices.Autre", "ApiNotFound"],
  ])("un service %s que le client demande de lui-même : %s", async (Name, code) => {
    const { host } = setUp();
    const Actions = [{ Id: 1, ActionType: 3, Name: "NotifyActionHandlerReady", ObjectPathId: 2 }];
    const request = { Actions, ObjectPaths: { 2: { Id: 2, ObjectPathType: 2, Name } } };
    const answer: { Error?: { Code: string } } = JSON.parse(await host.answer(JSON.stringify(request)));
    expect(answer.Error?.Code).toBe(code);
  });
});
