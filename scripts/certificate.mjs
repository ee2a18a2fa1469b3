// The bench's own certificate. It enters no trust store: the window that npm start opens trusts this one key.
import { X509Certificate, createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { CACHE } from "./prepare.mjs";

const DAY = 86_400_000;

const FOLDER = path.join(CACHE, "certificate");
export const CERTIFICATE_FILE = path.join(FOLDER, "cert.pem");

/** Key and certificate for localhost, made once, and the key's pin as Chromium's SPKI list wants it. */
export async function ensureCertificate() {
  const [keyFile, certFile] = [path.join(FOLDER, "key.pem"), CERTIFICATE_FILE];
  if (!existsSync(certFile) || Date.parse(new X509Certificate(readFileSync(certFile)).validTo) < Date.now() + DAY) {
    const { default: selfsigned } = await import("selfsigned");
    const pems = await selfsigned.generate([{ name: "commonName", value: "localhost" }], {
      keyType: "ec",
      algorithm: "sha256",
      notAfterDate: new Date(Date.now() + 365 * DAY),
      extensions: [{ name: "subjectAltName", altNames: [{ type: 2, value: "localhost" }] }],
    });
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(keyFile, pems.private, { mode: 0o600 });
    writeFileSync(certFile, pems.cert);
  }
  const [key, cert] = [readFileSync(keyFile), readFileSync(certFile)];
  const spki = new X509Certificate(cert).publicKey.export({ type: "spki", format: "der" });
  return { key, cert, pin: createHash("sha256").update(spki).digest("base64") };
}
