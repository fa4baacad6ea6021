import type { flow as en } from '../en/flow.ts';
import type { Translation } from '../translation.ts';

/** Japanese: where data may flow. */
export const flow = {
  labels: {
    tab: 'データ',
    intro:
      '非公開のデータと第三者の文章を両方読んだ AI アプリが何かを外へ送るときは、その前にあなたに確認します。ここでの選択は、次の呼び出しから有効です。',
    private: {
      label: '応答は非公開の内容',
      hint: 'メール、ファイル、アカウントなど、誰もが知ってよいわけではないもの。',
    },
    untrusted: {
      label: '応答は第三者が書いたもの',
      hint: 'Web ページ、メール、課題、レビューなど。書き込める人は誰でも、AI アプリへの命令を仕込もうとすることができます。',
    },
    public: {
      label: '渡した内容を第三者が読める',
      hint: '公開リポジトリ、掲示板、共有ページ。',
    },
    guessed: 'Doorward の推測です。',
    chosen: 'あなたの選択です。',
    guess: 'Doorward の推測に従う',
    guessOf: 'Doorward の推測に従う：{{label}}',
  },
  marks: {
    heading: '読んだもの',
    none: 'Doorward の起動後、または「新しく始める」を選んだ後、非公開のデータも第三者の文章も読んでいません。',
    one: '読んだのが二つのうち一方だけの間は、外への送信は許可のとおりに通ります。',
    both: '非公開のデータと第三者の文章',
    bothMeans: 'データを外に送りうる呼び出しは、許可では通るものも含めて、あなたに確認します。',
    private: '非公開のデータ',
    untrusted: '第三者の文章',
    show: '表示',
    showOf: '呼び出しを表示：{{server}} の {{tool}}',
    leg: '{{server}} の {{tool}}',
    reset: '新しく始める',
    resetTitle: '新しく始めますか？',
    resetMeans:
      'この AI アプリがこれまでに読んだものは、数えられなくなります。送信についてのあなたの許可も併せて失われます。会話が終わってから行ってください。',
    resetAfter:
      'AI アプリ自身は、読んだものをまだ覚えています。同じ会話の中では、この種の確認なしに、それを外へ送ることができます。',
    resetDone: '{{name}} は新しい状態から始まります。',
  },
  canaries: {
    heading: 'カナリア',
    label: '決して外に出てはならない値',
    hint: 'カナリアはキーのように見えますが、何も開きません。誰も読む必要のない場所に仕込んでください。カナリアを含む呼び出しは止められ、あなたに知らせます。',
    none: 'カナリアはありません。',
    list: 'カナリア',
    made: '作成',
    seen: '最後に検出',
    unseen: '検出なし。',
    add: 'カナリアを追加…',
    remove: 'カナリア {{name}} を削除',
    removeTitle: 'カナリア「{{name}}」を削除しますか？',
    removeMeans:
      'この値は、ほかの値と同じ扱いになり、これを含む呼び出しも通ります。仕込んだ場所からも取り除いてください。元に戻せません。値はほかのどこにも残っていないためです。',
    removeButton: '削除',
    new: '新しいカナリア',
    name: '名前',
    nameHint: '仕込む場所の名前にします。検出されたとき、何が読まれたのかがわかります。',
    taken: 'この名前のカナリアはすでにあります。',
    make: '作成',
    once: '値が表示されるのは今回だけです。',
    value: 'カナリアの値',
    where: '仕込む場所の例：',
    places: {
      note: '「パスワード」のような題の、自分のメモやメール',
      file: 'AI アプリが読めるフォルダーにある「keys-backup.txt」のようなファイル',
      repository: '非公開リポジトリの、どこからも使われていないファイル',
    },
    close: '仕込みました',
  },
} as const satisfies Translation<typeof en>;
