/** Letters and frequent words of languages, for detecting a text's language. */

/** The languages of one writing system. */
export interface ScriptProfiles {
  /** Character class of the writing system's letters. */
  readonly script: string;
  /** Character class of the letters that all of its languages have. */
  readonly base: string;
  /**
   * One line for each language, with four fields separated by `|`: its code, its letters beyond
   * `base` (`*` for any), the letters that it uses only in foreign words, and its frequent words.
   * Before a word, `-` marks an ending and `+` a typical letter.
   *
   * Languages with a code in capitals are never returned. They are listed because their texts
   * resemble those of another language.
   */
  readonly languages: string;
}

/** Writing systems that only one of the detected languages uses, by the code of that language. */
export const SINGLE: Readonly<Record<string, string>> = {
  el: '\u0370-\u03ff\u1f00-\u1fff',
  ko: '\uac00-\ud7a3',
  th: '\u0e01-\u0e4e',
  ja: '\u3041-\u30ff',
  zh: '\u3400-\u9fff',
};

/** Writing systems that several languages use. */
export const SHARED: readonly ScriptProfiles[] = [
  {
    script: 'a-z\u00aa-\u024f\u1e00-\u1eff',
    base: 'a-z',
    languages: `en|||the and of to in is for that this with are by or be we you your our not on as have from which it any shall has his no an all
de|äöüß||der die und das in zu den mit von für ist auf werden wir sie nicht ein eine oder dem des als bei im auch sich wird nach wenn durch jeder hat einer seine er -ung -ten -chen -lich -heit
fr|àâçéèêëîïôùûœ|kw|la le les et des en du un une pour que est dans par sur au aux ou vous nous ne pas qui à ce se son sont avec cette votre sa toute l d de tout ses il -tion -ment -que -eur leur leurs doit être toutes tous aucun nul ni peut ainsi
es|áéíñóúü|kw|de la que el en y los se del las un por con no una para su es al lo como o sus ser este más usted tiene derecho toda sin ni -ción -dad -ión -nte
it|àèéìòù|jkwxy|di che e il la in a per del un non della i con le si da una dei alla sono nel ad è gli al delle ogni essere o suo l dell ed nell all -ione -ità -ento -gli
pt|áâãàçéêíóôõú|kwy|de a o que e do da em um para com não uma os no se na por mais as dos ao das à ou seu sua são você nos pela pelo ser todo toda tem -ção -dade -ões -ão
gl|áéíñóúü|jkwy|de a o e que do da en un para con non unha os no se na por as dos ao das ou seu súa ten á é máis nin pola polo ser toda persoa dereito sen -ción -dade -ións
ca|àçèéíïòóúü·|kw|de la i el que a les els en per del amb un no una es o al dels seva és com aquest seu té tota l d ni seus tot han -ció -tat -ment
nl|éëïö|qxy|de het een van en in is dat op te voor met zijn niet die aan er om als ook of bij door u uw wij worden deze kan heeft ieder zonder recht wordt haar -ing -heid -lijk -den
pl|ąćęłńóśźż|qvx|w i na z się do nie o że jest to oraz przez od za jak po lub dla są może które ich jej jego ma być każdy ani wszystkich -ści -nia -nie -ego -ych
cs|áčďéěíňóřšťúůýž|gqwx|a v na se je že s z do o k pro ve by jsou nebo které být jako při jeho má i podle jejich každý ani aby však +ě +ř +ů -ost -ní -ých
sk|áäčďéíĺľňóôŕšťúýž|gqwx|a v na sa je že s z do o k pre vo by sú alebo ktoré byť ako pri jeho má i podľa ich každý ani aby však +ľ +ô +ť -osť -nia -ých
sv|åäö|qwz|och att i det som en på är av för med den till inte om ett har de eller skall var från kan vi din sin utan rätt envar alla ej -het -ing -ande
da|åæøé|qwxz|og at i det er en til på af for med den de ikke der som har et om eller fra kan ret vi du skal enhver sin uden ved hans nogen -hed -else -eder mellem efter blive hvad kun være hver både end blevet selv gennem -tion -erne -tioner -ingen ind deres denne alle ingen må
no|åæøé|qwxz|og å i det er en til på av for med den de ikke som har et om eller fra kan rett vi du skal enhver sin uten ved hans noen blir -het -else -eter mellom etter bli hva bare være hver både enn blitt selv gjennom -sjon -ene -sjonen -sjoner -erklæring inn deres denne alle ingen må
fi|äö|bcfgqwxzå|ja on ei että tai se hän ovat sekä joka mukaan jokaisella niin kuin sen jos olla hänen myös vain olisi ole oikeus älköön -ssa -sta -lla -den -een -nen -kse -sen -uus -ään -aan kun niiden heidän kaikkien -llä -ssä -stä -jen -tä -mis -ksi -isen -vat -kien kun kuten voi ovat -mme -llä -sia -siä -tään -taan -iden -imme -tta -ttä
tr|çğıöşüâî|qwx|ve bir bu için ile olarak her veya da de olan ya hakkı herkes vardır gibi hiç kendi bütün tarafından kişisel hakka haiz şahsın herkesin +ı +ğ +ş -lar -ler -nın -nin -rın -ini -dır -dir -ma -me olmak olmasına kadar gerekli karşı olduğu insan -ının -inin -larının -lerinin -arak -erek -ması -mesi -ına -ine -ların -lerin -dan -den
hu|áéíóöőúüű|qwx|a az és hogy nem egy is vagy meg van joga minden ez kell azt való ha csak mint személynek sem ne +ő +ű -nak -nek -ság -ség -ban -ben -val -hoz arra egyes -ok -ek -ának -ének -ására -ott -ett -ból -ről -tel
ro|ăâîșțşţ|kqwy|de și în a la cu să care nu din pe o orice are pentru sau prin este un ce mai sunt persoană dreptul ale al lui fi +ă +ț +ș +ţ +ş -ului -ilor -rea
id||qxv|yang dan di untuk dengan atau dari dalam ini tidak hak setiap orang atas oleh berhak kami akan bahwa harus dapat karena supaya telah tanpa tersebut maupun hukum informasi layanan situs pengguna kebijakan pasal pernyataan seorang pendidikan terhadap saat jika kita -an -nya -kan sebagai serta agama perlindungan menimbang bangsa negaranya umum masing baik seluruh perbuatan
vi|*|fjwz|và của các có được mọi trong những không cho người đều với này hay một hoặc về là quyền +ơ +ư +ă +đ bị nào tự do bằng phải trên nước luật để cũng theo ra -ng
SL|čšž|qwxy|in v na je se za da z s ki so ne pri ali od po ima do vsak pravico vsakdo kot bi tudi nihče
HR|čćđšž|qwxy|i u na je se za da su od s o ne ili koje biti svatko svako ima pravo iz bez kao ni
NN|åæøé|qwxz|og å i det er ein til på av for med den dei ikkje som har eit om eller frå rett skal alle kvar ingen utan vere mellom etter bli verte kva vera både enn sjølv gjennom ho -sjon -ane -inga
ET|äöõü|cfqwxyz|ja on ei et või see mis igal õigus oma kui ka tema nende inimesel olema -ust -use -ste ning -mise -dus -iku -tele
MS||qxv|yang dan di dengan atau dalam ini hak setiap orang oleh berhak adalah kepada hendaklah tiada bagi secara sebarang sesiapa mana boleh kerana bahawa daripada haruslah undang perkara samarata maklumat laman perkhidmatan dasar mengikut seseorang pihak beliau sekiranya mendapat apa -an -nya -kan -lah
RM|äöüèéàìò|jkwxy|e da la las ils il en cun per dal dals tgi tuts ün ed u chi sco scha vegn ha tut quai che na nu sia sin dret -ziun -maint
CO|àèéìòù|jkwxy|u di a è in à i per ch ogni omu ghjè so da cù si d un hà dirittu e o una pè ellu -zione -tà -tu -lli
SC|àèìòù|kwxy|de sa su sos sas e in a pro cun chi est unu una non tenet at s d o dae onzi -tzione -ade -tu
SCO||qxz|the an o tae in is for wi no aa be his ilka nae thir frae ony richt haes shuld til o’ -in
OC|àáçèéëíïòóú|kwy|de la los las e lo que un una per dels en es a al o totas sens dret son d l aver deu cal tota sa pas amb -cion -ment -tat
AST|áéíñóúü|kw|de la y el que del les n por con un una nun cualquier toa so tien ye pa col derechu d al -dá -ientu mesmu esti nes pola polos -tá -au -íu toles persones caúna nengún cuando llibertá nel pal ensin
FRP|âàçéèêëîïôòûùü|kw|dè la lè lo e a lou po on na pè dein que dâi sè den de l d dza to di i in -yon
EML|àâèéêëìîòôöùûü|kwxy|e dla int i di un u a l la d s al ch dal dirét par in o d’ -ion ogni tôt cla cun dret umèn
IA||kwy|le de e del in a que pro un al per es o su con non se cata ha iste esser -tion -tate -mente
MWL|áâãçéêíóôõú|kwy|la de l i que a an un se ls ua al cun nun ye por todo sien cumo -on -dade
LAD|áéíñóúü|qw|de la i el ke los en por kon un una es se al o su para no toda persona tiene -sion -dad
FY|âêéëïôúû|qxv|de it fan en in op dat is foar net mei as ta troch by yn syn hat elk oan wurde -ing
NDS|äöüß|qxy|de un dat en in nich is vör mit to op all sien för vun he se
LB|äëéöüê|qx|de an d den ass vun mat fir op net eng gëtt déi dat a oder ze e all sinn huet
AZ|çəğıöşü|w|və bir bu üçün ilə hər olan olmaq onun hüququ malikdir da də -lar -lər +ə +ı +ğ
AF|êëéèôöïûŉ|cqxz|die van en in het is nie wat vir met om te sy op deur aan elke reg of enige tot word moet hulle hierdie ons jou -heid -lik
FKV|äöå|bcfgqwxz|ja on ko ette oon oikkeus kaikila pittää eli se ei hänen olla saa heän jokhaisela -la -sta -een
PAM|áéíóúñâê|cfjqvxz|ing at ning king a ya kareng keng ding ampong o e karapatan -an -ng`,
  },
  {
    script: '\u0400-\u052f',
    base: 'а-я',
    languages: `ru|ё|іїєґўјљњћђџѓќѕәғқңөұүһ|и в не на что с по для к или от как его право каждый человек имеет он их при а мы вы то быть это все вас вашей +ы +э -ого -ть -ия -ых -ние -ость -ной -ами -его -ный -ной -ться
uk|іїєґ|ыэёъўјљњћђџѓќѕәғқңөұүһ|і в не на що з по для до або від як його право кожна людина має та у й ми ви бути її за +і +ї +є -ння -ості -ого
bg||ыэёіїєґўјљњћђџѓќѕәғқңөұүһ|и в на не за да се от с по или е като всеки има право са при му към ние вие без до ще +ъ -та -то -ите -ване
BE|іўё|ищъїєґјљњ|і ў не на што з па для да або ад як яго права кожны мае +ў +і
SR|јљњћђџ|ыэёъщьйюяіїєґўѓќѕ|и у на не да се од с или је као свако има право при за о +ј +љ +њ
MK|јљњџѓќѕ|ыэёъщьйюяіїєґў|и во на не за да се од со или е како секој има право при без +ј +ѓ
RUE|іїєґыё|эъ|і в не на што з про до або од як єго право каждый має ся
CV|ӑӗҫӳё||тата пур та те ҫын этем хӑй пулма +ӑ +ӗ`,
  },
  {
    script: '\u0621-\u06d5',
    base: '\u0621-\u064a',
    languages: `ar|ً|پچژگکیہےںٹڈڑڤۆۇېۍ|في من على أن أو كل إلى لا ما هذا هذه التي الذي مع عن كان له وفي ولا لكل شخص ذلك بما أي كما دون عليه بين هو هي وعلى إلا حق الحق لكم نحن أنت -ات -ية -ين -ها +ة +أ
fa|پچژگکی|ةىيكہےںٹڈڑۆۇېۍ|و در به که از را این با یا هر است برای آن می حق دارد باید شود شما ما خود حقوق های
ur|پچژگکیہےںٹڈڑۂھۓ|ةىيكۆۇېۍ|کے کی میں ہے کا اور کو سے نہیں کہ یا ہر اس پر کسی ہیں جو شخص حق آپ ہم +ے +ہ +ں
PS|پچژگکیټځڅډړږښڼۍې|ۆۇ|د په چې او کې له یا نه سره هر څوک حق لري +ې +ښ
CKB|پچژگکیڕڵۆێەڤھ||و لە بە کە بۆ هەموو یان مافی +ە +ێ
UG|پچژگکەېۇۆۈۋڭھ||ۋە بىر بىلەن ھەر كىشى +ە +ې
PNB|پچژگکیہےںٹڈڑۂھ||دے دا دی وچ نوں تے ایہہ اے نال ہر حق ہووے کیتا نوں یا کسے جے اوہ ایس سارے +ے +ہ +ں
SKR|پچژگکیہےںٹڈڑھݨ||دے دا دی وچ کوں تے ہے ہن نال ہر حق یا کہیں اے کیتے سارے +ے +ہ +ں`,
  },
  {
    script: '\u0900-\u097f',
    base: '\u0900-\u097f',
    languages: `hi|||के में और है का की को से या किसी प्रत्येक व्यक्ति अधिकार हैं कि पर ने हो इस लिए भी न तथा अपने आप हम नहीं
MR|||आहे आणि व या किंवा आहेत त्याच्या प्रत्येक अधिकार हक्क च्या असे करण्याचा -चा -ची -चे -ाला -ांना
NE|||र छ वा हुनेछ गर्ने प्रत्येक अधिकार व्यक्तिलाई पनि यस -को -लाई -मा -हरू
SA|||च अस्ति वा सर्वे -स्य -ानां -ः
MAI|||आ अछि केँ सँ जे वा प्रत्येक एहि -क
BHO|||के बा खातिर आ से में ओकरा सब हर अधिकार आदमी होखे कवनो आपन ओकर सकेला होई ना जा कर बा। या पर
MAG|||के हे आउ से में ई अप्पन सब हइ कोई या अधिकार व्यक्ति प्रत्येक पर लेल ओकर अपन एकर होवे न हर आदमी को कर करे जा -इत`,
  },
  {
    script: '\u05d0-\u05f2',
    base: 'א-ת',
    languages: `he||ײװױ|של את על לא או כל אדם זכות עם זו הוא אם כי גם אשר אין יש זה בין מידע שלך אנו לכל לו היא וכל בכל שלו אינו רשאי להם לפי כך כדי בו לה אלא כן וכן אף מן ואת -ות -ם -הם -ים -ית -יו
YI|ײװױ||און די פון צו אין איז מיט יעדער דער דאס דאָס +ײ +װ`,
  },
];
