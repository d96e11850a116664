"""An index of the actions that somebody waits for, in the order of their days."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reviews", "0003_publication_listing")]

    operations = [
        migrations.AddIndex(
            model_name="actionplanitem",
            index=models.Index(
                condition=models.Q(("state__in", ("planned", "not_done"))),
                fields=["due_on"],
                name="plan_item_undone",
            ),
        ),
    ]
