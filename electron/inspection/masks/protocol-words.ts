/**
 * Keys and constants of the protocol, and of the schemas in it. Whoever hides "text" or "user" means these words in a
 * sentence; an answer without them could not be read at all. As whole strings they say nothing.
 */
const WORDS = new Set(
  `content structuredContent isError _meta type text image audio resource resource_link data mimeType uri blob contents
  messages role user assistant system description annotations audience priority lastModified title name size icons src
  sizes theme light dark completion values total hasMore resultType complete input_required task inputRequests
  inputResponses requestState ttlMs cacheScope private public code message nextCursor cursor method params arguments
  argument ref ref/prompt ref/resource context mode form url elicitationId requestedSchema properties required object
  array string number integer boolean null enum enumNames oneOf anyOf allOf const items default format pattern
  minLength maxLength minimum maximum minItems maxItems email date date-time additionalProperties $schema $ref $defs
  definitions examples maxTokens includeContext none thisServer allServers modelPreferences hints costPriority
  speedPriority intelligencePriority systemPrompt temperature stopSequences stopReason endTurn stopSequence model
  metadata tools toolChoice tool_use tool_result inputSchema outputSchema action accept decline cancel roots level
  logger debug info notice warning error critical alert emergency progress progressToken requestId reason status
  taskId createdAt lastUpdatedAt pollInterval elicitations sampling/createMessage elicitation/create roots/list
  text/plain application/json true false`.split(/\s+/),
);

/** Whether a whole string is a word of the protocol. */
export const isProtocolWord = (text: string): boolean =>
  WORDS.has(text) || text.startsWith('io.modelcontextprotocol/');
