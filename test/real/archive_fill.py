# Puts the mails of a folder into an empty archive, in the order of their names. Started by hyperkitty.ts.
import os
from email import message_from_bytes, policy
from pathlib import Path

import django

django.setup()
from hyperkitty.lib.incoming import add_to_list
from hyperkitty.models import ArchivePolicy, MailingList

for path in sorted(Path(os.environ['MAILS']).iterdir()):
    add_to_list(os.environ['LIST'], message_from_bytes(path.read_bytes(), policy=policy.default))
MailingList.objects.update(archive_policy=ArchivePolicy.public.value, display_name='IT')
