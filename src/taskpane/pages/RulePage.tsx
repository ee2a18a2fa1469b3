/** The page of a rule: what it checks, why, an example, what to do, when it stays silent. */
import { makeStyles } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { PAGE_WORDS } from "../../messages/ongletControler";
import { typographie } from "../../messages/typographie";
import { Bar } from "../Bar";
import { LinkButton } from "../LinkButton";
import { tokens } from "../tokens";
import { useKeys } from "../useKeys";
import { blocksOf, pageOf, type Block, type Inline } from "./markdown";
import { pageText } from "./pages";

const useStyles = makeStyles({
  page: { padding: "0 12px 12px" },
  title: { margin: "8px 0 4px", fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  heading: { margin: "10px 0 2px", fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  text: { margin: "0 0 6px" },
  list: { margin: "0 0 6px", paddingLeft: "18px" },
  // A table may be wider than the pane: it scrolls by itself, and by the arrows when it has the focus.
  scroll: {
    overflowX: "auto",
    marginBottom: "6px",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  table: { borderCollapse: "collapse", fontSize: tokens.fontSizeBase200, overflowWrap: "normal" },
  cell: { padding: "2px 6px", textAlign: "left", border: `1px solid ${tokens.colorNeutralStroke2}` },
});

type Follow = (page: string) => void;

function Words({ inlines, follow }: { readonly inlines: readonly Inline[]; readonly follow: Follow }) {
  return inlines.map((inline, place) => {
    switch (inline.kind) {
      case "text":
        return typographie(inline.text);
      case "strong":
        return <strong key={place}>{typographie(inline.text)}</strong>;
      case "emphasis":
        return <em key={place}>{typographie(inline.text)}</em>;
      case "code":
        return <code key={place}>{inline.text}</code>;
      case "link": {
        const page = pageOf(inline.target);
        // What leads out of the pages stays a text: nothing here opens another site.
        return page === null ? (
          typographie(inline.text)
        ) : (
          <LinkButton key={place} text={inline.text} act={() => follow(page)} />
        );
      }
    }
  });
}

function Part({ block, follow }: { readonly block: Block; readonly follow: Follow }) {
  const styles = useStyles();
  switch (block.kind) {
    case "heading": {
      const Tag = block.level === 1 ? "h2" : "h3";
      return (
        <Tag className={block.level === 1 ? styles.title : styles.heading}>
          <Words inlines={block.inlines} follow={follow} />
        </Tag>
      );
    }
    case "paragraph":
      return (
        <p className={styles.text}>
          <Words inlines={block.inlines} follow={follow} />
        </p>
      );
    case "list": {
      const Tag = block.isOrdered ? "ol" : "ul";
      return (
        <Tag className={styles.list}>
          {block.items.map((inlines, place) => (
            <li key={place}>
              <Words inlines={inlines} follow={follow} />
            </li>
          ))}
        </Tag>
      );
    }
    case "table":
      return (
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className={styles.scroll} role="group" aria-label={PAGE_WORDS.table} tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                {block.header.map((inlines, place) =>
                  // A header that says nothing is none.
                  inlines.length === 0 ? (
                    <td key={place} className={styles.cell} />
                  ) : (
                    <th key={place} scope="col" className={styles.cell}>
                      <Words inlines={inlines} follow={follow} />
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, line) => (
                <tr key={line}>
                  {row.map((inlines, place) => (
                    <td key={place} className={styles.cell}>
                      <Words inlines={inlines} follow={follow} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
  }
}

interface Props {
  readonly rule: string;
  readonly close: () => void;
}

export function RulePage({ rule, close }: Props) {
  const styles = useStyles();
  const page = useRef<HTMLElement>(null);
  const back = useRef<HTMLSpanElement>(null);
  // The pages that were followed, the one in view last: "Retour" goes through them.
  const [trail, setTrail] = useState<readonly string[]>([rule]);
  const current = trail.at(-1) ?? rule;
  const text = pageText(current);
  const leave = () => (trail.length > 1 ? setTrail(trail.slice(0, -1)) : close());
  useKeys(page, { escape: leave });
  useEffect(() => {
    back.current?.querySelector("button")?.focus({ preventScroll: true });
    void page.current?.scrollIntoView({ block: "start" });
  }, [current]);
  return (
    <section ref={page} aria-label={PAGE_WORDS.name}>
      <Bar hold={back} back={leave} middle={PAGE_WORDS.name} />
      <div className={styles.page}>
        {text === null ? (
          <p className={styles.text}>{PAGE_WORDS.missing}</p>
        ) : (
          blocksOf(text).map((block, place) => (
            <Part key={`${current} ${place}`} block={block} follow={(name) => setTrail([...trail, name])} />
          ))
        )}
      </div>
    </section>
  );
}
