/** The worker's script: the whole engine, in a thread of its own. It asks nothing of the network and knows no page. */
import type { Reply } from "./protocol";
import { serve } from "./serve";

const post = (reply: Reply): void => self.postMessage(reply);
const receive = serve(post);
self.addEventListener("message", ({ data }: MessageEvent<unknown>) => receive(data));
post({ type: "ready" });
