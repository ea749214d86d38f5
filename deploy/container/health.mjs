// Whether the process of this container lives; slim images have no curl.
const answer = await fetch(`http://127.0.0.1:${process.env.OPS_PORT}/healthz`);
process.exit(answer.ok ? 0 : 1);
