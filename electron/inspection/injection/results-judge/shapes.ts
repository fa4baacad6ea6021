import { BUILD } from './build.ts';

// How a sentence looks: marks, addresses, commands, sums, and the turns of a conversation. Every pattern looks a bounded
// way ahead.

const COMMAND =
  /\b(?:curl|wget|sudo|chmod|useradd|systemctl|kubectl|terraform destroy|drop table|truncate|grant all|os\.system|child_process|powershell|iex|nc -e|ufw|rm -r?f?|git push|force-push|pip install|npm i(?:nstall)?)\b|\|\s?(?:ba|z)?sh\b/i;
const SECRET_PATH =
  /(?:~\/|\/)\.(?:ssh|aws|gnupg|kube|config|cursor|netrc)|\.env\b|\/etc\/(?:passwd|shadow)|\bid_(?:rsa|ed25519)\b|\bprintenv\b|\benv \||\/proc\/self|environment variables|authorized_keys|api keys?\b/i;
const AMOUNT =
  /[$€£¥]\s?\d|\d[\d.,]{0,12}\s?(?:€|eur|usd|euros?|dollars?|pounds?|chf|btc|yen|円|元)\b|\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,8}|\b(?:acct|account|iban|konto|compte|cuenta|conto)\b/i;
const TOOL_NAME = /\b[a-z]{2,}(?:_[a-z]{2,})+\b|\b[a-z]\w+\([^)\n]{0,80}\)|`[^`\n]{3,120}`/;
const TURN =
  /(?:\[|<\/?|<\||\[\/|"role"\s?:\s?"|#{2,4} ?|={3,} ?|-{3,} ?)(?:(?:end of |new )?(?:system|assistant|tool_results?|tool output|sys|inst|im_start|developer|admin)(?: (?:message|prompt|notice|override|directive|note|instructions?|end|start))?|(?:new |hidden |important )?instructions?|response|input|important|next_user_turn|(?<![\w/.]<)(?:user|human)) ?(?:[\]>|:"#=]|\n)|(?:^|[\n"”.!?)\]>] ?)(?:human|assistant|system|nutzer|utilisateur|usuario|usuário|utente|user): |end of (?:document|context|results?|data|input|page)\b|fin du document|fin del resultado|fine del documento|-----begin (?:admin|system|user) message/i;
const FAKE_USER =
  /(?:^|[\n".!?)\]>] ?)(?:user|human|nutzer|usuario|utilisateur|usuário|utente) ?: |(?<![\w/.])<\/?(?:user|human|next_user_turn)[^<>]{0,20}>|next user (?:turn|request|message)\b|\[(?:user|human)\]|用户的新|ユーザーの次/i;
const DENSE_TURN =
  /(?:系统|系統|システム|管理员|管理者)(?:提示|消息|通知|メッセージ|警告)?\s?[:\uff1a]|用户的?新|ユーザーの次/;
const DENSE_YOU =
  /你现在|从现在起|你的(?:指令|规则|任务)|あなたの(?:指示|任務)|今から(?:あなた|君)|これからあなた/;
const DENSE_CALL =
  /(?:AI|助手|智能体|アシスタント|エージェント|机器人|モデル|模型)[^。、,\uff0c\n]{0,8}(?:へ|请|よ|[:\uff1a,\uff0c、]|の方)|(?:给|致|对|對)[^。\n]{0,8}(?:AI|助手|智能体|模型|机器人)|(?:読んでいる|読む|处理|阅读)[^。\n]{0,8}(?:AI|助手|アシスタント|エージェント)/;
const CONCEALED = /<!--|display\s?:\s?none|hidden|font-size\s?:\s?0|\[\/\/\]|color\s?:\s?(?:white|#fff)/i;
const ROLE_SET =
  /(?<!if |unless |whether )\byou(?:'re| are) (?:an? |the )?(?!to\b|now\b|no\b|being\b|required\b|instructed\b|ordered\b|hereby\b|commanded\b|allowed\b)\w+/i;
const ROLE_NEW =
  /\byou(?:'re| are) (?:now|no longer|hereby)\b|\b(?:act|behave|operate|respond|answer) as\b|\breset your\b|\bnew (?:role|instructions?|orders?|task|rules?)\b|\bab (?:sofort|jetzt) (?:bist|handelst)|\bà partir de maintenant|\ba partir de ahora|\bda ora in poi|\ba partir de agora/i;
const COMMENT = /(?:^|\n)\s{0,12}(?:\/\/|#|--|\*|\/\*|<!--|;)[^\n]{0,40}$/;
const ADDRESS = /:\/\/|[\w.]@[\w-]|\b\d{1,3}(?:\.\d{1,3}){3}\b/;

/** What the text of a sentence shows; looked at with a little of what stands before it. */
export function shapesOf(text: string, from: number, shown: string): number {
  const ahead = text.slice(Math.max(0, from - 60), from);
  const around = ahead.slice(-24) + shown;
  let build = 0;
  if (TURN.test(around)) build |= BUILD.turn;
  if (FAKE_USER.test(around)) build |= BUILD.fakeUser;
  if (CONCEALED.test(ahead)) build |= BUILD.concealed;
  if (ADDRESS.test(shown)) build |= BUILD.literal;
  if (COMMAND.test(shown)) build |= BUILD.command;
  if (SECRET_PATH.test(shown)) build |= BUILD.secretPath;
  if (AMOUNT.test(shown)) build |= BUILD.amount;
  if (TOOL_NAME.test(shown)) build |= BUILD.toolName;
  if (ROLE_SET.test(shown)) build |= BUILD.youAre;
  if (ROLE_NEW.test(shown)) build |= BUILD.yourRules;
  if (COMMENT.test(ahead)) build |= BUILD.comment;
  if (text.charCodeAt(from + shown.length) === 63) build |= BUILD.question;
  return build;
}

/** The same for scripts without spaces. */
export function denseShapesOf(shown: string): number {
  let build = 0;
  if (DENSE_CALL.test(shown)) build |= BUILD.toModel;
  if (DENSE_TURN.test(shown)) build |= BUILD.turn;
  if (DENSE_YOU.test(shown)) build |= BUILD.yourRules;
  return build;
}
