# Settings of the HyperKitty that hyperkitty.ts starts: everything it keeps is in the folder named by ARCHIVE.
import os

FOLDER = os.environ['ARCHIVE']
DEBUG = True
SECRET_KEY = 'only-for-tests'
ALLOWED_HOSTS = ['127.0.0.1']
ROOT_URLCONF = 'archive_urls'
USE_TZ = True
TIME_ZONE = 'Asia/Ho_Chi_Minh'
SITE_ID = 1
DEFAULT_AUTO_FIELD = 'django.db.models.AutoField'
DATABASES = {'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': f'{FOLDER}/archive.sqlite', 'OPTIONS': {'timeout': 30}}}

INSTALLED_APPS = [
    'hyperkitty', 'django_mailman3', 'django.contrib.auth', 'django.contrib.contenttypes', 'django.contrib.sessions',
    'django.contrib.sites', 'django.contrib.messages', 'django.contrib.staticfiles', 'django.contrib.admin', 'rest_framework',
    'django_gravatar', 'compressor', 'haystack', 'django_extensions', 'django_q', 'allauth', 'allauth.account', 'allauth.socialaccount',
]
MIDDLEWARE = [
    'django.contrib.sessions.middleware.SessionMiddleware', 'django.middleware.common.CommonMiddleware',
    'django.middleware.csrf.CsrfViewMiddleware', 'django.contrib.auth.middleware.AuthenticationMiddleware',
    'django.contrib.messages.middleware.MessageMiddleware', 'django.middleware.clickjacking.XFrameOptionsMiddleware',
    'django_mailman3.middleware.TimezoneMiddleware',
]
_FROM_DJANGO = ['debug', 'i18n', 'media', 'static', 'tz', 'request']
TEMPLATES = [{
    'BACKEND': 'django.template.backends.django.DjangoTemplates',
    'APP_DIRS': True,
    'OPTIONS': {'context_processors': [
        *(f'django.template.context_processors.{name}' for name in _FROM_DJANGO), 'django.contrib.auth.context_processors.auth',
        'django.contrib.messages.context_processors.messages', 'django_mailman3.context_processors.common',
        'hyperkitty.context_processors.common',
    ]},
}]

STATIC_URL = '/static/'
STATIC_ROOT = f'{FOLDER}/static'
STATICFILES_FINDERS = [
    'django.contrib.staticfiles.finders.FileSystemFinder', 'django.contrib.staticfiles.finders.AppDirectoriesFinder',
    'compressor.finders.CompressorFinder',
]
COMPRESS_PRECOMPILERS = [('text/x-scss', 'sassc -t compressed {infile} {outfile}'), ('text/x-sass', 'sassc -t compressed {infile} {outfile}')]
HAYSTACK_CONNECTIONS = {'default': {'ENGINE': 'haystack.backends.whoosh_backend.WhooshEngine', 'PATH': f'{FOLDER}/index'}}
CACHES = {'default': {'BACKEND': 'django.core.cache.backends.dummy.DummyCache'}}
Q_CLUSTER = {'orm': 'default', 'sync': True, 'timeout': 300, 'retry': 360}

# No Mailman stands behind it: the archive alone, of which nothing is fetched from anywhere.
MAILMAN_REST_API_URL = 'http://127.0.0.1:9'
MAILMAN_REST_API_USER = MAILMAN_REST_API_PASS = MAILMAN_ARCHIVER_KEY = 'unused'
MAILMAN_ARCHIVER_FROM = ()
HYPERKITTY_BATCH_MODE = True
HYPERKITTY_ENABLE_GRAVATAR = False
FILTER_VHOST = False
LOGIN_URL = 'account_login'
