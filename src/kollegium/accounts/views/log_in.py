"""Log in."""

from typing import TYPE_CHECKING, Any

from django.contrib.auth import views as auth_views

from kollegium.accounts.forms.log_in import LogInForm

if TYPE_CHECKING:
    pass


class LogInView(auth_views.LoginView):
    """The log-in page; a person who is logged in already goes on to the start page."""

    template_name = "accounts/login.html"
    authentication_form = LogInForm
    redirect_authenticated_user = True

    def get_initial(self) -> dict[str, Any]:
        """Fill in an address that a link to this page carries."""
        return {"username": self.request.GET.get("email", "")}
