/** What a figure counts: tables of indicators and of persons stand beside those of euros. */
export type Grandeur =
  | "euros"
  | "personnes"
  /** Full-time posts. */
  | "ETP"
  /** Percents: 60 is 60 %. */
  | "pourcentage"
  /** A count whose indicator says what it is of. */
  | "nombre";
