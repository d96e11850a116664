"""Material is handed in as files, link or text; what cannot be taken is told and nothing is lost."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from kollegium.accounts.models import Person
from kollegium.domain.errors import Refused
from kollegium.domain.roles import Role
from kollegium.files.models import StoredFile
from kollegium.reviews.actions import material as actions
from kollegium.reviews.material_files import HandedInFile, RefusedFile, examined
from kollegium.reviews.models import (
    MaterialOpening,
    MaterialVersion,
    Review,
)
from kollegium.reviews.queries.material import material_progress
from tests.people import client_of, make_person
from tests.reviews.material import NUMBER, address, code_of, docx_of, hand_in, item_of

pytestmark = pytest.mark.django_db


class TestHandingIn:
    def test_new_version_leaves_the_earlier_and_waits_for_the_reviewers(
        self, review: Review, head: Person
    ) -> None:
        hand_in(review, head, text="Första.")
        hand_in(review, head, text="Andra.")

        versions = MaterialVersion.objects.filter(item=item_of(review)).order_by("number")
        assert [(row.number, row.text, row.handed_in_by) for row in versions] == [
            (1, "Första.", head),
            (2, "Andra.", head),
        ]
        assert item_of(review).status == "handed_in"
        assert (material_progress(review).done, material_progress(review).total) == (2, 16)

    def test_nothing_is_not_handed_in(self, review: Review, head: Person) -> None:
        with pytest.raises(Refused) as refused:
            hand_in(review, head, text="  ")

        assert code_of(refused) == "nothing-handed-in"
        assert item_of(review).status == "asked"

    def test_reviewer_hands_nothing_in(self, review: Review, greta: Person) -> None:
        with pytest.raises(Refused) as refused:
            hand_in(review, greta)

        assert code_of(refused) == "not-yours"
        assert client_of(greta).get(address("hand_in", review)).status_code == 404

    def test_unit_hands_in_a_file_and_the_reviewer_opens_it(
        self, review: Review, head: Person, greta: Person
    ) -> None:
        upload = SimpleUploadedFile("schema v 12.txt", "Måndag: handledning".encode())

        answer = client_of(head).post(address("hand_in", review), {"files": upload, "text": "", "link": ""})

        assert answer.status_code == 302
        file = item_of(review).versions.get().files.get()
        response = client_of(greta).get(address("file", review, file.pk))
        assert response.content == "Måndag: handledning".encode()
        assert response["Content-Disposition"] == 'attachment; filename="schema v 12.txt"'
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Content-Security-Policy"].startswith("default-src 'none'")
        assert response["Cache-Control"] == "private, no-store"
        assert [(row.file, row.person) for row in MaterialOpening.objects.all()] == [(file, greta)]
        page = client_of(head).get(address("item", review)).content.decode()
        assert "Öppnad av Greta Granskare" in page

    def test_own_file_opened_is_not_noted(self, review: Review, head: Person) -> None:
        hand_in(review, head, files=[HandedInFile("a.txt", "text/plain", b"a", False)])
        file = item_of(review).versions.get().files.get()

        assert client_of(head).get(address("file", review, file.pk)).status_code == 200
        assert not MaterialOpening.objects.exists()

    def test_file_of_another_thing_is_not_found(self, review: Review, head: Person) -> None:
        hand_in(review, head, files=[HandedInFile("a.txt", "text/plain", b"a", False)])
        file = item_of(review).versions.get().files.get()

        assert client_of(head).get(address("file", review, file.pk, key="introduction")).status_code == 404

    @pytest.mark.parametrize(
        ("name", "data", "sentence"),
        [
            ("tom.pdf", b"", "”tom.pdf” är tom."),
            ("bild.gif", b"GIF89a....", "”bild.gif” är av ett slag som inte går att lämna."),
            ("fil.docx", b"PK\x03\x04trasig", "”fil.docx” är skadad"),
        ],
        ids=["empty", "kind", "damaged"],
    )
    def test_bad_file_gives_a_sentence_and_keeps_what_was_typed(
        self, review: Review, head: Person, name: str, data: bytes, sentence: str
    ) -> None:
        upload = SimpleUploadedFile(name, data)

        answer = client_of(head).post(
            address("hand_in", review), {"files": upload, "text": "Mina ord.", "link": ""}
        )

        page = answer.content.decode()
        assert answer.status_code == 422
        assert sentence in page
        assert "Mina ord." in page
        assert not MaterialVersion.objects.exists()
        assert not StoredFile.objects.exists()

    def test_bad_link_is_told_at_its_field(self, review: Review, head: Person) -> None:
        answer = client_of(head).post(
            address("hand_in", review), {"text": "Mina ord.", "link": "javascript:alert(1)"}
        )

        assert answer.status_code == 422
        assert "Skriv hela adressen" in answer.content.decode()
        assert not MaterialVersion.objects.exists()

    @pytest.mark.parametrize(
        ("name", "data"),
        [("lista.txt", f"Anna, {NUMBER}".encode()), (f"IUP {NUMBER}.txt", b"Plan")],
        ids=["text", "name"],
    )
    def test_personal_number_in_a_file_is_warned_of_and_can_be_confirmed(
        self, review: Review, head: Person, name: str, data: bytes
    ) -> None:
        client = client_of(head)
        sent = {"text": "", "link": ""}

        first = client.post(address("hand_in", review), {**sent, "files": SimpleUploadedFile(name, data)})
        stored_before = StoredFile.objects.count()
        second = client.post(
            address("hand_in", review),
            {**sent, "files": SimpleUploadedFile(name, data), "keep_personal_number": "yes"},
        )

        assert (first.status_code, stored_before) == (422, 0)
        assert "ser ut som ett personnummer" in first.content.decode()
        assert second.status_code == 302
        assert item_of(review).versions.get().files.get().name == name

    def test_number_in_what_is_typed_is_warned_of(self, review: Review, head: Person) -> None:
        answer = client_of(head).post(address("hand_in", review), {"text": NUMBER, "link": ""})

        assert answer.status_code == 422
        assert not MaterialVersion.objects.exists()

    def test_too_many_files_are_refused(self, review: Review, head: Person) -> None:
        files = [SimpleUploadedFile(f"{number}.txt", b"x") for number in range(actions.MOST_FILES + 1)]

        answer = client_of(head).post(address("hand_in", review), {"files": files, "text": "Kvar."})

        assert answer.status_code == 422
        assert "Högst 20 filer åt gången." in answer.content.decode()
        assert not MaterialVersion.objects.exists()

    def test_too_much_at_once_is_refused_before_it_is_read(
        self, review: Review, head: Person, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("kollegium.reviews.views.material_files.MOST_IN_ONE_REQUEST", 10)

        answer = client_of(head).post(address("hand_in", review), {"text": "Mer än tio byte."})

        assert answer.status_code == 413
        assert "Det var för mycket på en gång" in answer.content.decode()

    def test_somebody_who_hands_in_nothing_sends_nothing_large(self, review: Review) -> None:
        trainee = client_of(make_person("Tova", Role.TRAINEE, review.unit))

        answer = trainee.post(
            address("hand_in", review), {"text": "Hej"}, CONTENT_LENGTH=str(50 * 1024 * 1024)
        )

        assert answer.status_code == 404

    def test_form_without_its_token_is_refused(self, review: Review, head: Person) -> None:
        client = Client(enforce_csrf_checks=True)
        client.cookies = client_of(head).cookies

        assert client.post(address("hand_in", review), {"text": "Hej"}).status_code == 403
        assert not MaterialVersion.objects.exists()


class TestFiles:
    @pytest.mark.parametrize(
        ("data", "kind"),
        [
            (b"Schema", "text/plain"),
            (b"\x89PNG\r\n\x1a\n0000", "image/png"),
            (b"\xff\xd8\xff0000", "image/jpeg"),
            (
                docx_of("xl/workbook.xml"),
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ),
        ],
    )
    def test_kind_is_told_by_the_content(self, data: bytes, kind: str) -> None:
        assert examined("fil.pdf", data).media_type == kind

    @pytest.mark.parametrize(
        ("data", "code"),
        [
            (b" \n", "empty"),
            (b"MZ\x90program", "not-a-known-kind"),
            (b"text\0med nolla", "not-a-known-kind"),
            (docx_of("ppt/presentation.xml"), "not-a-known-kind"),
            (docx_of("word/document.xml", "word/vbaProject.bin"), "macros"),
            (b"PK\x03\x04nej", "damaged"),
            (
                b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
                "encrypted",
            ),
            (b"%PDF-1.4 inget mer", "damaged"),
            (b"x" * (25 * 1024 * 1024 + 1), "too-large"),
        ],
        ids=["empty", "program", "binary", "slides", "macros", "zip", "locked", "pdf", "large"],
    )
    def test_what_cannot_be_read_is_refused(self, data: bytes, code: str) -> None:
        with pytest.raises(RefusedFile) as refused:
            examined("fil", data)

        assert (refused.value.code, refused.value.name) == (code, "fil")
