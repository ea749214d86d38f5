import { connect } from "node:net";
import { text } from "node:stream/consumers";
import type { Visitor } from "../http-client.ts";

type At = { readonly browser: Visitor; readonly host: string; readonly port: number };

/** A form with a wrong password whose second half is on its way: a request that is being answered. */
export const halfAPost = async ({ browser, host, port }: At, path: string) => {
  await browser.get(path);
  const { fields } = browser.form(path);
  const body = `${new URLSearchParams({ ...fields, userId: "somebody", password: "whatever-1" })}`;
  const cookies = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const socket = connect(port, "127.0.0.1");
  await new Promise((done) => socket.once("connect", done));
  const head = [
    `POST ${path} HTTP/1.1`,
    ...[`Host: ${host}`, `Origin: http://${host}`, `Cookie: ${cookies}`],
    ...["Content-Type: application/x-www-form-urlencoded", `Content-Length: ${body.length}`],
    ...["", ""],
  ];
  await new Promise((done) => socket.write(head.join("\r\n") + body.slice(0, 10), done));
  return {
    /** @returns all that the server answers until it closes the connection */
    finish: () => {
      socket.write(body.slice(10));
      return text(socket);
    },
  };
};
