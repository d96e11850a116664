"""Find grades that were decided after an action plan without looking through all."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reviews", "0029_no_words_in_progress")]

    operations = [
        migrations.AddIndex(
            model_name="grade",
            index=models.Index(
                fields=["part", "recorded_at"],
                condition=models.Q(("round__in", ["action_plan", "follow_up"])),
                name="grade_after_plan",
            ),
        )
    ]
