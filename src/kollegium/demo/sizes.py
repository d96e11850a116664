"""How much the demo holds: a handful to look at, a region, or the whole country."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Size:
    """How many of each there are in all, the hand-made demo included; it is the start of every size.

    `region_codes` are the regions the added units lie in, by county code; empty means every region.
    """

    key: str
    reviews: int = 0
    cases: int = 0
    units: int = 0
    reviewers: int = 0
    supervisors: int = 0
    trainees: int = 0
    region_codes: tuple[str, ...] = ()


SIZES = {
    size.key: size
    for size in (
        Size("small"),
        Size(
            "region",
            reviews=400,
            cases=30,
            units=140,
            reviewers=40,
            supervisors=1_000,
            trainees=700,
            region_codes=("24",),
        ),
        Size(
            "national",
            reviews=6_000,
            cases=400,
            units=2_000,
            reviewers=500,
            supervisors=15_000,
            trainees=10_000,
        ),
    )
}
SMALL = SIZES["small"]
