import type { hostVault as en } from '../en/host-vault.ts';
import type { Translation } from '../translation.ts';

/** Sentences about the vault, the keychain and what is sealed with it. */
export const hostVault = {
  theAiAppDoesNot: 'لم يعد تطبيق الذكاء الاصطناعي «{{id}}» معتبرا. أضفه من جديد.',
  theRecordOfTheServer: 'لا يمكن قراءة قيد الخادم «{{id}}». أضفه من جديد.',
  theKeysOfAllAi: 'تم استبدال مفاتيح كل تطبيقات الذكاء الاصطناعي. أعط كل تطبيق يتصل بعنوان مفتاحا جديدا.',
  itsApprovedVersionIsNot: 'نسخته المعتمدة غير موجودة أو تم تغييرها من خارج Doorward، لذلك يعد غير مراجع.',
  theKeysOfTheAi: 'لا يمكن استبدال مفاتيح تطبيقات الذكاء الاصطناعي: {{why}}. ابدأ من جديد.',
  whatWasReviewedBeforeWas:
    'ما تمت مراجعته من قبل لم يكن مختوما بمفتاح بيانات Doorward هذه، لذلك لا يعتد به.',
  theStateOfThisProfile: 'تمت إزالة حالة بيانات Doorward هذه من خارج Doorward؛ وهي تبدأ من جديد.',
  theStateOfThisProfileB:
    'تم تغيير حالة بيانات Doorward هذه من خارج Doorward، لذلك لا يعد أي شيء فيها مراجعا.',
  anOlderStateWasPut: 'وضع شخص ما حالة أقدم مكان حالة بيانات Doorward هذه، لذلك لا يعد أي شيء فيها مراجعا.',
  wasRemovedOutsideDoorward: 'تمت إزالة {{keys}} ({{table}}) من خارج Doorward.',
  theKeychainIsThereNow: 'سلسلة المفاتيح موجودة الآن: ما اعتمدته من قبل مختوم من الآن فصاعدا.',
  itsRecordWasChangedOutside: 'تم تغيير قيده من خارج Doorward أو لا يمكن التحقق من ختمه، لذلك يعد غير مراجع.',
  theKeyIsReplacedAt: 'يتم استبدال المفتاح عند البدء التالي. وحتى ذلك الحين يعمل كل شيء كما كان.',
  thePassphraseMustHaveAt: 'أقل طول لعبارة المرور: {{count}} من المحارف.',
  theSecretsAreTooLarge: 'الأسرار مجتمعة أكبر من أن تتسع لها نسخة احتياطية واحدة. أزل أكبرها أولا.',
  theBackupWasWrittenBy: 'كتب إصدار أحدث من Doorward هذه النسخة الاحتياطية. حدث Doorward لاستخدامها.',
  thisFileIsNoBackup: 'هذا الملف ليس نسخة احتياطية للأسرار، أو أنه تالف.',
  theBackupDoesNotOpen:
    'لا تفتح عبارة المرور هذه النسخة الاحتياطية، أو أن النسخة تالفة. لم يتم تغيير أي شيء.',
  theBackupOpensButWhat: 'تم فتح النسخة الاحتياطية، لكن ما فيها غير مفهوم. لم يتم تغيير أي شيء.',
  theSecretCannotBeRead: 'لا يمكن قراءة السر «{{name}}». عينه من جديد.',
  theVaultWasWrittenBy: 'كتب إصدار أحدث من Doorward هذه الخزنة. حدث Doorward لاستخدامها.',
  theVaultFileIsDamaged: 'ملف الخزنة تالف أو تم تغييره من خارج Doorward.',
  theVaultWasMadeWith: 'تم إنشاء الخزنة بمفتاح غير المفتاح الموجود.',
  logInToADesktop:
    'سجل الدخول إلى سطح مكتب فيه Secret Service (GNOME Keyring أو KWallet)، أو أعط عبارة مرور بالخيار --passphrase-fd.',
  unlockTheKeychainOrGive: 'افتح قفل سلسلة المفاتيح، أو أعط عبارة مرور بالخيار --passphrase-fd.',
  theKeychainCannotBeUsed:
    'لا يمكن استخدام سلسلة المفاتيح ({{why}}). سجل الدخول إلى سطح مكتب فيه Secret Service (GNOME Keyring أو KWallet)، أو أعط عبارة مرور بالخيار --passphrase-fd.',
  theKeychainCannotBeUsedB:
    'لا يمكن استخدام سلسلة المفاتيح ({{why}}). افتح قفل سلسلة المفاتيح، أو أعط عبارة مرور بالخيار --passphrase-fd.',
  lacksItsSoItWas: 'ينقص «{{id}}» ما يحتاج إليه ({{name}})، لذلك لم يتم تشغيله. {{why}}',
  lacksAnArgumentSoIt: 'تنقص «{{id}}» وسيطة، لذلك لم يتم تشغيله. {{why}}',
  theAddressOfRefersTo: 'عنوان «{{id}}» يشير إلى الخزنة. أرسل السر كترويسة بدلا من ذلك.',
  refersToTheVaultIn:
    'يشير «{{id}}» إلى الخزنة في أمره، الذي يستطيع كل برنامج على هذا الحاسوب قراءته. أعط السر كمتغير بيئة بدلا من ذلك.',
  thePathOfRefersTo: 'يشير PATH الخاص بـ «{{id}}» إلى الخزنة. اكتبه كاملا بدلا من ذلك، لتمكن مراجعته.',
  aReferenceIsWrittenVault: 'تكتب الإشارة هكذا: ${vault:NAME}، بأحرف لاتينية وأرقام و «.» و «_» و «-».',
  theKeyOfThisProfile:
    'لم يعد مفتاح بيانات Doorward هذه في سلسلة المفاتيح، لذلك تم إنشاء مفتاح جديد. يجب مراجعة الخوادم وإضافة تطبيقات الذكاء الاصطناعي من جديد.',
  theKeyOfThisProfileB:
    'مفتاح بيانات Doorward هذه مشتق من عبارة مرورها. صدر الأسرار، وابدأ بيانات جديدة بعبارة مرور جديدة، واستوردها هناك.',
  theKeychainHasNoKey: 'ليس في سلسلة المفاتيح مفتاح لبيانات Doorward هذه يمكن استبداله.',
  theKeychainHasNoKeyB: 'لم يعد في سلسلة المفاتيح مفتاح لبيانات Doorward هذه.',
  whatYouApprovedIsSealed: 'ما اعتمدته مختوم: يتم اكتشاف أي تغيير لملفاته من خارج Doorward.',
  theVaultIsLockedSo:
    'الخزنة مقفلة، لذلك لا يعتد بالمراجعات السابقة ولا بتطبيقات الذكاء الاصطناعي، وما يتم فعله الآن لا يدوم. {{why}}',
  whatYouApproveIsNot: 'ما تعتمده ليس مختوما بعد، لذلك لن يتم اكتشاف تغيير في ملفاته. {{why}}',
  theVaultIsLocked: 'الخزنة مقفلة. {{why}}',
  thereIsNoKeyFor: 'لا يوجد مفتاح لخزنة بعد، لذلك لا تقبل أسرارا. {{why}}',
  thePassphraseMustHaveAtB: 'أقل طول لعبارة المرور 8 محارف.',
  thisProfileIsSealedWith:
    'بيانات Doorward هذه مختومة بمفتاح في سلسلة المفاتيح، لا بعبارة مرور. ابدأ من دون --passphrase-fd.',
  thisIsNotThePassphrase: 'هذه ليست عبارة المرور التي تم ختم بيانات Doorward بها. لم يتم تغيير أي شيء.',
  theVaultFileWasRemoved: 'تمت إزالة ملف الخزنة من خارج Doorward، ومعه الأسرار.',
  theVaultFileIsNot:
    'ملف الخزنة ليس آخر ملف كتبه Doorward: وضع شخص ما نسخة أقدم مكانه، لذلك قد تكون للأسرار قيم سابقة.',
  theVaultFileCannotBe: 'لا يمكن قراءة ملف الخزنة: {{why}}.',
  itWasLeftAsIt: '{{why}} بقي كما هو: ضع نسخة سليمة مكانه وابدأ من جديد، أو عين الأسرار من جديد.',
  theVaultCouldNotBe: 'تعذرت كتابة الخزنة: {{why}}. لم يضع أي شيء.',
  aSecretCannotBeEmpty: 'لا يمكن أن يكون السر فارغا.',
  aSecretCannotContainThe: 'لا يمكن أن يكون في السر المحرف NUL.',
  aSecretMustBeText: 'يجب أن يكون السر نصا.',
  thereAreSecretsAlreadyRemove: 'عدد الأسرار {{count}} من قبل. أزل واحدا أولا.',
  theServerUsesTheSecret: 'يستخدم الخادم «{{server}}» السر «{{name}}». أزل هذا الخادم أولا.',
  theVaultTakesSecretsAt_zero: 'تقبل الخزنة {{count}} سر على الأكثر، لذلك لم يتم إدخال أي شيء.',
  theVaultTakesSecretsAt_one: 'تقبل الخزنة سر واحد على الأكثر، لذلك لم يتم إدخال أي شيء.',
  theVaultTakesSecretsAt_two: 'تقبل الخزنة سرين على الأكثر، لذلك لم يتم إدخال أي شيء.',
  theVaultTakesSecretsAt_few: 'تقبل الخزنة {{count}} أسرار على الأكثر، لذلك لم يتم إدخال أي شيء.',
  theVaultTakesSecretsAt_many: 'تقبل الخزنة {{count}} سرا على الأكثر، لذلك لم يتم إدخال أي شيء.',
  theVaultTakesSecretsAt_other: 'تقبل الخزنة {{count}} سر على الأكثر، لذلك لم يتم إدخال أي شيء.',
  theVaultIsLockedUntil: 'الخزنة مقفلة حتى يتم فتح قفل الشاشة.',
  theVaultStaysLocked: 'تبقى الخزنة مقفلة. {{why}}',
  thereIsNoSecretIn: 'لا يوجد سر «{{name}}» في الخزنة. عينه بالأمر: doorward secret set {{name}}',
} as const satisfies Translation<typeof en>;
