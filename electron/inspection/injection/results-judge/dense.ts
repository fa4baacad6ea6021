import type { Sentence } from '../lex.ts';
import type { Concept } from './concepts.ts';
import { bitOf } from './concepts.ts';

// The concepts in scripts without spaces: Chinese and Japanese, and the commonest Korean ones. What a word is is not
// known there, so the judge looks for the characters themselves.

const DENSE: readonly (readonly [Concept, RegExp])[] = [
  [
    'ai',
    /AI|人工智能|人工知能|模型|モデル|アシスタント|エージェント|智能体|助手|机器人|機械|ロボット|ボット|어시스턴트|에이전트|인공지능/,
  ],
  ['user', /用户|用戶|使用者|ユーザー|利用者|主人|客户|お客|사용자/],
  ['you', /你|您|あなた|당신/],
  ['me', /我|私は|私の|当社|弊社/],
  ['override', /忽略|无视|無視|忘记|忘れ|作废|覆盖|不再|解除|跳过|停止|破棄|取り消|무시/],
  ['rule', /指令|指示|规则|ルール|命令|提示词|プロンプト|限制|制限|要求|规定|지시|명령/],
  ['earlier', /之前|以前|先前|此前|これまで|上述|以上|上一个|前の|すべて|所有|全部|全て|이전|모든/],
  ['task', /任务|任務|タスク|依頼|请求|对话|会話|作业|工作/],
  ['done', /完成|完了|结束|終了|失败|エラー|错误|できません|期限切れ/],
  ['fresh', /新的|新しい|新命|新任|现在|今から|次の|接下来|代わりに|改为|然后|その後|続けて|下一/],
  ['must', /必须|必須|必ず|需要|应该|应当|せよ|しなければ|すること|しろ|强制|务必|하세요/],
  [
    'send',
    /发送|转发|转给|发给|送信|転送|送れ|送って|上传|アップロード|提交|分享|共有|公开|公開|寄到|发到|发短信|보내|전송/,
  ],
  ['take', /读取|讀取|读出|打开|搜索|查找|検索|開い|開き|読み|取得|列出|导出|収集|找到|取り出|复制|コピー/],
  ['destroy', /删除|清空|削除|消去|取消|キャンセル|抹除|삭제/],
  ['run', /执行|運行|运行|実行|调用|呼び出|使用|安装|インストール|下载|ダウンロード|启动|起動|실행/],
  [
    'money',
    /付款|支付|转账|转到|振り?込|下单|购买|購入|账户|账号|口座|银行|銀行|信用卡|カード|汇款|收款|送金/,
  ],
  ['change', /修改|变更|変更|改成|关闭|オフ|批准|承認|添加|追加|授予|开启|设置|替换|置き換/],
  ['secret', /密码|パスワード|私钥|密钥|秘密鍵|令牌|トークン|验证码|認証|凭据|暗証|비밀번호/],
  [
    'private',
    /收件箱|受信箱|邮箱|联系人|連絡先|通讯录|日历|カレンダー|文件|ファイル|照片|写真|账单|請求書|记录|历史|履歴|电话|電話|氏名|名前|住所/,
  ],
  ['talk', /对话|会話|聊天|プロンプト|提示词|上下文|记忆|チャット/],
  ['sink', /网址|链接|リンク|公开|公開|https?:|邮箱|アドレス/],
  [
    'hush',
    /不要告诉|不得询问|别告诉|勿告知|不得告知|不要提|悄悄|偷偷|不准留下|报告しない|報告しない|知らせない|知らせず|無断|確認は不要|不要确认|无需确认|不必确认|こっそり|言わない|伝えない|말하지/,
  ],
  ['not', /不|勿|别|ない|なく|せず|禁止/],
  ['tell', /告诉|告知|通知|知らせ|報告|询问|確認|确认|提及|伝え/],
  ['say', /回答|回复|输出|出力|表示|显示|答え|返信|述べ|打印|写上|加上|附上/],
  ['authority', /管理员|管理者|系统|システム|开发者|開発者|授权|承認済|批准|运营|관리자/],
  ['urgent', /立即|马上|直ちに|緊急|紧急|すぐ|否则|でないと|最高优先|立刻/],
  ['tool', /工具|ツール|函数|関数|API|ターミナル|终端/],
  ['role', /模式|モード|扮演|没有任何限制|制限なし|角色|として振る舞/],
  ['about', /攻击|攻撃|注入|インジェクション|漏洞|脆弱|恶意|悪意|检测|検知|防御|対策|诈骗|詐欺|공격/],
  ['cited', /例如|例えば|比如|例として|という|所谓|と書かれ|写着/],
  ['when', /如果|若|场合|場合|もし|之前|的时候/],
  ['please', /请|ください|お願い|麻烦|ご遠慮/],
  ['heed', /注意|通知|お知らせ|警告|重要|提示|致|宛|へ[:\uff1a]|备注|備考/],
  ['reading', /阅读|读到|読んでいる|読む|処理|总结|要約|整理|分析|扱う/],
  ['thing', /本页|页面|このページ|このメール|邮件|文档|本文|書類|このファイル/],
  ['rank', /最高|第一|推荐|推奨|评分|評価|优先|高く|満点|首选|最適/],
];

const NAMES =
  /AI|助手|智能体|模型|机器人|アシスタント|エージェント|モデル|ボット|用户|用戶|ユーザー|利用者|主人|系统|システム|어시스턴트|에이전트/;

/** Whether a sentence of such a script names a model, the person whom one works for, or the system. */
export function namesReaderDensely({ text, start, end }: Sentence): boolean {
  return NAMES.test(text.slice(start, Math.min(end, start + 2400)));
}

const HAS = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** Adds the concepts of a stretch of such a script to both halves; nothing for other scripts. */
export function addDense(text: string, into: Int32Array): boolean {
  if (!HAS.test(text)) return false;
  for (const [name, shape] of DENSE) {
    if (!shape.test(text)) continue;
    const bit = bitOf(name);
    if (bit < 32) into[0] = (into[0] as number) | (1 << bit);
    else into[1] = (into[1] as number) | (1 << (bit - 32));
  }
  return true;
}
