import hashlib

import django.db.models.deletion
from django.db import migrations, models

import common.fields
import common.ids


def hash_seeds(apps, schema_editor):
    for draw in apps.get_model("competition", "Draw").objects.all():
        draw.seed_sha256 = hashlib.sha256(draw.seed.encode()).hexdigest()
        draw.save(update_fields=["seed_sha256"])


class Migration(migrations.Migration):
    dependencies = [
        ("competition", "0003_result_versions"),
    ]

    operations = [
        migrations.CreateModel(
            name="SeedCommitment",
            fields=[
                ("id", models.UUIDField(default=common.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ("secret", common.fields.EncryptedTextField()),
                ("sha256", models.CharField(max_length=64)),
                ("made_at", models.DateTimeField()),
                ("made_by_id", models.UUIDField(null=True)),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="seed_commitments",
                        to="competition.event",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="draw",
            name="commitment",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="used_by",
                to="competition.seedcommitment",
            ),
        ),
        migrations.AddField(
            model_name="draw",
            name="seed_sha256",
            field=models.CharField(default="", max_length=64),
            preserve_default=False,
        ),
        migrations.RunPython(hash_seeds, migrations.RunPython.noop),
    ]
