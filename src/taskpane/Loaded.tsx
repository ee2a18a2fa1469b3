/** A part of the pane that is loaded when it is first opened: while it comes, and when it does not. */
import { Button, makeStyles } from "@fluentui/react-components";
import { Component, Suspense, type ReactNode } from "react";
import { RELOAD } from "../messages/pages";

const useStyles = makeStyles({
  part: { padding: "12px", display: "flex", flexDirection: "column", alignItems: "flex-start", gap: "8px" },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

function Missing({ retry }: { readonly retry: () => void }) {
  const styles = useStyles();
  return (
    <div role="alert" className={styles.part}>
      Cette partie du volet ne se charge pas&nbsp;: vérifiez l’accès du poste au serveur du complément, puis rechargez
      le volet.
      <span className={styles.actions}>
        <Button size="small" onClick={() => location.reload()}>
          {RELOAD}
        </Button>
        <Button size="small" appearance="subtle" onClick={retry}>
          Fermer
        </Button>
      </span>
    </div>
  );
}

function Coming() {
  return <div className={useStyles().part}>Ouverture…</div>;
}

interface Props {
  readonly children: ReactNode;
  /** Leaves the part that did not come. */
  readonly leave: () => void;
}

export class Loaded extends Component<Props, { readonly isMissing: boolean }> {
  override state = { isMissing: false };

  static getDerivedStateFromError(): { readonly isMissing: boolean } {
    return { isMissing: true };
  }

  override componentDidCatch(cause: unknown): void {
    // The sentence is for the officer; the cause is for whoever opens the console.
    console.error(cause);
  }

  override render(): ReactNode {
    if (this.state.isMissing) return <Missing retry={this.props.leave} />;
    return <Suspense fallback={<Coming />}>{this.props.children}</Suspense>;
  }
}
