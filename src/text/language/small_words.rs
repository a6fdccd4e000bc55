//! The small words of languages in Latin letters.

/// Languages with words that hardly a sentence of theirs goes without.
const LANGUAGES: &[(&str, &str)] = &[
    (
        "en",
        "the of and to in that is was for on with as at by from it he his said has be had will were are an have not who its which but this their after would been they she a about than when more also over year new or if could",
    ),
    (
        "fr",
        "le la les des du et un une est dans pour que qui sur par au aux pas plus avec ce cette sont son ses ont été après il elle mais leur selon de en a où à l'on d'un d'une deux dont nous",
    ),
    (
        "de",
        "der die das und den von zu mit ist dem für auf ein eine des im nicht sich auch es werden als nach wie einen bei hat über aus am an dass zum zur sie wurde vor einer sind um so in er haben wird noch",
    ),
    (
        "es",
        "el la los las de que y en un una por con para del se su al es no más como lo ha fue sus tras este según pero sobre entre desde hasta años también dos sin dijo ser son a",
    ),
    (
        "pt",
        "o a os as de que e do da em um uma no na para com por dos das não mais se ao foi como ele seu sua nos nas pela pelo são mas após segundo anos também à até depois quando há às",
    ),
    (
        "it",
        "il lo la i gli le di che e un una per in del della dei delle con non è al alla da dal nel nella sono si ha anche come più dopo ma su sul ai ed suo questo ancora due anni stato hanno a",
    ),
    (
        "nl",
        "de het een en van in is dat op te zijn met voor niet er aan die als door om ook naar bij over uit maar tot nog zei dan wordt hij worden heeft werd na deze hebben meer geen zich jaar",
    ),
    (
        "sv",
        "och att det som en på är av för med till den har inte ett om efter från men de var i sig kan vid ska under år så han säger eller också vi blir mot nu över mellan",
    ),
    (
        "da",
        "og at det som en på er af for med til den har ikke et om efter fra men de var i sig kan ved skal blev år så han siger eller også nu over mellem den havde hvor bliver ud være ind",
    ),
    (
        "no",
        "og at det som en på er av for med til den har ikke et om etter fra men de var i seg kan ved skal ble år så han sier eller også nå over mellom hadde hvor blir ut være å opp",
    ),
    (
        "fi",
        "ja on ei se että oli ovat joka hän mutta kun myös kuin sen sekä mukaan jälkeen tai noin ole olla niin nyt joka jonka tämän siitä vuonna sanoi voi vielä mukaan kanssa ainakin päivää",
    ),
    (
        "pl",
        "i w na z do się że nie to jest o po od przez za jak dla są oraz ale który która które co był przy tym tylko lub już czy być ma jego także a ze pod będzie roku",
    ),
    (
        "cs",
        "a v na se že je s z do o pro po za od by jsou ale který která které také jako už podle při byl bude aby k však jeho nebo jen mezi ve až i si roku to ze",
    ),
    (
        "sk",
        "a v na sa že je s z do o pre po za od by sú ale ktorý ktorá ktoré tiež ako už podľa pri bol bude aby k však jeho alebo len medzi vo až aj si roku to zo",
    ),
    (
        "hu",
        "a az és hogy nem is egy ez meg volt van el már csak de mint még szerint azt ki be le után majd lehet kell vagy pedig amely illetve több miután aki ezt arról között",
    ),
    (
        "ro",
        "de și în a la cu pe că un o din pentru nu este care mai al ale sau ce se au fost după prin lui dar fi să va sunt până către acest va cel într-un dintre lei",
    ),
    (
        "tr",
        "ve bir bu için ile da de olarak olan en daha çok gibi ne kadar sonra ise olduğu göre ancak her o yüzde olduğunu tarafından var değil üç iki dört yaptığı ardından gün",
    ),
    (
        "id",
        "yang dan di untuk dengan pada dari ini itu akan ke dalam tidak oleh sebagai juga telah ada karena adalah atau lebih kata bahwa para mereka saat tersebut hari setelah tahun bisa sudah kepada",
    ),
    (
        "vi",
        "và của là có trong được cho với không một các đã những này người ở về để khi từ đến theo ra tại vào như cũng sẽ trên hơn nhiều ông bị làm",
    ),
    (
        "sw",
        "ya na wa kwa ni katika la za cha kuwa hiyo baada hii yake kama pia lakini huo hilo siku mwa wake watu nchi kwamba alisema ilisema hiyo hicho huku wakati zaidi",
    ),
    (
        "hr",
        "i u je na se da za od su o s a koji koja koje što nije kako će iz do bi ne po nakon te ili ali biti kao već oko rekao između bila bio godine prema",
    ),
    (
        "sl",
        "in je v na se da za so od z s ki ne po bi pa ob iz bo kot tudi pri med še do ali bil ter več ni njihov leta pred",
    ),
    (
        "tl",
        "ang ng sa na mga ay at si ni para hindi ito may kung nang siya ayon niya mula isang noong rin din pero kay nila matapos bilang dahil naman",
    ),
    (
        "et",
        "ja on ei et see oli kui ka ning mis aga ta selle oma kes välja pärast mille aasta need üle enne nii veel",
    ),
    ("lv", "un ir no uz par ar ka kas arī bet kā pēc lai gada tika pie nav vai līdz šo tās kurā bija"),
    (
        "lt",
        "ir yra kad į iš su bet kaip po už buvo jau tai dėl apie ar per kurie jo nuo prie metų pasak taip",
    ),
    (
        "so",
        "oo ah ka iyo in ku ee ay waa la uu si aan ayaa lagu kala soo kuwa waxay waxa inuu dalka sheegay isaga",
    ),
    (
        "ha",
        "da na a ta ya ce cikin don wannan kuma shi ne ba sun zai yi wani wasu amma bayan daga ga suka domin",
    ),
    (
        "af",
        "die en van het in is dat te nie op vir met sy was hy ’n 'n aan by om ook sê deur wat as word maar uit hulle na gesê",
    ),
    (
        "ca",
        "el la els les de que i en un una per amb del no és als al ha van més com però també després sobre dels són seva va",
    ),
];

/// So many words of a text are small ones at least, of a hundred, and so many in all.
const LEAST_SHARE: usize = 12;
const LEAST: usize = 4;
/// So many of them are different.
const LEAST_DIFFERENT: usize = 3;

/// The language of a text in Latin letters: the one whose small words it has most of, where no other is near.
pub(super) fn latin(text: &str) -> Option<&'static str> {
    let lower = text.to_lowercase();
    let letters = |c: char| !(c.is_alphabetic() || c == '\'' || c == '’' || c == '-');
    let mut words: Vec<&str> = lower.split(letters).filter(|word| !word.is_empty()).collect();
    let all = words.len();
    super::super::sort_by(&mut words, |a, b| a.cmp(b));
    // Of a word that several languages have, each has a part.
    let count = |list: &str| -> usize { list.split(' ').map(|word| hits(&words, word)).sum() };
    let mut best: Option<(usize, &'static str)> = None;
    let mut second = 0;
    for (language, list) in LANGUAGES {
        let count = count(list) + own_letters(&lower, language);
        match best {
            Some((most, _)) if count <= most => second = second.max(count),
            _ => {
                second = best.map_or(0, |(most, _)| most);
                best = Some((count, language));
            }
        }
    }
    let (most, language) = best?;
    let list = LANGUAGES.iter().find(|(tag, _)| *tag == language).map_or("", |(_, list)| list);
    // Letters alone are abbreviations as often as words.
    let different = list.split(' ').filter(|word| word.len() > 1 && hits(&words, word) > 0).count();
    let is_told = most * 100 >= all * LEAST_SHARE && most >= LEAST && different >= LEAST_DIFFERENT;
    // Neighbours share half of their words: a lead tells them apart, however small in a short text.
    (is_told && most > second).then_some(language)
}

/// How often a word stands in a sorted list.
fn hits(words: &[&str], word: &str) -> usize {
    let from = words.partition_point(|other| *other < word);
    words[from..].iter().take_while(|other| **other == word).count()
}

/// Letters that few languages have, as much as so many small words.
fn own_letters(text: &str, language: &str) -> usize {
    let own = match language {
        "de" => "ßäöü",
        "fr" => "çèêœ",
        "es" => "ñ¿¡",
        "pt" => "ãõç",
        "pl" => "łąęśżź",
        "cs" => "ěřů",
        "sk" => "ľĺŕô",
        "hu" => "őű",
        "ro" => "ășțţş",
        "tr" => "ığş",
        "sv" => "åäö",
        "da" | "no" => "åæø",
        "fi" => "äö",
        "hr" => "čćđšž",
        "sl" => "čšž",
        "vi" => "đơưạảấậ",
        "lv" => "āēīģķļņ",
        "lt" => "ėįųū",
        "et" => "õäü",
        _ => return 0,
    };
    text.chars().filter(|c| own.contains(*c)).count() / 2
}
