import { startDesk } from '../running-desk';

/*
 * A desk that its test kills: serves the database given on the port given, may call the hosts given,
 * prints where it is and a token that may read and one that may do all, and stays.
 */
const [path = '', port = '0', ...outgoingAllow] = process.argv.slice(2);

const desk = await startDesk({ path, port: Number(port), outgoingAllow });
process.stdout.write(`${JSON.stringify({ port: desk.port, tokens: desk.tokens })}\n`);
