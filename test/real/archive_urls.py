# Addresses of the HyperKitty that hyperkitty.ts starts.
from django.urls import include, path

urlpatterns = [
    path('hyperkitty/', include('hyperkitty.urls')),
    path('', include('django_mailman3.urls')),
    path('accounts/', include('allauth.urls')),
]
