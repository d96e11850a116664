"""Cases in progress hold no words to be searched by: they come with the decision."""

from django.db import migrations

IN_PROGRESS = ('ordered', 'planned', 'preparing', 'visited', 'draft', 'fact_check', 'calibration')

EMPTY = f"UPDATE reviews_review SET search_text = '' WHERE state IN {IN_PROGRESS} AND search_text <> ''"  # noqa: S608 - the states above


class Migration(migrations.Migration):

    dependencies = [
        ('reviews', '0028_plan_corrections'),
    ]

    operations = [migrations.RunSQL(EMPTY, migrations.RunSQL.noop)]
