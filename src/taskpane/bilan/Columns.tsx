/** What each column of the officer's table is for, to be corrected by hand: one list a column, folded where all is known. */
import { Button, makeStyles } from "@fluentui/react-components";
import { useId, useState } from "react";
import { isRole, ROLES_DE_COLONNE } from "../../domain/colonnesDeBilan";
import type { BilanDraft, ModeleDuBilan } from "../../drafting/bilanDraft";
import {
  AUCUN_ROLE,
  COLONNES_SENTENCES,
  colonneLaissee,
  colonnesReconnues,
  LIBELLE_DE_ROLE,
  tableauCandidat,
  TITRE_OU_AUTRE,
} from "../../messages/colonnesDeBilan";
import { columnLetters } from "../../workbook/address";
import { useFieldLook } from "../fieldLook";
import { useHiddenStyle } from "../hidden";
import { tokens } from "../tokens";
import { Trouble } from "../Trouble";
import { colonnesAvec, estInconnue, tableauDe } from "./colonnes";
import type { Colonnes } from "./useColonnes";

const useStyles = makeStyles({
  part: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  summary: {
    padding: "5px 12px",
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  body: { padding: "0 12px 8px", display: "flex", flexDirection: "column", gap: "6px" },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  rows: { display: "flex", flexDirection: "column", gap: "4px" },
  row: {
    display: "grid",
    gridTemplateColumns: "20px minmax(0, 1fr) minmax(0, 172px)",
    columnGap: "6px",
    alignItems: "center",
  },
  letters: { color: tokens.colorNeutralForeground2, fontVariantNumeric: "tabular-nums" },
  label: { display: "contents" },
  actions: { display: "flex", flexWrap: "wrap", gap: "4px 8px" },
});

interface RowProps {
  readonly colonne: ModeleDuBilan["colonnes"][number];
  readonly isBusy: boolean;
  readonly choose: (value: string) => void;
}

function Row({ colonne, isBusy, choose }: RowProps) {
  const styles = useStyles();
  const hidden = useHiddenStyle();
  const look = useFieldLook();
  const id = useId();
  const { column, header, role, estTitre } = colonne;
  return (
    <div className={styles.row}>
      <label htmlFor={id} className={styles.label}>
        <span className={styles.letters}>
          <span className={hidden}>Colonne </span>
          {columnLetters(column)}
        </span>{" "}
        <span>{header}</span>
      </label>
      <select
        id={id}
        className={look.field}
        value={role ?? ""}
        disabled={isBusy}
        onChange={({ target }) => choose(target.value)}
      >
        <option value="">{estTitre ? TITRE_OU_AUTRE : AUCUN_ROLE}</option>
        {ROLES_DE_COLONNE.map((one) => (
          <option key={one} value={one}>
            {LIBELLE_DE_ROLE[one]}
          </option>
        ))}
      </select>
    </div>
  );
}

interface Props {
  readonly drafted: BilanDraft;
  readonly colonnes: Colonnes;
}

function Rows({ tableau, drafted, colonnes }: Props & { readonly tableau: ModeleDuBilan }) {
  const styles = useStyles();
  const [left, setLeft] = useState("");
  const shown = colonnesAvec(tableau, colonnes.choix);
  const choose = (column: number, value: string) => {
    const role = isRole(value) ? value : null;
    const other = shown.find((one) => role !== null && one.role === role && one.column !== column);
    setLeft(other ? colonneLaissee(columnLetters(other.column), other.header) : "");
    colonnes.choose(drafted, { column, role });
  };
  return (
    <>
      <div role="group" aria-label={`Colonnes de ${tableau.sheet}`} className={styles.rows}>
        {shown.map((colonne) => (
          <Row
            key={colonne.column}
            colonne={colonne}
            isBusy={colonnes.isBusy}
            choose={(value) => choose(colonne.column, value)}
          />
        ))}
      </div>
      <div role="status">{left}</div>
    </>
  );
}

export function Columns({ drafted, colonnes }: Props) {
  const styles = useStyles();
  const { colonnesPerdues } = drafted;
  const tableau = tableauDe(drafted);
  const isLost = colonnesPerdues.length > 0;
  const [isOpen, setOpen] = useState(isLost || drafted.modele?.colonnes.some(estInconnue) === true);
  const forget = isLost && (
    <Button size="small" disabledFocusable={colonnes.isBusy} onClick={() => colonnes.forget(drafted)}>
      {COLONNES_SENTENCES.forget}
    </Button>
  );
  if (!tableau) return forget ? <div className={styles.body}>{forget}</div> : null;
  const known = tableau.colonnes.filter(({ role }) => role !== null).length;
  const all = known + tableau.colonnes.filter(estInconnue).length;
  return (
    <details className={styles.part} open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary tabIndex={0} className={styles.summary}>
        {colonnesReconnues(tableau.sheet, known, all)}
      </summary>
      <div className={styles.body}>
        <p className={styles.text}>{drafted.modele ? COLONNES_SENTENCES.intro : tableauCandidat(tableau.sheet)}</p>
        <Rows tableau={tableau} drafted={drafted} colonnes={colonnes} />
        <Trouble sentence={colonnes.trouble} />
        <div className={styles.actions}>
          <Button
            size="small"
            disabledFocusable={colonnes.isBusy || colonnes.choix.size === 0}
            onClick={() => colonnes.keep(drafted)}
          >
            {COLONNES_SENTENCES.keep}
          </Button>
          {forget}
        </div>
      </div>
    </details>
  );
}
