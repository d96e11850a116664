"""A function that finds reviews by their words through the index alone; see `queries.search.FoundReviews`."""

from django.db import migrations

# `enable_seqscan` is off inside the function only.
CREATE = """
CREATE FUNCTION reviews_with_words(asked tsquery) RETURNS SETOF bigint
LANGUAGE sql STABLE PARALLEL SAFE ROWS 1000 SET enable_seqscan = off
AS 'SELECT id FROM reviews_review WHERE search_vector @@ asked'
"""


class Migration(migrations.Migration):
    dependencies = [("reviews", "0004_undone_by_due_date")]

    operations = [migrations.RunSQL(CREATE, "DROP FUNCTION reviews_with_words(tsquery)")]
