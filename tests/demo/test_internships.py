"""The demo's internships (AT) speak of interns, in the stored review and in the example file."""

import re
from random import Random

import pytest

from kollegium.demo.report_files.compose import AT_STANDARD, synthetic_report
from kollegium.demo.reviews import internship_review

SPECIALIST_TRAINING = re.compile(r"\bST\b")


@pytest.mark.parametrize("seed", range(5))
def test_nothing_about_an_internship_speaks_of_specialist_training(seed: int) -> None:
    review = internship_review(unit_id=1, year=2024, rng=Random(seed))
    report = synthetic_report(seed, standard_key=AT_STANDARD)

    written = [str(part) for part in review.parts]
    printed = [*report.strengths, *report.weaknesses, *report.improvements]
    printed += [paragraph for area in report.areas for paragraph in area.paragraphs]
    assert [text for text in (*written, *printed) if SPECIALIST_TRAINING.search(text)] == []
    assert any("AT-läkar" in text for text in (*written, *printed))
