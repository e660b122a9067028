import lienhiep.core.period
import lienhiep.portal.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("portal", "0004_page_explain_lead")]

    operations = [
        migrations.CreateModel(
            name='FormerAddress',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('path', models.CharField(help_text='On this site, such as /gioi-thieu/lich-su/.', max_length=300, unique=True, verbose_name='former address')),
                ('title', models.CharField(blank=True, max_length=255, verbose_name='what stood there')),
                ('reason', models.CharField(blank=True, help_text='Readers see it.', max_length=300, verbose_name='why it no longer stands there')),
                ('new_address', models.CharField(blank=True, max_length=300, validators=[lienhiep.portal.validators.validate_address], verbose_name='where it stands now')),
                ('gone_on', models.DateField(default=lienhiep.core.period.today, verbose_name='day it left')),
            ],
            options={
                'verbose_name': 'former address',
                'verbose_name_plural': 'former addresses',
                'ordering': ['-gone_on', 'path'],
            },
        ),
    ]
