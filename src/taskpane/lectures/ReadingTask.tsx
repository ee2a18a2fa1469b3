/** The form in which an officer says how a table is to be read. Loaded when the first one is. */
import { Button, Field, makeStyles } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { AUCUN_GENRE, GENRES_LUS, ROLES_DE_COLONNES } from "../../domain/colonnesLues";
import type { Lecture } from "../../domain/lecture";
import { columnText, genreText, LECTURE_WORDS } from "../../messages/lectures";
import { parseArea, type CellRef } from "../../workbook/address";
import { Bar } from "../Bar";
import { CellButton } from "../CellButton";
import { useFormLook } from "../draft/formLook";
import { useFieldLook } from "../fieldLook";
import { tokens } from "../tokens";
import { useKeys } from "../useKeys";
import { firstFields, lectureOf, ofKind, problemsOf, type Fields, type ReadTable } from "./form";
import type { Lectures } from "./useLectures";

const useStyles = makeStyles({
  columns: {
    margin: 0,
    padding: "0",
    border: "none",
    minWidth: "0",
    display: "flex",
    flexDirection: "column",
    gap: "6px",
  },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
});

interface Props {
  readonly table: ReadTable;
  readonly lectures: Lectures;
  readonly reveal: (cell: CellRef) => void;
  readonly close: () => void;
}

interface Choice {
  readonly value: string;
  readonly text: string;
}

const KINDS: readonly Choice[] = ([...GENRES_LUS, AUCUN_GENRE] as const).map((kind) => ({
  value: kind,
  text: genreText(kind),
}));
const UNITS: readonly Choice[] = [
  { value: "", text: LECTURE_WORDS.asWritten },
  ...["€", "k€", "M€"].map((unit) => ({ value: unit, text: unit })),
];

interface SelectProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly choose: (value: string) => void;
}

function Select({ label, name, value, choices, choose }: SelectProps) {
  const look = useFieldLook();
  return (
    <Field label={label} size="small">
      {(control) => (
        <select
          {...control}
          name={name}
          className={look.field}
          value={value}
          onChange={({ target }) => choose(target.value)}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface FieldsProps {
  readonly table: ReadTable;
  readonly fields: Fields;
  readonly isTried: boolean;
  readonly change: (fields: Fields) => void;
}

function error(isTried: boolean, problem: string | null) {
  return isTried && problem !== null ? { validationMessage: problem, validationState: "error" as const } : {};
}

function Columns({ table, fields, change }: Omit<FieldsProps, "isTried">) {
  const styles = useStyles();
  if (fields.kind === AUCUN_GENRE) return null;
  const roles: readonly Choice[] = [
    { value: "", text: LECTURE_WORDS.notRead },
    ...ROLES_DE_COLONNES[fields.kind].map(({ role, entete }) => ({ value: role, text: entete })),
  ];
  return (
    <fieldset className={styles.columns}>
      <legend className={styles.legend}>{LECTURE_WORDS.columns}</legend>
      {table.reading.columns.map(({ letter, header }, place) => (
        <Select
          key={letter}
          label={columnText(letter, header)}
          name={`column-${letter}`}
          value={fields.roles[place] ?? ""}
          choices={roles}
          choose={(role) =>
            change({ ...fields, roles: fields.roles.map((one, index) => (index === place ? role : one)) })
          }
        />
      ))}
    </fieldset>
  );
}

function FormFields({ table, fields, isTried, change }: FieldsProps) {
  const look = useFieldLook();
  const { year } = problemsOf(fields);
  return (
    <>
      <Select
        label={LECTURE_WORDS.kind}
        name="kind"
        value={fields.kind}
        choices={KINDS}
        choose={(value) => change(ofKind(fields, GENRES_LUS.find((kind) => kind === value) ?? AUCUN_GENRE))}
      />
      {fields.kind !== AUCUN_GENRE && (
        <>
          <Select
            label={LECTURE_WORDS.unit}
            name="unit"
            value={fields.unit}
            choices={UNITS}
            choose={(value) =>
              change({ ...fields, unit: value === "€" || value === "k€" || value === "M€" ? value : "" })
            }
          />
          <Field label={LECTURE_WORDS.year} size="small" {...error(isTried, year)}>
            {(control) => (
              <input
                {...control}
                name="year"
                inputMode="numeric"
                autoComplete="off"
                placeholder={LECTURE_WORDS.asWritten}
                className={look.field}
                value={fields.year}
                onChange={({ target }) => change({ ...fields, year: target.value })}
              />
            )}
          </Field>
        </>
      )}
      <Columns table={table} fields={fields} change={change} />
    </>
  );
}

export function ReadingTask({ table, lectures, reveal, close }: Props) {
  const look = useFormLook();
  const region = useRef<HTMLElement>(null);
  const back = useRef<HTMLSpanElement>(null);
  const [fields, setFields] = useState(() => firstFields(table));
  const [isTried, setTried] = useState(false);
  const { confirmed } = table.reading;
  const area = parseArea(table.range);
  const { columns, year } = problemsOf(fields);
  const leave = () => {
    lectures.forget();
    close();
  };
  useKeys(region, { escape: leave });
  useEffect(() => {
    region.current?.querySelector<HTMLElement>("[name=kind]")?.focus();
  }, []);

  const done = (isKept: Promise<boolean>) => void isKept.then((kept) => kept && close());
  const submit = (lecture: Lecture) => {
    setTried(true);
    if (columns !== null) region.current?.querySelector<HTMLElement>("[name^=column]")?.focus();
    else if (year !== null) region.current?.querySelector<HTMLElement>("[name=year]")?.focus();
    else done(lectures.keep(lecture));
  };

  return (
    <section ref={region} aria-label={LECTURE_WORDS.title}>
      <Bar hold={back} back={leave} middle={LECTURE_WORDS.title} />
      <form
        className={look.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit(lectureOf(table, fields));
        }}
      >
        {area && (
          <p className={look.text}>
            <CellButton cell={{ sheet: table.sheet, row: area.top, column: area.left }} isQualified reveal={reveal} /> (
            {table.range})
          </p>
        )}
        <FormFields table={table} fields={fields} isTried={isTried} change={setFields} />
        <div role="alert">
          {isTried && columns}
          {lectures.problem}
        </div>
        <p className={look.text}>{LECTURE_WORDS.kept}</p>
        <div className={look.actions}>
          <Button appearance="primary" size="small" type="submit">
            {LECTURE_WORDS.save}
          </Button>
          <Button size="small" onClick={leave}>
            {LECTURE_WORDS.cancel}
          </Button>
          {confirmed && (
            <Button size="small" onClick={() => done(lectures.remove(confirmed))}>
              {LECTURE_WORDS.automatic}
            </Button>
          )}
        </div>
      </form>
    </section>
  );
}
