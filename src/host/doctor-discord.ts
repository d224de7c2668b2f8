/** What the doctor looks at in Discord: the way there, the clock, the token, the application, its commands, its starts. */
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { commands, messageCommands } from '../commands/index.ts';
import { inviteUrlOf } from '../discord/bot.ts';
import { desiredLibraryCommands } from '../discord/library/registration.ts';
import { type AnyCommand, desiredCommands, desiredMessageCommands, differences } from '../discord/register.ts';
import { type AskDiscord, createAsk, type DiscordReply } from './discord-api.ts';
import { type Finding, ok, passedOver, wrong } from './finding.ts';
import { counted, sentenceOf } from './program.ts';

export interface DiscordOptions {
  /** Null: only what needs none is looked at. */
  readonly token: string | null;
  readonly restUrl: string;
  readonly allowsUrls: boolean;
}

export async function discordFindings({ allowsUrls, restUrl, token }: DiscordOptions): Promise<readonly Finding[]> {
  const host = new URL(restUrl).hostname.replace(/^\[|\]$/g, '');
  let asked: number;
  let reply: DiscordReply;
  try {
    if (isIP(host) === 0) await lookup(host);
    asked = Date.now();
    reply = await createAsk(restUrl, null)('/gateway');
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : sentenceOf(error);
    const remedy = 'check this machine’s network, its name server, and its firewall (outgoing port 443)';
    return [wrong('network', `${host} can’t be reached: ${why}`, remedy), ...withoutDiscord(token)];
  }
  const url = fieldsOf(reply)['url'];
  if (typeof url !== 'string' || !URL.canParse(url))
    return [wrong('network', ...notAsDiscord(reply)), ...withoutDiscord(token)];
  const findings = [ok('network', `${host} answers`), clockFinding(reply.date, (asked + Date.now()) / 2)];
  findings.push(await gatewayFinding(url));
  if (token === null) return [...findings, noToken];
  return [...findings, ...(await tokenFindings(createAsk(restUrl, token), allowsUrls))];
}

const noToken = passedOver(
  'token',
  'none is set; the application, its commands and its starts were not looked at. docs/HOSTING.md says how to get one',
);

/** What can be told while Discord doesn't answer. */
function withoutDiscord(token: string | null): readonly Finding[] {
  const unseen = ['clock', 'gateway'].map((about) => passedOver(about, 'can’t be looked at without Discord'));
  return [...unseen, token === null ? noToken : formFinding(token)];
}

/** The application's id in base64, when it was made, and a signature (docs, reference: authentication). */
const tokenForm = /^(?<id>[\w-]{20,})\.[\w-]{5,}\.[\w-]{25,}$/;

function formFinding(token: string): Finding {
  const id = Buffer.from(tokenForm.exec(token)?.groups?.['id'] ?? '', 'base64url').toString('latin1');
  if (/^\d{17,20}$/.test(id))
    return passedOver('token', `has the form of one, for application ${id}; whether Discord accepts it can’t be told`);
  const remedy = 'in the developer portal: your application → Bot → Reset Token, Copy; paste all of it';
  return wrong('token', 'has not the form of a bot’s token', remedy);
}

/** Discord tells its clock to the second; a machine that keeps time is within one or two. */
const skewMaxMs = 5_000;

function clockFinding(theirs: number | null, ours: number): Finding {
  if (theirs === null) return passedOver('clock', 'Discord didn’t say what time it is');
  const seconds = Math.round((ours - theirs) / 1_000);
  if (Math.abs(ours - theirs) <= skewMaxMs) return ok('clock', 'agrees with Discord’s');
  const text = `${counted(Math.abs(seconds), 'second')} ${seconds > 0 ? 'fast' : 'slow'} by Discord’s`;
  return wrong('clock', text, 'let the system keep it right: timedatectl set-ntp true');
}

const helloMs = 10_000;
const helloOpcode = 10;

/** Discord greets whoever connects, before anybody says who they are: it costs none of the day's starts. */
async function gatewayFinding(url: string): Promise<Finding> {
  const { promise, resolve } = Promise.withResolvers<string | null>();
  const socket = new WebSocket(`${url}?v=10&encoding=json`);
  const late = setTimeout(() => resolve(`no greeting within ${helloMs / 1_000} s`), helloMs);
  socket.addEventListener('message', ({ data }) => resolve(isHello(data) ? null : 'the greeting is not Discord’s'));
  socket.addEventListener('error', () => resolve('the connection failed'));
  socket.addEventListener('close', ({ code }) => resolve(`closed with code ${code}`));
  const fault = await promise;
  clearTimeout(late);
  socket.close();
  if (fault === null) return ok('gateway', `${new URL(url).hostname} greets`);
  const remedy = 'let WebSocket connections out through firewall and proxy';
  return wrong('gateway', `${new URL(url).hostname}: ${fault}`, remedy);
}

function isHello(data: unknown): boolean {
  try {
    return (JSON.parse(String(data)) as { op?: unknown }).op === helloOpcode;
  } catch {
    return false;
  }
}

async function tokenFindings(ask: AskDiscord, allowsUrls: boolean): Promise<readonly Finding[]> {
  try {
    const user = await ask('/users/@me');
    if (user.status === 401) {
      const remedy =
        'in the developer portal: your application → Bot → Reset Token; put the new one into DISCORD_TOKEN';
      return [wrong('token', 'Discord does not accept it; what needs it was not looked at', remedy)];
    }
    const { id, username } = fieldsOf(user);
    if (typeof id !== 'string') return [wrong('token', ...notAsDiscord(user))];
    const application = await ask('/applications/@me');
    const applicationId = fieldsOf(application)['id'];
    if (typeof applicationId !== 'string') return [wrong('application', ...notAsDiscord(application))];
    const commandsPath = `/applications/${applicationId}/commands?with_localizations=true`;
    return [
      ok('token', `accepted, for ${username}`),
      ...applicationFindings(applicationId, fieldsOf(application)),
      commandsFinding(await ask(commandsPath), allowsUrls),
      startsFinding(await ask('/gateway/bot')),
    ];
  } catch (error) {
    return [wrong('token', `Discord stopped answering: ${sentenceOf(error)}`, 'try again in a minute')];
  }
}

/** Presences, members, content of messages, and each as bots in few servers have it (docs, resources/application). */
const privilegedFlags = (1 << 12) | (1 << 13) | (1 << 14) | (1 << 15) | (1 << 18) | (1 << 19);
/** Of `integration_types_config`: into servers. */
const guildInstall = '0';

function applicationFindings(id: string, application: Fields): readonly Finding[] {
  const about = 'application';
  const page = `https://discord.com/developers/applications/${id}`;
  const findings: Finding[] = [];
  const endpoint = application['interactions_endpoint_url'];
  if (typeof endpoint === 'string' && endpoint !== '')
    findings.push(
      wrong(
        about,
        'questions go to an address on the web, not to this bot',
        `empty Interactions Endpoint URL at ${page}/information`,
      ),
    );
  if (application['bot_require_code_grant'] === true)
    findings.push(wrong(about, 'nobody can invite it', `turn off Requires OAuth2 Code Grant at ${page}/bot`));
  const installs = application['integration_types_config'];
  if (isFields(installs) && !(guildInstall in installs))
    findings.push(wrong(about, 'it can’t be added to servers', `turn on Guild Install at ${page}/installation`));
  if (findings.length === 0) {
    const servers = Number(application['approximate_guild_count'] ?? 0);
    const who = application['bot_public'] === true ? 'anyone can invite it' : 'only you can invite it';
    findings.push(ok(about, `in ${counted(servers, 'server')}; ${who}, at ${inviteUrlOf(id)}`));
  }
  const isPrivileged = (Number(application['flags'] ?? 0) & privilegedFlags) !== 0;
  const intents = isPrivileged
    ? 'privileged intents are on and not used; you can turn them off'
    : 'no privileged intent';
  return [...findings, ok('permissions', `none is needed; ${intents}`)];
}

function commandsFinding(reply: DiscordReply, allowsUrls: boolean): Finding {
  const about = 'commands';
  if (!Array.isArray(reply.body)) return wrong(about, ...notAsDiscord(reply));
  const desired = [
    ...desiredCommands(commands),
    ...desiredMessageCommands(messageCommands),
    ...desiredLibraryCommands({ isKept: true, allowsUrls }),
  ];
  const changed = differences(desired, reply.body as readonly AnyCommand[]);
  if (changed.length === 0) return ok(about, `all ${desired.length} are registered as they are`);
  const remedy = 'start the bot: it registers them by itself';
  if (reply.body.length === 0) return wrong(about, 'none is registered yet', remedy);
  return wrong(about, `${changed.map((name) => `/${name}`).join(', ')} differ from what is registered`, remedy);
}

/** Of a day's starts. The bot itself keeps the last tenth for whoever mends what is broken. */
const startsShareMin = 0.2;

function startsFinding(reply: DiscordReply): Finding {
  const about = 'starts';
  const limit = fieldsOf(reply)['session_start_limit'];
  if (!isFields(limit)) return wrong(about, ...notAsDiscord(reply));
  const [total, remaining, resetMs] = ['total', 'remaining', 'reset_after'].map((name) => Number(limit[name])) as [
    number,
    number,
    number,
  ];
  const hours = resetMs / 3_600_000;
  const when = resetMs > 0 ? `; counted anew in ${hours.toLocaleString('en', { maximumFractionDigits: 1 })} h` : '';
  const text = `Discord allows ${remaining} more of ${total} today${when}`;
  if (remaining > total * startsShareMin) return ok(about, text);
  return wrong(about, `only few are left: ${text}`, 'stop the bot, and find in its log why it starts so often');
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const fieldsOf = ({ body, status }: DiscordReply): Fields => (status === 200 && isFields(body) ? body : {});

function notAsDiscord({ status }: DiscordReply): [string, string] {
  if (status >= 500)
    return [`Discord answers ${status}`, 'try again later; https://discordstatus.com tells what is known'];
  if (status === 429) return ['Discord asks for patience (429)', 'try again in a minute'];
  return [`the answer (${status}) is not Discord’s`, 'check DISCORD_API and any proxy on the way'];
}
