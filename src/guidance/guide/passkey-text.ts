type Step = { readonly title: string; readonly body: string };
type Trouble = { readonly title: string; readonly items: readonly string[] };

/** パスキー(生体認証)の使い方: as manual D tells it, for what this portal does. */
export const ja = {
  title: "パスキー(生体認証)の使い方",
  lead: [
    "パスキーは、スマートフォンやパソコンの指紋・顔・画面ロックの番号で、ご本人を確かめるしくみです。指紋や顔の情報が、その機器の外へ出ることはありません。",
    "先に登録が必要です。ユーザIDとパスワードでログインして、「プロフィール変更」の「認証方法」で「生体認証」を選んでください。",
  ],
  signIn: "パスキーでログインする",
  signInSteps: [
    {
      title: "「パスキーでログイン」を押す",
      body: "ログイン画面の「ログイン」の下にあります。「ユーザID」の欄を押して、出てきた候補から選ぶこともできます。",
    },
    {
      title: "指紋・顔・画面ロックの番号で進む",
      body: "機器の画面の案内に沿ってください。パスワードは要りません。ホームが表示されたら、ログインできています。",
    },
  ] as readonly Step[],
  elsewhere: "スマートフォンのパスキーで、パソコンからログインする(QRコード)",
  elsewhereLead:
    "スマートフォンとパソコンの両方で、Bluetooth(ブルートゥース)をオンにしてください。オフのままでは進めません。",
  elsewhereSteps: [
    {
      title: "パソコンで「パスキーでログイン」を押す",
      body: "「別のデバイスを使う」「スマートフォン、タブレット」などの項目を選ぶと、四角い模様(QRコード)が出ます。選ばなくても出ることがあります。",
    },
    {
      title: "パスキーのあるスマートフォンで読み取る",
      body: "iPhoneは「カメラ」で読み取ります。Androidは「カメラ」か、Chromeのアドレス欄の横にあるQRコードの読み取りを使います。",
    },
    {
      title: "スマートフォンで、指紋・顔・画面ロックの番号を使う",
      body: "終わるまで、スマートフォンをパソコンの近くに置いてください。パソコンにホームが表示されます。",
    },
  ] as readonly Step[],
  systems: "パスキーを使えるスマートフォン",
  systemRows: [
    ["Android", "8以下は使えません。9は使えます。10以上をおすすめします。"],
    ["iPhone・iPad", "iOS 12以下は使えません。13は使えます。14以上をおすすめします。"],
  ] as readonly (readonly [string, string])[],
  troubles: "うまくいかないとき",
  troubleItems: [
    {
      title: "「セキュリティキーの登録が無効です」と表示される",
      items: [
        "パスワードマネージャー(Googleパスワードマネージャー、Appleの「パスワード」など)が入っていて、オンになっているか、お確かめください。",
        "画面ロック(指紋、顔、番号のどれか)が設定されているか、お確かめください。",
        "会社の機器では、会社の決まりで使えないことがあります。会社の担当の方に確かめるか、ご自身のスマートフォンをお使いください。",
      ],
    },
    {
      title: "QRコードを読み取れない",
      items: [
        "スマートフォンとパソコンの両方で、Bluetoothがオンになっているか、お確かめください。",
        "スマートフォンに初めから入っているカメラで読み取ってください。ほかの読み取りアプリでは進めないことがあります。",
        "スマートフォンのOSを、上のおすすめの版にしてください。",
        "それでも読み取れないときは、機器がパスキーに対応していないことがあります。機器のメーカーにお問い合わせいただくか、ほかの認証方法をお使いください。",
      ],
    },
    {
      title: "機種を変えた、なくした",
      items: [
        "同じパスワードマネージャーを使う新しい機器なら、パスキーもそのまま使えることがあります。",
        "使えないときは、ユーザIDとパスワードでログインし、「別の方法で認証する」から、登録してあるほかの方法やリカバリーコードをお使いください。",
        "なくした機器のパスキーは、「プロフィール変更」の「認証方法」から削除してください。",
        "ほかの方法もないときは、「よくある質問」の「認証に使うスマートフォンを、機種変更した、またはなくしました。」をご覧ください。",
      ],
    },
  ] as readonly Trouble[],
};

export const en: typeof ja = {
  title: "How to use a passkey (fingerprint, face or screen lock)",
  lead: [
    "With a passkey the fingerprint, face or screen lock of your phone or computer confirms that it is you. Your fingerprint and face never leave the device.",
    "Set it up first: sign in with your user ID and password, and choose the passkey under “Second step” in your profile.",
  ],
  signIn: "Sign in with a passkey",
  signInSteps: [
    {
      title: "Press “Sign in with a passkey”",
      body: "It is below “Sign in”. You can also tap the field of the user ID and choose what is offered there.",
    },
    {
      title: "Use your fingerprint, face or screen lock",
      body: "Follow what your device shows. No password is needed. When the home page appears, you are signed in.",
    },
  ],
  elsewhere: "Sign in on a computer with the passkey of your phone (QR code)",
  elsewhereLead:
    "Switch on Bluetooth on both the phone and the computer: it does not work without.",
  elsewhereSteps: [
    {
      title: "On the computer, press “Sign in with a passkey”",
      body: "Choose to use another device (“phone, tablet …”). A square pattern (QR code) appears; sometimes it appears at once.",
    },
    {
      title: "Scan it with the phone that has the passkey",
      body: "On an iPhone use the camera. On Android use the camera, or the QR scanner beside the address bar of Chrome.",
    },
    {
      title: "On the phone, use your fingerprint, face or screen lock",
      body: "Keep the phone near the computer until it is done. The home page appears on the computer.",
    },
  ],
  systems: "Phones that can use passkeys",
  systemRows: [
    ["Android", "8 and older do not work. 9 works. 10 or later is advised."],
    ["iPhone, iPad", "iOS 12 and older do not work. 13 works. 14 or later is advised."],
  ],
  troubles: "If it does not work",
  troubleItems: [
    {
      title: "It says that the passkey could not be set up",
      items: [
        "Check that a password manager (Google Password Manager, Apple Passwords) is there and switched on.",
        "Check that a screen lock (fingerprint, face or PIN) is set.",
        "A company may forbid it on its devices. Ask there, or use a phone of your own.",
      ],
    },
    {
      title: "The QR code cannot be scanned",
      items: [
        "Check that Bluetooth is switched on, on both the phone and the computer.",
        "Use the camera that came with the phone. Other scanning apps may not lead on.",
        "Bring the phone's system to a version that is advised above.",
        "If it still fails, the device may not know passkeys. Ask its maker, or use another second step.",
      ],
    },
    {
      title: "The phone was changed or lost",
      items: [
        "On a new device with the same password manager the passkey may work as before.",
        "If not, sign in with your user ID and password, choose “Confirm in another way” and use what else you have set up, or a recovery code.",
        "Delete the passkey of a lost device under “Second step” in your profile.",
        "If you have no other way, see “I changed or lost the phone that I confirm with.” in the FAQ.",
      ],
    },
  ],
};
