// npm run trust: makes this user's account trust the bench's certificate, for real Excel. Asks first; --remove undoes it.
import { spawnSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline/promises";
import { CERTIFICATE_FILE, ensureCertificate } from "./certificate.mjs";
import { Trouble, ensureModules, main, say } from "./prepare.mjs";

/** The commands of each system, for the user's own store alone: neither wants an administrator. */
const SYSTEMS = {
  win32: {
    add: () => ["certutil", ["-user", "-addstore", "Root", CERTIFICATE_FILE]],
    remove: (print) => ["certutil", ["-user", "-delstore", "Root", print.replaceAll(":", "")]],
  },
  darwin: {
    add: () => ["security", ["add-trusted-cert", "-r", "trustRoot", "-p", "ssl", "-k", keychain(), CERTIFICATE_FILE]],
    remove: (print) => ["security", ["delete-certificate", "-Z", print.replaceAll(":", ""), "-t", keychain()]],
  },
};

function keychain() {
  return path.join(homedir(), "Library/Keychains/login.keychain-db");
}

async function isAgreed(question) {
  if (!process.stdin.isTTY) throw new Trouble("npm run trust pose une question : lancez-le dans un terminal.");
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`${question} (oui/non) `);
  terminal.close();
  return /^o(?:ui)?$/i.test(answer.trim());
}

await main(async () => {
  ensureModules();
  const system = SYSTEMS[process.platform];
  if (!system) throw new Trouble("Excel n'existe que sous Windows et macOS : npm start suffit ici.");
  const isRemoval = process.argv.includes("--remove");
  if (isRemoval && !existsSync(CERTIFICATE_FILE)) throw new Trouble("Aucun certificat du banc sur cette machine.");
  if (!isRemoval) await ensureCertificate();
  const { fingerprint, validTo } = new X509Certificate(readFileSync(CERTIFICATE_FILE));
  const [command, args] = isRemoval ? system.remove(fingerprint) : system.add();
  say(`Certificat de localhost, fait sur cette machine, valable jusqu'au ${validTo}, empreinte SHA-1 ${fingerprint}.`);
  say(`Commande : ${command} ${args.join(" ")}`);
  const question = isRemoval
    ? "Retirer ce certificat de ceux que votre compte approuve ?"
    : "Faire approuver ce certificat par votre compte, pour charger le complément dans Excel ?";
  if (!(await isAgreed(question))) return say("Rien n'a été changé.");
  const { status } = spawnSync(command, args, { stdio: "inherit" });
  if (status !== 0) throw new Trouble(`${command} n'a pas abouti : rien n'est sûr, relancez npm run trust.`);
  say(isRemoval ? "Le certificat est retiré." : "Le certificat est approuvé. Pour revenir : npm run trust -- --remove");
});
