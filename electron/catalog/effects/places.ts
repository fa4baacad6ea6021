import type { Place, PlaceKind } from '../../../shared/model/review.ts';
import { isList, isObject, type Json, member, pointerStep, textMember } from '../pins/tree.ts';

const MAX_PLACES = 64;
const MAX_STEPS = 6;
const RELATIONS = new Set(['relations', 'relation', 'edges', 'triples']);
const RELATION_ENDS = new Set(['from', 'to', 'source', 'target']);

/** Last words of argument names, and what they name. */
const BY_NAME: Readonly<Record<PlaceKind, string>> = {
  path: 'path paths file files filename filepath filepaths source_path destination_path dest output_file input_file outfile image_path pathname pathtofile outputpath source destination src',
  folder:
    'dir directory directories folder folders cwd workdir workspace_path root directory_path repo_path repopath project_path projectpath rootdir outputdir',
  url: 'url urls uri href link endpoint webhook callback website webhook_url base_url address_url feed',
  host: 'host hostname domain server ip ip_address ipaddress port_host fqdn nameserver',
  recipient:
    'to cc bcc recipient recipients email emails email_address phone phone_number phonenumber chat_id chatid receiver mailto attendees invitees participants assignee username userid user_id channel channel_id channelid to_address toaddress recipient_address destination_address thread_ts room jid contact number',
  amount: 'amount price total budget cost qty quantity amount_in value_wei lamports fee tip bid sum',
  command:
    'command cmd commands script code sql program executable query_sql statement expression shell args argv cypher javascript function_code',
  container:
    'repo repository owner project project_id projectid workspace workspace_id database database_id databaseid table table_name tablename bucket bucket_id collection calendar calendar_id calendarid board board_id list_id page_id pageid document_id documentid doc_id spreadsheet_id spreadsheetid sheet sheet_name space space_key issue_number issue_key issue_id issueid pull_number branch namespace cluster topic queue key id uuid name task_id taskid note_id event_id eventid folder_id record_id item_id node_id parent_id parentid node entity entityname device device_id tab tab_id selector ref element index schema index_name dashboard site account account_id accountid org organization team team_id environment env project_name title slug layer',
};

const KIND_OF = new Map<string, PlaceKind>();
for (const [kind, names] of Object.entries(BY_NAME) as [PlaceKind, string][])
  for (const name of names.split(' ')) if (!KIND_OF.has(name)) KIND_OF.set(name, kind);

/** Words of an identifier, lower case: `outputPath`, `output-path` and `output_path` are the same two. */
export function nameWords(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** What an argument of this name and schema names, if it names a place. */
export function placeKindOf(name: string, schema: Json | undefined): PlaceKind | undefined {
  const type = member(schema, 'type');
  if (type === 'boolean') return undefined;
  const format = textMember(schema, 'format');
  if (format === 'uri' || format === 'url' || format === 'uri-reference') return 'url';
  if (format === 'email') return 'recipient';
  if (format === 'hostname' || format === 'ipv4' || format === 'ipv6') return 'host';
  const words = nameWords(name);
  const joined = words.join('_');
  const byName =
    KIND_OF.get(joined) ?? KIND_OF.get(words.slice(-2).join('_')) ?? KIND_OF.get(words.at(-1) ?? '');
  const numeric = type === 'number' || type === 'integer';
  if (byName !== undefined) {
    if (numeric && byName !== 'amount' && byName !== 'container' && byName !== 'recipient') return undefined;
    return byName;
  }
  if (numeric) return undefined;
  const says = (textMember(schema, 'description') ?? '').slice(0, 200).toLowerCase();
  if (/\b(?:absolute path|file path|path to|path of)\b/.test(says)) return 'path';
  if (/\b(?:url of|full url|https?:\/\/)/.test(says)) return 'url';
  if (/\bemail address\b/.test(says)) return 'recipient';
  return undefined;
}

/** The argument fields of an input schema that say where a call acts, to six levels and 64 fields. */
export function placesOf(inputSchema: Json | undefined): Place[] {
  const places: Place[] = [];
  const walk = (schema: Json | undefined, pointer: string, steps: number, relation = false): void => {
    if (steps > MAX_STEPS || places.length >= MAX_PLACES || !isObject(schema)) return;
    const properties = member(schema, 'properties');
    if (isObject(properties)) {
      for (const [name, property] of properties) {
        const at = `${pointer}/${pointerStep(name)}`;
        const items = member(property, 'items');
        // The ends of a relation are things in a store; nobody receives anything there.
        const end = relation && RELATION_ENDS.has(name);
        const kind = end ? 'container' : placeKindOf(name, isObject(items) ? items : property);
        const nested = isObject(member(property, 'properties')) || isObject(member(items, 'properties'));
        if (kind !== undefined && !nested && places.length < MAX_PLACES)
          places.push({ pointer: isObject(items) ? `${at}/*` : at, name, kind });
        walk(property, at, steps + 1);
        walk(items, `${at}/*`, steps + 1, RELATIONS.has(name.toLowerCase()));
      }
    }
    for (const key of ['anyOf', 'oneOf', 'allOf']) {
      const choices = member(schema, key);
      if (isList(choices)) for (const choice of choices.slice(0, 16)) walk(choice, pointer, steps + 1);
    }
  };
  walk(inputSchema, '', 0);
  return places;
}
