import { connect } from "node:net";
import { text } from "node:stream/consumers";

const body = "userId=somebody&password=whatever-1";

/** A form whose second half is still on its way: a request that is being answered. */
export const halfAPost = async (port: number, path: string) => {
  const socket = connect(port, "127.0.0.1");
  await new Promise((done) => socket.once("connect", done));
  const head = [
    `POST ${path} HTTP/1.1`,
    ...["Host: localhost:8000", "Content-Type: application/x-www-form-urlencoded"],
    ...[`Content-Length: ${body.length}`, "", ""],
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
