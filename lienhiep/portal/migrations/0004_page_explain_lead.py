from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("portal", "0003_keep_what_editors_composed")]

    operations = [
        migrations.AlterField(
            model_name='homepage',
            name='lead',
            field=models.CharField(blank=True, help_text='One sentence; search engines and shared links show it too.', max_length=400, verbose_name='lead'),
        ),
        migrations.AlterField(
            model_name='standardpage',
            name='lead',
            field=models.CharField(blank=True, help_text='One sentence; search engines and shared links show it too.', max_length=400, verbose_name='lead'),
        ),
    ]
