//! Whether "he" or "she" can mean a person: told by titles, else by given names that are common.

use crate::extract::names::fold;
use crate::extract::names::lexicon::word_set;

/// Which pronoun a person goes by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Gender {
    /// "he"
    He,
    /// "she"
    She,
}

word_set! {
    /// Titles and roles of men.
    HIS: "mr sir lord king prince father brother monsieur herr señor sheikh sheik imam emperor duke baron spokesman chairman congressman businessman husband son uncle actor pope rabbi archbishop"
}
word_set! {
    /// Titles and roles of women.
    HER: "mrs ms miss lady queen princess sister mother madam madame frau señora dame duchess baroness empress spokeswoman chairwoman congresswoman businesswoman wife daughter aunt actress first-lady"
}
word_set! {
    /// Given names of men.
    MEN: "james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven stephen paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey jeff ryan jacob gary nicholas nick eric jonathan larry justin scott brandon benjamin ben samuel sam gregory greg frank alexander raymond patrick jack dennis jerry tyler aaron jose adam nathan henry douglas doug zachary peter kyle walter ethan jeremy harold keith christian roger noah gerald carl terry sean austin arthur lawrence jesse dylan bryan joe jordan billy bruce albert willie gabriel logan alan juan wayne roy ralph randy eugene vincent russell elijah louis bobby philip phil johnny bill bob mike jim tom dan dave steve chris tony rick ted tim ron ken matt joel bernie barack hillel vladimir sergei sergey dmitry dmitri mikhail ivan alexei nikolai oleg igor yuri boris volodymyr viktor victor rustem ahmed ahmad mohammed mohamed muhammad mohammad ali hassan hussein omar ibrahim mustafa mahmoud abdullah khalid yusuf recep benjamin ehud yitzhak shimon emmanuel jean pierre jacques françois francois nicolas michel philippe antoine angelo carlos luis miguel antonio pedro manuel francisco javier fernando jorge rafael diego pablo andres giuseppe giovanni marco mario matteo paolo silvio hans klaus wolfgang olaf helmut gerhard jürgen juergen otto friedrich lars erik anders jens nils sven xi li wei narendra rahul arvind amit rajesh sanjay anil vijay shinzo kenji hiroshi taro jacob cyril nelson desmond kofi kwame uhuru william goodluck muhammadu bola emeka tendai harry oliver oscar leo max simon martin neil ian graham nigel rishi keir gordon jeremy colin derek howard hugh stuart alistair ross craig todd chad brad glenn dean curtis norman stanley leonard fred alfred ernest clarence earl luke caleb evan mitch marco newt rand lindsey mitt chuck dick tucker sebastian stefan felix lukas tobias"
}
word_set! {
    /// Given names of women.
    WOMEN: "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine catherine christine debra rachel carolyn janet maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa theresa ann anne sara madison frances kathryn janice jean alice julia grace judy abigail marie denise beverly amber marilyn danielle theodora hillary hilary huma ivanka melania chelsea nikki kellyanne condoleezza nancy kamala jill jane jenny kate katie kathy cathy claire clare chloe charlotte fiona gillian nicola zoe sophie sophia isabel isabella lucia carmen ana rosa elena olga natalia svetlana irina tatiana yulia oksana ekaterina ursula angela annalena christiane petra heike monika sabine ingrid astrid greta mette sanna magdalena agnieszka ewa giorgia francesca chiara paola valentina sofia fatima aisha amina zainab khadija leila layla mariam maryam noor yasmin nadia rania malala benazir indira sonia priyanka sushma pratibha aung mai ling mei yuki keiko naomi akiko park ama akua adaeze ngozi chimamanda winnie joyce ellen wangari graça theresa alicia melezia loretta tammy kirsten dianne barbra gennifer megyn rosie maya erin holly wendy tina tracy peggy sally molly eleanor carla claudia diana lydia vanessa veronica bridget brigitte simone yvonne valerie vivian gail paula robin dana leslie"
}

/// What a title or a role tells.
pub(super) fn of_title(word: &str) -> Option<Gender> {
    let hash = fold::hash(word);
    match () {
        () if HER.has(hash) => Some(Gender::She),
        () if HIS.has(hash) => Some(Gender::He),
        () => None,
    }
}

/// What a given name tells.
pub(super) fn of_given(word: &str) -> Option<Gender> {
    let hash = fold::hash(word);
    match (WOMEN.has(hash), MEN.has(hash)) {
        (true, false) => Some(Gender::She),
        (false, true) => Some(Gender::He),
        _ => None,
    }
}
