"""Buttons, links that look like buttons, and form fields."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.forms import BaseForm, BoundField, CheckboxInput, CheckboxSelectMultiple, RadioSelect
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from kollegium.ui.components.html import EMPTY, attributes, classes, escaped, icon

BUTTON_KINDS = ("primary", "secondary", "quiet", "danger")


@dataclass(frozen=True, slots=True)
class ButtonLook:
    """How a button looks: its kind, an icon before the words, `size="small"`, or the icon alone."""

    kind: str = "secondary"
    icon: str | None = None
    size: str | None = None
    icon_only: bool = False

    @property
    def css(self) -> str:
        """The class names.

        Raises: `ValueError` for a kind that does not exist, so that a slip shows while the page is being built.
        """
        if self.kind not in BUTTON_KINDS:
            raise ValueError(f"A button is one of {', '.join(BUTTON_KINDS)}, not {self.kind!r}.")
        shape = "button-icon-only" if self.icon_only else None
        return classes("button", f"button-{self.kind}", f"button-{self.size}" if self.size else None, shape)


PLAIN = ButtonLook()


def button(label: str, look: ButtonLook = PLAIN, others: Mapping[str, object] | None = None) -> SafeString:
    """Return a `<button>`; `others` are further attributes (`type` is `submit` unless given)."""
    given = {"type": "submit", **(others or {})}
    inside = _inside(label, look)
    return SafeString(f'<button class="{look.css}"{_button_attributes(label, look, given)}>{inside}</button>')


def link_button(
    label: str, href: str, look: ButtonLook = PLAIN, others: Mapping[str, object] | None = None
) -> SafeString:
    """Return a link that looks like a button: for going somewhere, never for changing something."""
    given = {"href": href, **(others or {})}
    return SafeString(
        f'<a class="{look.css}"{_button_attributes(label, look, given)}>{_inside(label, look)}</a>'
    )


def _button_attributes(label: str, look: ButtonLook, given: Mapping[str, object]) -> SafeString:
    return attributes({**given, "title": label} if look.icon_only else given)


def _inside(label: str, look: ButtonLook) -> str:
    drawing = icon(look.icon) if look.icon else ""
    text = escaped(label)
    return f'{drawing}<span class="visually-hidden">{text}</span>' if look.icon_only else f"{drawing}{text}"


def field(
    bound: BoundField,
    *,
    width: str | None = None,
    label: str | None = None,
    label_hidden: bool = False,
    others: Mapping[str, object] | None = None,
) -> SafeString:
    """Return a form field with label, help, error and the ties between them.

    The widget gets `aria-describedby` for help, error and warning, `aria-invalid` when there is an error and,
    from the form field's `widget.attrs`, its `autocomplete`. Optional fields say so in words; required ones are the rule.
    `width` is `short`, `medium` or nothing (full).
    """
    if bound.is_hidden:
        return SafeString(str(bound))
    widget = bound.field.widget
    text = label or bound.label
    described = _described(bound)
    given: dict[str, object] = dict(others or {})
    given = {name.rstrip("_").replace("_", "-"): value for name, value in given.items()}
    if described:
        given["aria-describedby"] = " ".join(described)
    if bound.errors:
        given["aria-invalid"] = "true"
    if isinstance(widget, CheckboxSelectMultiple | RadioSelect):
        return _choices(bound, text, given)
    if isinstance(widget, CheckboxInput):
        return _checkbox(bound, text, given)
    given["class"] = classes("input", f"input-{width}" if width else None, widget.attrs.get("class"))
    hidden = " visually-hidden" if label_hidden else ""
    return format_html(
        '<div class="field{}"><label class="field-label{}" for="{}">{}{}</label>{}{}{}</div>',
        _error_class(bound),
        hidden,
        bound.id_for_label,
        text,
        _optional_word(bound),
        _help(bound),
        _notes(bound),
        bound.as_widget(attrs=given),
    )


def _choices(bound: BoundField, text: str, given: Mapping[str, object]) -> SafeString:
    options = format_html_join(
        "",
        '<label class="choice">{}<span>{}</span></label>',
        ((option.tag(), option.choice_label) for option in bound.subwidgets),
    )
    described = attributes({"aria-describedby": given.get("aria-describedby")})
    inline = next(
        (
            f" choices-{set_}"
            for set_ in ("inline", "columns")
            if bound.field.widget.attrs.get(f"data-{set_}")
        ),
        "",
    )
    return format_html(
        '<fieldset class="field{}" id="{}"{}><legend class="field-label">{}{}</legend>{}{}'
        '<div class="choices{}">{}</div></fieldset>',
        _error_class(bound),
        bound.auto_id,
        described,
        text,
        _optional_word(bound),
        _help(bound),
        _notes(bound),
        inline,
        options,
    )


def _checkbox(bound: BoundField, text: str, given: Mapping[str, object]) -> SafeString:
    return format_html(
        '<div class="field{}">{}<label class="choice" for="{}">{}<span>{}</span></label>{}</div>',
        _error_class(bound),
        _notes(bound),
        bound.id_for_label,
        bound.as_widget(attrs=dict(given)),
        text,
        _help(bound),
    )


def _described(bound: BoundField) -> list[str]:
    named = [
        (bound.help_text, "help"),
        (bound.errors, "error"),
        (_warning(bound), "warning"),
    ]
    return [f"{bound.auto_id}-{suffix}" for present, suffix in named if present]


def _warning(bound: BoundField) -> str | None:
    return getattr(bound.form, "warnings", {}).get(bound.name)


def _optional_word(bound: BoundField) -> SafeString:
    if bound.field.required or getattr(bound.field, "silently_optional", False):
        return EMPTY
    return format_html(' <span class="field-optional">({})</span>', gettext("optional"))


def _error_class(bound: BoundField) -> str:
    return " has-error" if bound.errors else ""


def _help(bound: BoundField) -> SafeString:
    if not bound.help_text:
        return EMPTY
    return format_html('<p class="field-help" id="{}-help">{}</p>', bound.auto_id, bound.help_text)


def _notes(bound: BoundField) -> SafeString:
    errors = format_html_join(
        "",
        '<p class="field-error">{}<span>{}</span></p>',
        ((icon("circle-alert"), error) for error in bound.errors),
    )
    if errors:
        errors = format_html('<div id="{}-error">{}</div>', bound.auto_id, errors)
    warning = _warning(bound)
    if not warning:
        return errors
    return format_html(
        '{}<p class="field-warning" id="{}-warning">{}<span>{}</span></p>',
        errors,
        bound.auto_id,
        icon("triangle-alert"),
        warning,
    )


def error_summary(*forms: BaseForm) -> SafeString:
    """Return the list of everything that must be mended, each line a link to its field; nothing when all is well."""
    rows = [row for form in forms for row in _error_rows(form)]
    if not rows:
        return EMPTY
    items = format_html_join("", "<li>{}</li>", ((row,) for row in rows))
    title = gettext("Nothing is saved yet. Please mend the following:")
    return format_html(
        '<div class="notice notice-error" role="alert" tabindex="-1" data-focus>{}'
        '<div class="notice-body"><p class="notice-title">{}</p><ul>{}</ul></div></div>',
        icon("circle-alert"),
        title,
        items,
    )


def _error_rows(form: BaseForm) -> list[SafeString]:
    rows = [format_html("{}", error) for error in form.non_field_errors()]
    for bound in form:
        target = bound.id_for_label or bound.auto_id
        rows += [
            # A label that is a question or a sentence ends in a mark of its own.
            format_html('<a href="#{}">{}: {}</a>', target, str(bound.label).rstrip(".:?"), error)
            for error in bound.errors
        ]
    return rows
