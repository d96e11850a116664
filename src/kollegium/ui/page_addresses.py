"""Addresses of pages with numbers and keys in them, worked out once for each page."""

from functools import lru_cache
from itertools import chain, zip_longest
from urllib.parse import quote

from django.urls import get_script_prefix, get_urlconf, reverse

# So high that no row has it, and no digits of an address are taken for it.
_PLACE = 9_000_000_000_000_000
# What `reverse` leaves as it is in a key.
_PLAIN = "!$&'()*+,;=~:@"


def page_address(name: str, *arguments: int | str) -> str:
    """Give what `reverse` gives for a page whose arguments are whole numbers and keys; a tenth of its time.

    A key is a text without a slash, as the standards have them.

    Raises: NoReverseMatch as `reverse` does, for a page that is not there or takes something else.
    """
    pieces = _pieces(get_script_prefix(), get_urlconf(), name, tuple(map(type, arguments)))
    return "".join(chain.from_iterable(zip_longest(pieces, map(_written, arguments), fillvalue="")))


def fixed_address(name: str, *arguments: str) -> str:
    """Give what `reverse` gives for a page with few possible arguments, such as the kinds of a file; each is kept.

    Raises: NoReverseMatch as `reverse` does.
    """
    return _fixed(get_script_prefix(), get_urlconf(), name, arguments)


def around_number(name: str) -> tuple[str, str]:
    """Give what stands before and after the number in the address of a page with one; for the rows of a list.

    Raises: NoReverseMatch as `reverse` does.
    """
    before, after = _pieces(get_script_prefix(), get_urlconf(), name, (int,))
    return before, after


def around_key(name: str, *arguments: int) -> tuple[str, str]:
    """Give what stands before and after the last argument, a key, in the address of a page; for the rows of a list.

    Raises: NoReverseMatch as `reverse` does.
    """
    *pieces, after = _pieces(get_script_prefix(), get_urlconf(), name, (*map(type, arguments), str))
    return "".join(chain.from_iterable(zip_longest(pieces, map(str, arguments), fillvalue=""))), after


def _written(argument: int | str) -> str:
    return quote(argument, safe=_PLAIN) if isinstance(argument, str) else str(argument)


@lru_cache(maxsize=1024)
def _fixed(prefix: str, urlconf: str | None, name: str, arguments: tuple[str, ...]) -> str:
    """Give the address; prefix and urlconf are part of what is remembered."""
    return reverse(name, args=arguments)


@lru_cache(maxsize=1024)
def _pieces(prefix: str, urlconf: str | None, name: str, kinds: tuple[type, ...]) -> tuple[str, ...]:
    """Give what stands around the arguments of an address; prefix and urlconf are part of what is remembered."""
    numbers = range(_PLACE, _PLACE + len(kinds))
    places = [
        f"place{number}" if issubclass(kind, str) else number
        for number, kind in zip(numbers, kinds, strict=True)
    ]
    rest = reverse(name, args=places)
    pieces = []
    for place in places:
        piece, rest = rest.split(str(place), 1)
        pieces.append(piece)
    return (*pieces, rest)
