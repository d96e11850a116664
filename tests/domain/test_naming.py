"""People named in a report, sentences about a single trainee, and what becomes of them."""

from __future__ import annotations

import pytest

from kollegium.domain.naming import (
    Decision,
    NameChoice,
    NameKind,
    Passage,
    SentenceChoice,
    SentenceReason,
    find_people,
    find_trainee_sentences,
    redact,
    unanswered,
)
from kollegium.domain.naming.sentences import sentence_spans

PLACES = ("Tallbackens hälsocentral", "Region Norrdal", "Allmänmedicin")


def found(text: str, *, people_field: bool = False, reviewers: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Give (passage as it stands, what is proposed instead) of every place."""
    passage = Passage("text", text, names_people=people_field)
    people = find_people([passage], reviewers=reviewers, not_names=PLACES)
    return [
        (text[place.start : place.end], place.replacement) for person in people for place in person.places
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Enhetschef Ylva Fjällhed ansvarar.", [("Enhetschef Ylva Fjällhed", "Enhetschefen")]),
        ("Vi har talat med enhetschef Ylva N om detta.", [("enhetschef Ylva N", "enhetschefen")]),
        ("Frågan lyftes av Dr. Lindqvist vid mötet.", [("Dr. Lindqvist", "läkaren")]),
        (
            "Samtal med Torgny Ekdal (studierektor) planeras.",
            [("Torgny Ekdal (studierektor)", "studierektorn")],
        ),
        (
            "Ylva Fjällhed, verksamhetschef, svarar.",
            [("Ylva Fjällhed, verksamhetschef", "Verksamhetschefen")],
        ),
        ("Planen följs upp av Majken.", [("Majken", "en medarbetare")]),
        ("Ansvaret ligger hos Xkvist och ingen annan.", [("Xkvist", "en medarbetare")]),
        ("Handledare är Karl-Johan Åberg sedan i våras.", [("Karl-Johan Åberg", "en medarbetare")]),
        ("Det gäller Anna von Essen.", [("Anna von Essen", "en medarbetare")]),
        ("Man nämner YLVA FJÄLLHED i protokollet.", [("YLVA FJÄLLHED", "en medarbetare")]),
        ("Ssk Lisa hjälper till.", [("Ssk Lisa", "Ssk")]),
        ("Yosef Abdi leder arbetet.", [("Yosef Abdi", "En medarbetare")]),
        ("Xamira Okvist leder arbetet.", [("Xamira Okvist", "En medarbetare")]),
        ("MLA Göran Sten ansvarar.", [("MLA Göran Sten", "MLA")]),
        (
            "Medicinskt ansvarig läkare Xamira Okvist.",
            [("Medicinskt ansvarig läkare Xamira Okvist", "Medicinskt ansvariga läkaren")],
        ),
        ("Skriv till ylva@exempel.se.", [("ylva@exempel.se", "e-postadress")]),
        ("Ring 070-123 45 67.", [("070-123 45 67", "telefonnummer")]),
        ("Gäller 19811228-9874.", [("19811228-9874", "personnummer")]),
    ],
    ids=lambda value: value[:30] if isinstance(value, str) else "",
)
def test_name_in_running_text_is_found_with_its_function(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Enhetschef Ylva Fjällhed", [("Enhetschef Ylva Fjällhed", "Enhetschef")]),
        (
            "Ylva Fjällhed, specialist i allmänmedicin",
            [("Ylva Fjällhed, specialist i allmänmedicin", "Specialist")],
        ),
        ("ylva fjällhed", [("ylva fjällhed", "Medarbetare")]),
        ("Y.F. och studierektor", [("Y.F.", "medarbetare")]),
        ("YF", [("YF", "Medarbetare")]),
        ("Fjällhed/Ekdal", [("Fjällhed", "Medarbetare"), ("Ekdal", "medarbetare")]),
        ("Studierektor och enhetschef", []),
        ("MLA", []),
        ("ST-läkaren och dennes handledare", []),
    ],
)
def test_field_for_people_is_read_more_strictly(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, people_field=True) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Socialstyrelsens föreskrifter följs på Tallbackens hälsocentral i Region Norrdal.",
        "ST-läkarna har tillgång till IUP, DOPS och Mini-CEX.",
        "Handledare finns. Introduktion ges. Verksamheten är bred.",
        "Randning sker i Göteborg och på Centralsjukhuset.",
        "Enligt planen ska Allmänmedicin prioriteras.",
        "",
    ],
)
def test_text_without_names_gives_nothing(text: str) -> None:
    assert found(text) == []


def test_mentions_of_one_person_are_put_together_with_one_function() -> None:
    passages = [
        Passage("plan", "Enhetschef Ylva Fjällhed", names_people=True),
        Passage("a", "Enligt Fjällhed finns rutiner. Ylvas handledning är god."),
    ]

    (person,) = find_people(passages)

    assert (person.key, person.kind, person.function) == ("ylva fjällhed", NameKind.TITLED, "enhetschef")
    assert [place.replacement for place in person.places] == ["Enhetschef", "enhetschefen", "Enhetschefens"]


def test_two_people_who_share_a_first_name_are_kept_apart() -> None:
    people = find_people(
        [Passage("a", "Studierektor Ylva Ek och överläkare Ylva Berg samarbetar. Ylva leder.")]
    )

    assert sorted(person.key for person in people) == ["ylva", "ylva berg", "ylva ek"]


def test_reviewers_are_numbered_and_found_by_surname_alone() -> None:
    printed = ("Torgny Ekdal, specialist i psykiatri, Region Norrdal", "Majken Örn")
    passages = [
        *(Passage(f"reviewers[{index}]", name, names_people=True) for index, name in enumerate(printed)),
        Passage("a", "Ekdal och Örn deltog."),
    ]

    people = find_people(passages, reviewers=printed, not_names=PLACES)

    assert [(person.kind, person.function) for person in people] == [
        (NameKind.REVIEWER, "granskare 1"),
        (NameKind.REVIEWER, "granskare 2"),
    ]
    assert [len(person.places) for person in people] == [2, 2]


def test_word_that_also_stands_with_a_small_letter_is_no_name_when_it_opens_a_sentence() -> None:
    assert found("Mentorsgrupper Xa finns. Man ordnar mentorsgrupper för alla.") == [("Xa", "en medarbetare")]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "Det görs t.ex. på ronder. Sedan följs det upp.",
            ["Det görs t.ex. på ronder.", "Sedan följs det upp."],
        ),
        ("Klart den 3. maj enligt plan.", ["Klart den 3. maj enligt plan."]),
        ("Av E. Norling m.fl. Bra!", ["Av E. Norling m.fl. Bra!"]),
        ("Finns rutin? Ja.\n\nNytt stycke", ["Finns rutin?", "Ja.", "Nytt stycke"]),
        ("   ", []),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in sentence_spans(text)] == sentences


def reasons(*texts: str, people_field: bool = False) -> list[tuple[str, SentenceReason]]:
    passages = [Passage(str(index), text, people_field) for index, text in enumerate(texts)]
    return [(found.text, found.reason) for found in find_trainee_sentences(passages)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Man har en ST-läkare.", SentenceReason.ONE_TRAINEE),
        ("För närvarande finns endast en ST-läkare på enheten.", SentenceReason.ONE_TRAINEE),
        ("ST-läkaren har utfört vetenskapligt arbete.", SentenceReason.THE_TRAINEE),
        ("ST läkarens program är nytt.", SentenceReason.THE_TRAINEE),
        ("AT-läkaren leds väl.", SentenceReason.THE_TRAINEE),
        ("En av ST-läkarna saknar program.", SentenceReason.ONE_OF_THEM),
        ("En av fyra ST-läkare saknar program.", SentenceReason.ONE_OF_THEM),
        ("Två av de 5 nya ST-läkare vi mötte saknar program.", SentenceReason.ONE_OF_THEM),
        ("Den ST-läkare som är på plats går med.", SentenceReason.ONE_OF_THEM),
        ("Den ena av de två ST-läkarna är nöjd.", SentenceReason.ONE_OF_THEM),
        ("Hon har gott stöd.", SentenceReason.PRONOUN),
        ("En ST-läkare är föräldraledig till hösten.", SentenceReason.ABSENCE),
        ("ST-läkare på randning, åter efter sommaren.", SentenceReason.ABSENCE),
        ("Två ST-läkare är tidigare specialister i kirurgi.", SentenceReason.BACKGROUND),
    ],
)
def test_sentence_about_a_single_trainee_is_found(text: str, reason: SentenceReason) -> None:
    assert reasons(text) == [(text, reason)]


@pytest.mark.parametrize(
    "text",
    [
        "ST-läkarna är nöjda med handledningen.",
        "Samtliga tre ST-läkare har program.",
        "Lokalerna är ändamålsenliga.",
        "Två överläkare är tidigare specialister i kirurgi.",
    ],
)
def test_sentence_about_several_or_nobody_is_left_alone(text: str) -> None:
    assert reasons(text) == []


def test_where_there_is_one_trainee_every_sentence_about_trainees_is_found() -> None:
    assert reasons("Det finns en ST-läkare.", "Varje ST-läkare ska ha program.") == [
        ("Det finns en ST-läkare.", SentenceReason.ONE_TRAINEE),
        ("Varje ST-läkare ska ha program.", SentenceReason.ANY_WHEN_ALONE),
    ]


def test_field_for_people_holds_no_sentences() -> None:
    assert reasons("ST-läkaren", people_field=True) == []


TEXT = "Enhetschef Ylva Fjällhed leder. ST-läkaren går dit. Ylvas plan är god."


def redacted(name: NameChoice, sentence: SentenceChoice) -> str:
    passages = [Passage("a", TEXT)]
    people, sentences = find_people(passages), find_trainee_sentences(passages)
    result = redact(
        passages,
        people,
        sentences,
        names={person.key: name for person in people},
        wordings={found.key: sentence for found in sentences},
    )
    return result.texts["a"]


KEEP = SentenceChoice(Decision.KEEP)


@pytest.mark.parametrize(
    ("name", "sentence", "expected"),
    [
        (
            NameChoice(Decision.REPLACE, "enhetschef"),
            KEEP,
            "Enhetschefen leder. ST-läkaren går dit. Enhetschefens plan är god.",
        ),
        (
            NameChoice(Decision.REPLACE, "chefen"),
            KEEP,
            "chefen leder. ST-läkaren går dit. chefen plan är god.",
        ),
        (NameChoice(Decision.KEEP), KEEP, TEXT),
        (NameChoice(Decision.LEAVE_OUT), KEEP, "ST-läkaren går dit."),
        (
            NameChoice(Decision.KEEP),
            SentenceChoice(Decision.LEAVE_OUT),
            "Enhetschef Ylva Fjällhed leder. Ylvas plan är god.",
        ),
        (
            NameChoice(Decision.LEAVE_OUT),
            SentenceChoice(Decision.REPLACE, "De som utbildas går dit."),
            "De som utbildas går dit.",
        ),
        (NameChoice(Decision.LEAVE_OUT), SentenceChoice(Decision.LEAVE_OUT), ""),
    ],
)
def test_choices_are_applied(name: NameChoice, sentence: SentenceChoice, expected: str) -> None:
    assert redacted(name, sentence) == expected


def test_name_in_a_new_wording_is_replaced_too() -> None:
    passages = [Passage("a", "ST-läkaren handleds av Ylva Fjällhed.")]
    people, sentences = find_people(passages), find_trainee_sentences(passages)

    result = redact(
        passages,
        people,
        sentences,
        names={people[0].key: NameChoice(Decision.REPLACE, "handledare")},
        wordings={sentences[0].key: SentenceChoice(Decision.REPLACE, "Ylva Fjällhed handleder.")},
    )

    assert result.texts == {"a": "handledare handleder."}


def test_everything_is_unanswered_until_it_is_decided_about() -> None:
    passages = [Passage("a", TEXT)]
    people, sentences = find_people(passages), find_trainee_sentences(passages)

    assert unanswered(people, sentences, {}, {}) == ("ylva fjällhed", sentences[0].key)
    assert unanswered(
        people, sentences, {"ylva fjällhed": NameChoice(Decision.REPLACE, " ")}, {sentences[0].key: KEEP}
    ) == ("ylva fjällhed",)
