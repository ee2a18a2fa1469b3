/** What Excel could not do, in a sentence that says what to do. The region stays, so that it is announced. */
import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { typographie } from "../messages/typographie";

export function Trouble({ sentence }: { readonly sentence: string | null }) {
  return (
    <div role="alert">
      {sentence !== null && (
        <MessageBar intent="warning" layout="multiline" role="presentation">
          <MessageBarBody>{typographie(sentence)}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
