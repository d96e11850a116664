"""How Swedish reviewers word praise, fault and advice: small weighted lists, no memorised sentences."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kollegium.domain.reading.patterns import RarePattern
from kollegium.domain.reading.text import sentences

# Word beginnings (a trailing * stands for any ending) and their weight.
_PRAISE = {
    2.0: "god goda gott bra utmärkt* välfungerande välorganiser* välstrukturerad* välutrusta* välplanera* engagera* "
    "ändamålsenlig* lyhörd* uppskatta* trivs trivsel nöjd* positiv* erfar* välkomnande stöttande föredömlig* "
    "imponerande lättillgänglig* trygg* stimulerande inkluderande välutbilda* välfungerad* styrka styrkor "
    "fullbemanna* hängiv* genomtänkt* välkänd* livaktig* tryggt lätt trevlig* familjär* kollegial* omtyckt* "
    "generös* väletablera* välplanerad* välskött* högkvalitativ* föredömligt prisad* gedig*  prestigelös* föredöme* excellent* good well strong committed",
    1.2: "mycket väl fungerande hög högt höga lång stor stort stark* bred* brett tydlig* öppen öppet modern* fin fint fina vänlig* "
    "tillgång välkomna* kompeten* kunnig* stabil* nära adekvat* regelbund* struktur* kontinuitet intresse* "
    "utbildningsintresser* sammanhållning* ambitiös* ambition* prioriter* uppmuntr* gemensam* varierad* rikligt",
    0.5: "finns fungerar möjlighet* har får ges erbjuds delaktig* samarbete* team* utbildningsklimat* rykte trots alla nya nytt "
    "dedikerad* väl bemanna* spridning schemalagd*",
}
_FAULT = {
    2.6: "saknas saknar brist brister bristande bristfällig* otillräcklig* ofullständig* avsaknad otydlig* svag svagt "
    "svaga svaghet* dålig* eftersatt* undermålig* trångbo* trångt ojämn* oregelbund* sårbar* svårighet* lack* "
    "missing insufficient weak tidsbrist resursbrist läkarbrist kunskapsbrist hyrläkar* personalomsättning* "
    "underbemanna* understaffed vakan* okänd* okänt otrygg* ostrukturera* osystemati* bristfälligt glesa undermåligt försena* "
    "ineffektiv* bortprioritera* ofta-inställd",
    1.8: "för-lite för-få för-liten för-stor för-stort för-stora för-hög för-höga för-många för-mycket för-kort för-korta "
    "för-sällan för-sent för-låg inte ej inga ingen inget icke aldrig sällan svårt svår svåra låg lågt lågbemanna* begränsa* endast enbart "
    "problem* risk risker risken hinder varken knappt bekymmer stress* belast* arbetsbelastning* utan minska* "
    "försvår* splittr* varierande osäker* ensam* not no",
    0.6: "ännu delvis ibland få lite men sent sen sena glest beroende trång* gamla föråldra* omsättning",
}
_ADVICE = {
    2.4: "bör behöver behövs måste borde rekommenderas rekommendera* föreslås förslag* förslagsvis önskvärt önskvärd* "
    "sträva eftersträva* utveckla säkerställ* inför införa införande förbättra förbättras* tydliggör* förtydliga* "
    "öka ökad ökat ökade utöka* utökad* stärk stärka förstärk* formalisera* implementera implementering schemalägg "
    "schemalägga fortsätt fortsätta överväg överväga se-över säkra värna skapa planera planering should consider "
    "develop ensure introduce improve increase strengthen",
    1.4: "gärna fördel kan-med skulle kunde kunna möjliggör* potential utvecklas utvecklingsområde* arbeta verka "
    "tydligare bättre fler mer oftare tidigare större högre regelbundnare starkare kontinuerligt framtida "
    "ytterligare nyttja utnyttja använd använda ge ta låt lägg följ glöm ägna minska",
    0.5: "för-att genom inför möjlighet* framöver fortsatt* gör",
}
# Verbs that open advice, as command or infinitive; a capitalised first word in -era is one as well.
_ADVICE_WORDS = (
    "utveckla sträva säkerställ säkerställa inför införa förbättra skapa se strukturera koppla värna ge planera "
    "planering fortsätt fortsätta tydliggör tydliggöra schemalägg schemalägga dokumentera uppmuntra använd använda "
    "nyttja nyttja undvik undvika överväg överväga arbeta implementera komplettera stärk stärka ta lägg lägga låt låta "
    "bjud följ följa gör göra hitta verka uppdatera formalisera systematisera inrätta upprätta erbjud erbjuda avsätt "
    "avsätta utse utnyttja möjliggör möjliggöra förtydliga höj höja minska underlätta involvera synliggör synliggöra "
    "engagera prioritera bevara behåll behålla öka ökad ökat ökade utöka utökad utökat införande tillse säkra sök söka "
    "försök satsa tillsätt tillsätta rekrytera anställ anställa anpassa revidera inkludera integrera samordna "
    "sprid sprida informera påminn dela begär ordna organisera etablera starta påbörja initiera genomför genomföra "
    "fördela delegera vidareutveckla optimera effektivisera kvalitetssäkra standardisera renodla förankra lyft lyfta "
    "bygg bygga håll hålla red reda tänk fundera diskutera definiera identifiera kartlägg kartlägga beskriv beskriva "
    "förstärk förstärka fler mer bättre tydligare mera oftare tätare förbättrad förbättrat förbättrade större "
    "develop ensure introduce improve increase strengthen create consider continue plan make give"
)
_OPENING_ADVICE = frozenset(_ADVICE_WORDS.split())
_ADJECTIVE_WORDS = (
    "goda bra erfarna engagerade tydliga många alla samtliga stora fina höga nära breda starka nöjda trygga varierande "
    "öppna moderna kunniga välfungerande regelbundna ändamålsenliga adekvata duktiga trevliga flera"
)
_ADJECTIVES_LIKE_VERBS = frozenset(_ADJECTIVE_WORDS.split())
_BAD_THINGS = (
    "belastning", "omsättning", "omsättningen", "stress", "stressen", "frånvaro", "sjukfrånvaro", "vakanser", "vakans",
    "personalbrist", "tidsbrist", "väntetider",
)  # fmt: skip
_COMMON_WORDS = (
    "alla allt av arbetet båda både de den denna det dessa detta en ett enheten enhetens flera flertalet för från genom hos i "
    "ibland kliniken man med möjligheter mottagningen många ny nya när om också på samtliga sedan själva som "
    "studierektor studierektorn två tre fyra fem sex ledningen ledning läkarna chefen tiden tid under utan varje verksamheten vi viss "
    "vissa vid år året även"
)
_COMMON = frozenset(_COMMON_WORDS.split())
_LITTLE = frozenset({"låg", "lägre", "liten", "minskad", "minskande", "få", "inga", "ingen"})
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_OPENING_WORDS = 7


# Commands that open advice; each may also end in -a.
_COMMAND_WORDS = (
    "anmäl anpassa använd arbeta auskultera avsätt avtala balansera bedöm begränsa begär behåll beskriv besluta bevara bevaka "
    "bibehåll bjud boka bygg börja dela definiera delegera diskutera dokumentera effektivisera efterfråga engagera erbjud ersätt "
    "etablera fastställ flytta fokusera fortsätt främja frigör fråga fundera fyll följ förankra fördela fördjupa förenkla förkorta "
    "förläng förlägg förmedla försök förstärk förtydliga förvalta förändra garantera ge genomför granska gå gör harmonisera hitta "
    "hjälp håll hänvisa höj identifiera implementera informera inför inkludera inled inrätta inspirera integrera intensifiera "
    "introducera inventera involvera justera kalla kartlägg klargör knyt kommunicera komplettera koordinera koppla kräv "
    "kvalitetssäkra lyft låna lås lägg lär lös låt marknadsför meddela minska modernisera motivera möjliggör nyttja ordna "
    "organisera planera poängtera premiera prioritera pröva prova påbörja påminn publicera red reglera rekrytera renodla renovera "
    "reservera revidera samarbeta samla samordna satsa schemalägg se sprid skapa skicka skriv skydda sluta slå spara specificera "
    "standardisera starta stimulera strukturera sträva stärk stöd synliggör systematisera säkerställ säkra sätt sök ta tillgodose "
    "tillhandahåll tillse tillsätt tillvarata trygga tydliggör tänk undersök underlätta undervisa undvik uppdatera uppmana "
    "uppmuntra uppmärksamma upprepa upprätta upprätthåll utbilda utforma utforska utgå utnyttja utred utse utveckla utvidga "
    "utvärdera utöka utöva utlys validera varva verka vidareutveckla vidga visa vårda värna välj öka överväg översätt återinför "
    "återknyt återkoppla återuppta åtgärda öronmärk"
)
_COMMANDS = frozenset(_COMMAND_WORDS.split()) | {f"{word}a" for word in _COMMAND_WORDS.split()}
# Finite verbs: a point with one states something, a point without one names a thing to have.
_FINITE_WORDS = (
    "är har finns får ges kan sker ingår deltar leder håller hålls träffas fungerar upplever saknas saknar används genomförs "
    "dokumenteras följs blir går tar tas trivs lärs övas stannar vet upplevs erbjuds söker skapar möter ligger arbetar bidrar "
    "bedriver delar delas gör görs ser sitter står säger utgör varierar planeras respekteras undervisar känner opererar skulle "
    "ska skall bör måste behöver lyfts drar kommer täcker uppskattas uteblir ställs innebär lämnar medför bemannas skriver "
    "handleder styr kompletterar forskar rondar ses flyttas betonas var"
)
_FINITE = frozenset(_FINITE_WORDS.split())
_FINITE_END = re.compile(r"(?:erar|eras|ades|ats|ndas|ntas|ggs|ljs|vs)$")
_BAD_NOUN = (
    r"(?:vakans|hyrläkar|stafettläkar|inställ|sjukfrånvaro|sjukskriv|personalomsättning|omsättning|konflikt|skuldbelägg|avhopp"
    r"|klagomål|bemanningsproblem|problem|stress|svårighet|hierarki|prestige|brist|vänteti|avbrott|kö\b|köer\b)\w*"
)
# These are searched in small letters: matching without regard to case takes two to three times as long.
# None, or little, of a bad thing is praise.
_NO_BAD_THING = RarePattern(
    rf"\b(?:inga|ingen|inget|inte|ej|aldrig|sällan|utan|låg|lågt|låga|få|korta?|noll|fri från)\s+(?:\w+\s+)?{_BAD_NOUN}",
)
_MILD_FAULT = RarePattern(
    r"\b(?:konkurrera\w*|skör\w*|ansträng\w*|utebli\w*|ställs in|inställd\w*|nedprioriter\w*|undanträng\w*|sent|försena\w*"
    r"|för (?:knapp|liten|lite|få|kort|sällan|mycket|stor)\w*|gles\w*|sparsamt?|oklart?|oklarhet\w*|trångt|\w*brist\w*"
    r"|utsprid\w*|splittr\w*|hyrläkare|kort|litet?|liten|svag\w*|ensam\w*|hög (?:arbets)?belastning|hamnar? mellan"
    r"|olika chefer|endast|enbart|bara|svår\w*|otillräcklig\w*|ojämn\w*|stor andel (?:hyr|distans)\w*|långa?t? (?:vänte|start|led)\w*"
    r"|överbelagd\w*|flytta[st]|varierar|muntlig|underbemannad\w*|få (?!att\b)\w+(?:e|er|or|ar|en|p)\b|sårbar\w*|sällan"
    r"|slit(?:en|et|na)|begränsa\w*|ingen \w+|inga \w+|inte)\b",
)
_MILD_PRAISE = RarePattern(
    r"\b(?:god|goda|gott|bra|välplanera\w*|lätt att|högt i tak|alla|samtliga|varje vecka|generös\w*|komplett\w*|egen|eget|egna"
    r"|respekteras|\w*expert\w*|unik\w*|familjär\w*|nära|korta|kort väntetid|noggrann\w*|brett|bred\w*|flera|hälften"
    r"|systematiskt|tid för|lyssna\w*|nöjda|trevlig\w*|öppet|generöst|tydlig|modern\w*|hög|välkomnande|resurser|aldrig)\b",
)
_MILD_ADVICE = RarePattern(
    r"\b(?:minst|per år|varje termin|gärna|förslagsvis|till exempel|t\.?ex|fler|bättre|tydligare|större|högre|mer|ökat?|ökad"
    r"|utökad\w*|årligen|översyn|vid behov|kan vara|genomgång|auskultation|(?:rutin|mall|plan) för"
    r"|inom (?:två|tre|en) (?:veckor|vecka|månader)|möjlighet till|nätverk|avtal\w*|\w+utbildning för)\b",
)


class Tone(NamedTuple):
    """How strongly a point sounds like praise, fault and advice."""

    praise: float
    fault: float
    advice: float


def _compiled(weights: dict[float, str]) -> tuple[dict[str, float], tuple[tuple[str, float], ...]]:
    whole: dict[str, float] = {}
    beginnings: list[tuple[str, float]] = []
    for weight, words in weights.items():
        for word in words.split():
            if word.endswith("*"):
                beginnings.append((word[:-1], weight))
            else:
                whole[word.replace("-", " ")] = weight
    return whole, tuple(sorted(beginnings, key=lambda one: -len(one[0])))


_TABLES = tuple(_compiled(weights) for weights in (_PRAISE, _FAULT, _ADVICE))
# Two words that only together say something, written with a hyphen in the lists.
_PAIRS = {
    (key.split()[0], key.split()[1]): tuple(table[0].get(key, 0.0) for table in _TABLES)
    for whole, _ in _TABLES
    for key in whole
    if " " in key
}


def tone_of(point: str) -> Tone:
    """Give how a summary point sounds; its opening words weigh most, later sentences least."""
    found = sentences(point)[:4]
    totals = [0.0, 0.0, 0.0]
    for number, sentence in enumerate(found):
        scores = _sentence_tone(sentence)
        share = 1.0 if number == 0 else 0.35
        totals = [total + share * score for total, score in zip(totals, scores, strict=True)]
    return _with_form(found[0] if found else point, Tone(*totals))


def _with_form(sentence: str, tone: Tone) -> Tone:
    """Give the tone with what a sentence's form says: denied faults, commands, statements, bare nouns."""
    lower = sentence.lower()
    words = _WORD.findall(lower)
    denied = len(_NO_BAD_THING.compiled.findall(lower))
    rest = _NO_BAD_THING.compiled.sub(" ", lower) if denied else lower
    is_command = bool(words) and words[0] in _COMMANDS
    # What a command is to mend is named as a fault inside it.
    mild = 0 if is_command else min(2, len(_MILD_FAULT.compiled.findall(rest)))
    fault = max(0.0, tone.fault - 4.5 * denied) + 1.5 * mild
    praise = tone.praise + 2.5 * bool(denied) + 0.7 * min(3, len(_MILD_PRAISE.compiled.findall(rest)))
    advice = tone.advice + 0.5 * min(3, len(_MILD_ADVICE.compiled.findall(rest)))
    if any(word in _FINITE or _FINITE_END.search(word) for word in words):
        # A plain statement is praise more often than not: faults and wishes are worded as such.
        praise += 1.2 if fault < 1.2 and advice < 2 else 0.0
    elif not is_command and praise < 1.5 and fault < 1.5:
        advice += 1.6
    return Tone(praise, fault, advice + (4.0 if is_command and tone.advice < 4 else 0.0))


def _sentence_tone(sentence: str) -> tuple[float, float, float]:
    words = _WORD.findall(sentence.lower())
    praise = fault = advice = 0.0
    for position, word in enumerate(words):
        share = 1.0 if position < _OPENING_WORDS else 0.5
        weights = _weights_of(word)
        if position + 1 < len(words) and words[position + 1].endswith(_BAD_THINGS):
            # Little of a bad thing is praise, more of it a fault, whatever the words say alone.
            weights = (2.0, -2.6, 0.0) if word in _LITTLE else (0.0, 1.0, -4.0 if position == 0 else 0.0)
        pair = _PAIRS.get((word, words[position + 1])) if position + 1 < len(words) else None
        if pair is not None:
            weights = (max(weights[0], pair[0]), max(weights[1], pair[1]), max(weights[2], pair[2]))
        praise += weights[0] * share
        fault += weights[1] * share
        advice += weights[2] * share
    if _opens_with_advice(words):
        advice += 4.0
    praise, fault, advice = min(praise, 8.0), min(fault, 8.0), min(advice, 8.0)
    # Good words inside a fault are what is missing ("saknar bra rutiner"), not praise.
    return (praise * 0.5 if fault >= 1.8 else praise), fault, advice


@lru_cache(maxsize=50_000)
def _weights_of(word: str) -> tuple[float, float, float]:
    """Give a word's weight as praise, fault and advice."""
    praise, fault, advice = (whole.get(word, 0.0) or _by_beginning(word, begins) for whole, begins in _TABLES)
    return praise, fault, advice


def _by_beginning(word: str, beginnings: tuple[tuple[str, float], ...]) -> float:
    return next((weight for beginning, weight in beginnings if word.startswith(beginning)), 0.0)


def is_common_word(word: str) -> bool:
    """Tell whether a word in small letters is one that reviewers praise, blame or advise with, or a number."""
    return word in _COMMON or _weights_of(word) != (0.0, 0.0, 0.0)


def opens_with_advice(text: str) -> bool:
    """Tell whether a text begins with a command, an infinitive or a wish for more."""
    return _opens_with_advice(_WORD.findall(text[:60].lower()))


def _opens_with_advice(words: list[str]) -> bool:
    if not words:
        return False
    first = words[0]
    if first in _OPENING_ADVICE:
        return True
    is_infinitive = first.endswith(("era", "isera")) and len(first) > 5
    return is_infinitive and first not in _ADJECTIVES_LIKE_VERBS
