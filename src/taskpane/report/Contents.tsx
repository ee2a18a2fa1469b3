/** What a report holds, and the same report as files. */
import { Button, makeStyles } from "@fluentui/react-components";
import { ONGLET_RAPPORT } from "../../messages/ongletRapport";
import { typographie } from "../../messages/typographie";
import { rapportCsv, rapportFileName } from "../../reporting/csv";
import { rapportHtml } from "../../reporting/html";
import type { Rapport } from "../../reporting/rapport";
import { giveFile } from "../giveFile";
import { tokens } from "../tokens";

const useStyles = makeStyles({
  part: { padding: "0 12px 8px", display: "flex", flexDirection: "column", gap: "6px" },
  verdict: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  files: { display: "flex", flexWrap: "wrap", gap: "4px 8px" },
  list: { margin: 0, padding: "0 0 0 18px" },
});

export function Contents({ rapport }: { readonly rapport: Rapport }) {
  const styles = useStyles();
  const { verdict, sections } = rapport;
  return (
    <div className={styles.part}>
      <div className={styles.files}>
        <Button
          size="small"
          onClick={() => giveFile(rapportFileName("html"), rapportHtml(rapport), "text/html;charset=utf-8")}
        >
          {ONGLET_RAPPORT.html}
        </Button>
        <Button
          size="small"
          onClick={() => giveFile(rapportFileName("csv"), rapportCsv(rapport), "text/csv;charset=utf-8")}
        >
          {ONGLET_RAPPORT.csv}
        </Button>
      </div>
      <p className={styles.verdict}>{typographie(verdict)}</p>
      <ul className={styles.list} aria-label={ONGLET_RAPPORT.contenu}>
        {sections.map(({ heading }) => (
          <li key={heading}>{heading}</li>
        ))}
      </ul>
    </div>
  );
}
