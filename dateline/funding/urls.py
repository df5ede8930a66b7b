"""The paths that funding answers."""

from django.urls import path, re_path

from .views import drives, give, hooks

app_name = "funding"
urlpatterns = [
    path("give/", give.give, name="give"),
    path("give/<str:token>/", give.confirm, name="confirm"),
    path("give/<str:token>/pay/", give.pay, name="pay"),
    path("give/<str:token>/thanks/", give.thanks, name="thanks"),
    path("drives/", drives.drives, name="drives"),
    path("drives/meter.svg", drives.meter_svg, name="meter_svg"),
    path("drives/meter.json", drives.meter_json, name="meter_json"),
    re_path(r"^drives/(?P<year>\d{4})-(?P<month>\d{2})/$", drives.drive, name="drive"),
    path("supporters/", drives.supporters, name="supporters"),
    path("pay/hooks/<slug:provider>/", hooks.hook, name="hook"),
]
